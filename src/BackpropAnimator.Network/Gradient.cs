using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>The slope of the loss in every weight and bias of a network.</summary>
/// <param name="Layers">In the order of the network's layers.</param>
public sealed record Gradient(ImmutableArray<LayerGradient> Layers)
{
    /// <summary>The mean of at least one gradient; of a single one, that very gradient. It holds one of them at a time.</summary>
    public static Gradient Average(IEnumerable<Gradient> gradients)
    {
        Gradient? sum = null;
        var count = 0;
        foreach (var gradient in gradients)
        {
            sum = count switch
            {
                0 => gradient,
                // The first one is the caller's: a sum of two is the first that may be changed.
                1 => new([.. sum!.Layers.Zip(gradient.Layers, (a, b) => new LayerGradient(a.Weights + b.Weights, a.Biases + b.Biases))]),
                _ => sum!.Plus(gradient),
            };
            count++;
        }

        return count switch
        {
            0 => throw new ArgumentException("An average needs at least one gradient.", nameof(gradients)),
            1 => sum!,
            _ => new([.. sum!.Layers.Select(layer => new LayerGradient(layer.Weights / count, layer.Biases / count))]),
        };
    }

    // Adds in place.
    Gradient Plus(Gradient next)
    {
        foreach (var (own, other) in Layers.Zip(next.Layers))
        {
            own.Weights.Add(other.Weights, own.Weights);
            own.Biases.Add(other.Biases, own.Biases);
        }

        return this;
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
