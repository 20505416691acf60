using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>The slope of the loss in every weight and bias of a network.</summary>
/// <param name="Layers">In the order of the network's layers.</param>
public sealed record Gradient(ImmutableArray<LayerGradient> Layers)
{
    /// <summary>The mean of at least one gradient; of a single one, that very gradient.</summary>
    public static Gradient Average(IReadOnlyList<Gradient> gradients)
    {
        if (gradients.Count == 0)
            throw new ArgumentException("An average needs at least one gradient.", nameof(gradients));
        return new([.. Enumerable.Range(0, gradients[0].Layers.Length).Select(l => new LayerGradient(
            gradients.Select(gradient => gradient.Layers[l].Weights).Aggregate((sum, next) => sum + next) / gradients.Count,
            gradients.Select(gradient => gradient.Layers[l].Biases).Aggregate((sum, next) => sum + next) / gradients.Count))]);
    }

    /// <summary>∂L/∂w of one weight.</summary>
    public double WeightAt(WeightAddress weight) => Layers[weight.Layer].Weights[weight.To, weight.From];

    public bool Equals(Gradient? other) => other is not null && Layers.SequenceEqual(other.Layers);

    public override int GetHashCode() => HashCode.Combine(Layers.Length, Layers[0]);
}

/// <summary>The slope of the loss in the weights and biases of one layer.</summary>
/// <param name="Weights">∂L/∂W: units × inputs.</param>
/// <param name="Biases">∂L/∂b: one per unit.</param>
public sealed record LayerGradient(Matrix<double> Weights, Vector<double> Biases);
