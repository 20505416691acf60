using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>Every number of one forward pass.</summary>
/// <param name="Input">One value per input.</param>
/// <param name="Layers">In the order of the network's layers.</param>
public sealed record ForwardPass(Vector<double> Input, ImmutableArray<LayerForward> Layers)
{
    /// <summary>ŷ: the activations of the last layer.</summary>
    public Vector<double> Output => Layers[^1].Activation;

    /// <summary>The activations of a layer counted as in <see cref="DenseNetwork.LayerSizes"/>: 0 is the input.</summary>
    public Vector<double> ActivationsOf(int layer) => layer == 0 ? Input : Layers[layer - 1].Activation;

    public bool Equals(ForwardPass? other) => other is not null && Input.Equals(other.Input) && Layers.SequenceEqual(other.Layers);

    public override int GetHashCode() => HashCode.Combine(Input, Layers.Length);
}

/// <summary>What one layer computed on the way forward; one value per unit.</summary>
/// <param name="PreActivation">z = W·a + b.</param>
/// <param name="Activation">a = f(z).</param>
public sealed record LayerForward(Vector<double> PreActivation, Vector<double> Activation);
