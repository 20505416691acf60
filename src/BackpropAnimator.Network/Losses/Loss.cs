using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>How wrong an output ŷ is for a target y. Every loss here is a sum of one term per output.</summary>
public abstract record Loss
{
    static readonly ImmutableArray<Loss> Known =
        [new HalfSquaredError(), new MeanSquaredError(), new MeanAbsoluteError(), new BinaryCrossEntropy(), new CategoricalCrossEntropy()];

    private protected Loss()
    {
    }

    /// <summary>Every name that <see cref="TryParse"/> knows, in the order of the documentation.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Select(loss => loss.Name)];

    /// <summary>The name in scenes and traces, such as <c>half_squared_error</c>.</summary>
    public abstract string Name { get; }

    /// <summary>L. Output and target have the same length.</summary>
    public double Value(Vector<double> output, Vector<double> target) =>
        Value(output.AsSpan()[..Paired(output, target)], target.AsSpan());

    /// <summary>Each output's share of L.</summary>
    public Vector<double> Terms(Vector<double> output, Vector<double> target) =>
        Vector<double>.Build.Dense(Paired(output, target), j => Term(output[j], target[j], output.Count));

    /// <summary>∂L/∂ŷ, one value per output.</summary>
    public Vector<double> Gradient(Vector<double> output, Vector<double> target) =>
        Vector<double>.Build.Dense(Paired(output, target), j => Slope(output[j], target[j], output.Count));

    /// <summary>
    /// Whether δ = (∂L/∂a)(∂a/∂z) shortens to a − y after an output layer of that activation. The short form is then the one
    /// that is computed with, for it stays exact where the two factors run to infinity and zero.
    /// </summary>
    public virtual bool CancelsWith(Activation output) => false;

    /// <summary>Why this loss cannot follow an output layer of that activation; null when it can.</summary>
    public virtual string? ProblemWith(Activation output) => null;

    /// <summary>Why this loss cannot measure against that target; null when it can.</summary>
    public virtual string? ProblemWith(Vector<double> target) => null;

    /// <summary>The loss of that name; false for an unknown name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Loss? loss) =>
        (loss = Known.FirstOrDefault(known => known.Name == name)) is not null;

    internal double Value(ReadOnlySpan<double> output, ReadOnlySpan<double> target)
    {
        var sum = 0.0;
        for (var j = 0; j < output.Length; j++)
            sum += Term(output[j], target[j], output.Length);
        return sum;
    }

    internal void Gradient(ReadOnlySpan<double> output, ReadOnlySpan<double> target, Span<double> gradient)
    {
        for (var j = 0; j < output.Length; j++)
            gradient[j] = Slope(output[j], target[j], output.Length);
    }

    private protected abstract double Term(double output, double target, int outputs);

    private protected abstract double Slope(double output, double target, int outputs);

    static int Paired(Vector<double> output, Vector<double> target) => output.Count == target.Count
        ? output.Count
        : throw new ArgumentException($"The target has {target.Count} values for {output.Count} outputs.", nameof(target));
}
