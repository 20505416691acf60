using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>Every number of one backward pass.</summary>
/// <param name="Loss">L of the forward pass.</param>
/// <param name="Layers">In the order of the network's layers, although they are computed from last to first.</param>
public sealed record BackwardPass(double Loss, ImmutableArray<LayerBackward> Layers)
{
    /// <summary>∂L/∂w and ∂L/∂b of the whole network.</summary>
    public Gradient Gradient => new([.. Layers.Select(layer => new LayerGradient(layer.WeightGradient, layer.BiasGradient))]);

    public bool Equals(BackwardPass? other) => other is not null && Loss.Equals(other.Loss) && Layers.SequenceEqual(other.Layers);

    public override int GetHashCode() => HashCode.Combine(Loss, Layers.Length);
}

/// <summary>What one layer computed on the way back; one value per unit.</summary>
/// <param name="Incoming">
/// ∂L/∂a: of the loss itself for the output layer (the raw error, for half the squared error), the backprop sum Σ w δ for a hidden one.
/// </param>
/// <param name="Slope">∂a/∂z = f′(z).</param>
/// <param name="Delta">δ = ∂L/∂z.</param>
/// <param name="WeightGradient">∂L/∂W = δ aᵀ: units × inputs, like the weights.</param>
/// <param name="BiasGradient">∂L/∂b = δ.</param>
public sealed record LayerBackward(
    Vector<double> Incoming, Vector<double> Slope, Vector<double> Delta, Matrix<double> WeightGradient, Vector<double> BiasGradient)
{
    /// <summary>∂aⱼ/∂zₖ of a softmax layer, whose diagonal is <see cref="Slope"/>; null for every other activation.</summary>
    public Matrix<double>? Jacobian { get; init; }

    /// <summary>Whether <see cref="Delta"/> was computed as a − y because the loss's slope and the activation's cancel.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>
    /// The products ∂L/∂aⱼ · ∂aⱼ/∂zₖ that add up to δ of unit k: its own alone, or after softmax one for each output with a slope of the
    /// loss. Where they cancel it is only a − y that has all digits of δ.
    /// </summary>
    public ImmutableArray<DeltaTerm> TermsOf(int unit) => Jacobian is not { } jacobian
        ? [new(unit, Incoming[unit], Slope[unit])]
        : [.. Enumerable.Range(0, Incoming.Count).Where(j => Incoming[j] != 0)
            .Select(j => new DeltaTerm(j, Incoming[j], jacobian[j, unit]))];

    /// <summary>δ as the product of its two factors, to be compared with <see cref="Delta"/> where they cancel.</summary>
    public Vector<double> UncancelledDelta => Jacobian?.TransposeTimes(Incoming) ?? Incoming.PointwiseMultiply(Slope);
}

/// <summary>One of the products that add up to a unit's δ.</summary>
/// <param name="Unit">The unit of the layer that the error is of.</param>
/// <param name="Error">∂L/∂aⱼ of that unit.</param>
/// <param name="Slope">∂aⱼ/∂zₖ.</param>
public readonly record struct DeltaTerm(int Unit, double Error, double Slope);
