using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>One line of a weight's update, v ← β v + g, which can be written with symbols or numbers and worked out with either.</summary>
/// <param name="Result">What comes out, with its value.</param>
/// <param name="Relation">Between the result and its formula: <c>=</c>, or <c>\leftarrow</c> where an old value is replaced.</param>
/// <param name="Operands">What goes in.</param>
/// <param name="Write">
/// The right-hand side from the operands as they are to be written; <see cref="Break"/> in it parts what may stand on lines of its own.
/// </param>
/// <param name="Compute">The right-hand side from the operands' values.</param>
public sealed record UpdateLine(
    UpdateNumber Result, string Relation, ImmutableArray<UpdateNumber> Operands, Func<OperandTexts, string> Write,
    Func<IReadOnlyList<double>, double> Compute)
{
    /// <summary>A line whose result follows from its operands.</summary>
    internal static UpdateLine Of(
        string result, UpdateNumberKind kind, string relation, ReadOnlySpan<UpdateNumber> operands,
        Func<OperandTexts, string> write, Func<IReadOnlyList<double>, double> compute)
    {
        ImmutableArray<UpdateNumber> all = [.. operands];
        return new(new(result, compute([.. all.Select(operand => operand.Value)]), kind), relation, all, write, compute);
    }

    /// <summary>A line that replaces a remembered value: m ← ….</summary>
    internal static UpdateLine Remembered(
        string result, ReadOnlySpan<UpdateNumber> operands, Func<OperandTexts, string> write,
        Func<IReadOnlyList<double>, double> compute) => Of(result, UpdateNumberKind.Computed, Replaces, operands, write, compute);

    /// <summary>The last line: w ← w − η times what the optimizer makes of the gradient, and − η λ w where decay is decoupled.</summary>
    /// <param name="update">The weight's own numbers.</param>
    /// <param name="operands">What the direction is made of.</param>
    /// <param name="write">The direction.</param>
    /// <param name="compute">The direction's value.</param>
    internal static UpdateLine NewWeight(
        WeightUpdate update, ReadOnlySpan<UpdateNumber> operands, Func<OperandTexts, string> write,
        Func<IReadOnlyList<double>, double> compute)
    {
        // Behind the direction's own operands, so that these keep the places that it knows them by.
        var (n, decays) = (operands.Length, update.WeightDecay.Value != 0);
        var (weight, rate) = (update.Weight, update.LearningRate);
        ReadOnlySpan<UpdateNumber> own = decays ? [weight, rate, update.WeightDecay] : [weight, rate];
        return Of(
            weight.Symbol, UpdateNumberKind.Weight, Replaces, [.. operands, .. own],
            x => x.Alone(n) + (decays ? $" - {x[n + 1]}{x.Times}{x[n + 2]}{x.Times}{x[n]}{Break}" : "")
                + $" - {x[n + 1]}{x.Times}{write(x)}",
            x => (decays ? x[n] - x[n + 1] * x[n + 2] * x[n] : x[n]) - x[n + 1] * compute(x));
    }

    // Between a remembered value and what takes its place.
    const string Replaces = @"\leftarrow";

    /// <summary>Where <see cref="Write"/> allows a line to be broken.</summary>
    public const string Break = @"\allowbreak ";

    /// <summary>The right-hand side with symbols.</summary>
    public string Formula => Whole(Write(new([.. Symbols], [.. Symbols], @"\,")));

    /// <summary>A right-hand side on one line.</summary>
    public static string Whole(string written) => written.Replace(Break, "", StringComparison.Ordinal);

    IEnumerable<string> Symbols => Operands.Select(operand => operand.Symbol);
}

/// <summary>The operands of a line as they are to be written, in TeX.</summary>
/// <param name="AllAlone">Each where nothing comes before it: at a beginning, or as a whole numerator.</param>
/// <param name="AllAmong">Each after a sign: a negative number in parentheses.</param>
/// <param name="Times">What stands between two factors.</param>
public sealed record OperandTexts(ImmutableArray<string> AllAlone, ImmutableArray<string> AllAmong, string Times)
{
    /// <summary>An operand after a sign.</summary>
    public string this[int index] => AllAmong[index];

    /// <summary>An operand where nothing comes before it.</summary>
    public string Alone(int index) => AllAlone[index];
}
