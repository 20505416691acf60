using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>How wrong an output ŷ is for a target y, and all that is said of it. Every loss here is a sum of one term per output.</summary>
[Catalog]
public abstract partial record Loss : ICatalogued
{
    /// <summary>How far from 1 a target's probabilities may sum: one typed as thirds (0.333, 0.333, 0.334) is meant to sum to 1.</summary>
    public const double SumTolerance = 1e-6;

    /// <summary>Every loss, in the order of the documentation.</summary>
    public static partial ImmutableArray<Loss> All { get; }

    public abstract string Name { get; }

    public abstract string Description { get; }

    public virtual ImmutableArray<string> OtherNames => [];

    /// <summary>What viewers read in a heading: Squared error.</summary>
    public abstract string Label { get; }

    /// <summary>Whether outputs and targets are probabilities, 0 … 1, as where it takes their logarithm.</summary>
    public virtual bool TakesProbabilities => false;

    /// <summary>Whether the targets of one example must sum to 1.</summary>
    public virtual bool TargetsSumToOne => false;

    /// <summary>Whether ∂L/∂ŷ is the raw error, ŷ − y.</summary>
    public virtual bool SlopeIsRawError => false;

    /// <summary>
    /// Whether δ = (∂L/∂a)(∂a/∂z) shortens to a − y after an output layer of that activation. The short form is then the one
    /// that is computed with, for it stays exact where the two factors run to infinity and zero.
    /// </summary>
    public virtual bool CancelsWith(Activation output) => false;

    /// <summary>L in TeX.</summary>
    /// <param name="sum">The sign of the sum, with or without its index.</param>
    /// <param name="output">The symbol of ŷ.</param>
    /// <param name="target">The symbol of y.</param>
    public abstract string Formula(string sum, string output, string target);

    /// <summary>The equation L = … on two lines of TeX, for one that is long; null where a line is enough.</summary>
    public virtual string? FormulaOnTwoLines => null;

    /// <summary>What is summed over the outputs, with numbers, in TeX.</summary>
    public abstract string TermWithNumbers(Numeral output, Numeral target);

    /// <summary>L in TeX, from the sum of <see cref="TermWithNumbers"/>.</summary>
    public abstract string SumWithNumbers(string sum, int outputs);

    /// <summary>∂L/∂ŷ in TeX, without <c>\\</c> and <c>|</c>, which Markdown takes for its own.</summary>
    /// <param name="output">The symbol of ŷ.</param>
    /// <param name="target">The symbol of y.</param>
    public abstract string SlopeFormula(string output, string target);

    /// <summary>L of outputs that are all that is known. Output and target have the same length.</summary>
    /// <remarks>
    /// What is lost to rounding in an output that is very near to 0 or 1 is lost to its logarithm: <see cref="DenseNetwork.LossOf"/>
    /// has L of a forward pass without that.
    /// </remarks>
    public double Value(Vector<double> output, Vector<double> target) =>
        Value(output.AsSpan()[..Paired(output, target)], target.AsSpan());

    /// <summary>Each output's share of L.</summary>
    public Vector<double> Terms(Vector<double> output, Vector<double> target) =>
        Vector<double>.Build.Dense(Paired(output, target), j => Term(output[j], target[j], output.Count));

    /// <summary>∂L/∂ŷ, one value per output.</summary>
    public Vector<double> Gradient(Vector<double> output, Vector<double> target) =>
        Vector<double>.Build.Dense(Paired(output, target), j => Slope(output[j], target[j], output.Count));

    /// <summary>Whether it can measure the outputs of that activation.</summary>
    public bool CanFollow(Activation output) => !TakesProbabilities || output.Range is { Low: >= 0, High: <= 1 };

    /// <summary>The activations that it can follow, in words: "sigmoid or softmax".</summary>
    public string PossibleOutputs => string.Join(" or ", Activation.All.Where(CanFollow).Select(output => output.Name));

    /// <summary>Why this loss cannot follow an output layer of that activation; null when it can.</summary>
    public string? ProblemWith(Activation output) => CanFollow(output)
        ? null
        : $"{Name} needs outputs between 0 and 1 ({PossibleOutputs}), but those of {output.Name} lie in "
            + $"({End(output.Range.Low)}, {End(output.Range.High)})";

    /// <summary>Why this loss cannot measure against that target; null when it can.</summary>
    public string? ProblemWith(Vector<double> target)
    {
        if (TakesProbabilities)
        {
            foreach (var y in target)
            {
                if (y is not (>= 0 and <= 1))
                    return $"{Name} needs targets in 0 … 1, not {y:0.######}";
            }
        }

        return TargetsSumToOne && Math.Abs(target.Sum() - 1) > SumTolerance
            ? $"{Name} needs targets that sum to 1, not to {target.Sum():0.######}"
            : null;
    }

    internal double Value(ReadOnlySpan<double> output, ReadOnlySpan<double> target)
    {
        var sum = 0.0;
        for (var j = 0; j < output.Length; j++)
            sum += Term(output[j], target[j], output.Length);
        return sum;
    }

    /// <summary>L of an output layer. A loss that takes logarithms of its values a takes them from z instead.</summary>
    internal virtual double Value(Activation output, ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> target) =>
        Value(a, target);

    internal void Gradient(ReadOnlySpan<double> output, ReadOnlySpan<double> target, Span<double> gradient)
    {
        for (var j = 0; j < output.Length; j++)
            gradient[j] = Slope(output[j], target[j], output.Length);
    }

    /// <summary>One output's share of L.</summary>
    /// <param name="outputs">How many outputs there are.</param>
    protected abstract double Term(double output, double target, int outputs);

    /// <summary>∂L/∂ŷ of one output.</summary>
    /// <param name="outputs">How many outputs there are.</param>
    protected abstract double Slope(double output, double target, int outputs);

    static int Paired(Vector<double> output, Vector<double> target) => output.Count == target.Count
        ? output.Count
        : throw new ArgumentException($"The target has {target.Count} values for {output.Count} outputs.", nameof(target));

    static string End(double value) => value switch
    {
        double.NegativeInfinity => "−∞",
        double.PositiveInfinity => "∞",
        _ => value.ToString("0.##").Replace('-', '−'),
    };
}
