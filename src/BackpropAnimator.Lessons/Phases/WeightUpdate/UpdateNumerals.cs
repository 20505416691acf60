using System.Globalization;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>How the numbers of a weight's update are written, and what they are worth as they are written.</summary>
/// <param name="gradientDigits">Significant digits of a gradient; null for three decimals.</param>
/// <param name="weightDecimals">Decimals of a weight: enough to tell the new one from the old.</param>
internal sealed class UpdateNumerals(int? gradientDigits, int weightDecimals)
{
    const int Digits = 3;

    /// <summary>The numerals that an update takes: plain gradient descent needs no more than three decimals of the gradient.</summary>
    public static UpdateNumerals For(LearningStep step, Edge edge) => new(
        step.Rule.IsPlain ? null : Digits, Numbers.DecimalsToTell(step.WeightOf(edge), step.WeightAfter(edge), least: 3));

    /// <summary>A line with its numbers put in.</summary>
    public string Substituted(UpdateLine line) =>
        line.Write(new([.. line.Operands.Select(Alone)], [.. line.Operands.Select(Among)], @" \cdot "));

    /// <summary>The number that comes out, after "=" where the written numbers lead to just that, otherwise after "≈".</summary>
    public string Outcome(UpdateLine line)
    {
        var calculated = line.Result with { Value = line.Compute([.. line.Operands.Select(Written)]) };
        return $@"{(Bare(calculated) == Bare(line.Result) ? "=" : @"\approx")} {Part(line.Result, Bare(line.Result))}";
    }

    /// <summary>What an author has set, as short as it is exact: two decimals, or as many digits as it has.</summary>
    public static string Given(double value)
    {
        if (double.IsInteger(value)) return value.ToString("0", CultureInfo.InvariantCulture);
        if (Rounded.To(value, 2) == value) return Numbers.InFormula.Value(value);
        var exponent = Math.Log10(value);
        return value < 1e-3 && double.IsInteger(exponent)
            ? string.Create(CultureInfo.InvariantCulture, $"10^{{−{-exponent}}}")
            : value < 1e-3 ? Numbers.InFormula.Significant(value, Digits) : Numbers.InFormula.InFull(value, 6);
    }

    string Bare(UpdateNumber number) => number.Kind switch
    {
        UpdateNumberKind.Given => Given(number.Value),
        UpdateNumberKind.Weight => Numbers.InFormula.Rounded(number.Value, weightDecimals),
        UpdateNumberKind.Gradient => gradientDigits is { } digits
            ? (number.Value <= 0 ? "" : "{+}") + Numbers.InFormula.Significant(number.Value, digits)
            : Numbers.InFormula.Signed(number.Value),
        UpdateNumberKind.Computed => Numbers.InFormula.Significant(number.Value, Digits),
        _ => throw new ArgumentOutOfRangeException(nameof(number), number.Kind, null),
    };

    string Alone(UpdateNumber number) => number.Kind == UpdateNumberKind.Gradient ? Colored(number, Bare(number)) : Bare(number);

    string Among(UpdateNumber number) =>
        number.Kind == UpdateNumberKind.Gradient ? Colored(number, $"({Bare(number)})")
        : number.Value < 0 ? $"({Bare(number)})"
        : Bare(number);

    static string Colored(UpdateNumber number, string text) => $"{{{Part(number, text)}}}";

    // The gradient wears the colour of its sign; anything else that comes out may be lifted out.
    static string Part(UpdateNumber number, string text) =>
        number.Kind == UpdateNumberKind.Gradient ? Signs.Part(number.Value, text) : $@"\part{{result}}{{{text}}}";

    double Written(UpdateNumber number) => number.Kind switch
    {
        UpdateNumberKind.Given => number.Value,
        UpdateNumberKind.Weight => Rounded.AsWritten(number.Value, weightDecimals),
        UpdateNumberKind.Gradient when gradientDigits is null => Rounded.AsWritten(number.Value, 3),
        _ => Rounded.To(number.Value, Math.Min(15, Numbers.DecimalsFor(number.Value, Digits))),
    };
}
