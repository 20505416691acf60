using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// A fully connected layer: z = W·a + b, a = f(z). The matrix and vector are the layer's own from here on: nobody changes them.
/// </summary>
public sealed record DenseLayer
{
    /// <param name="weights">units × inputs; the element [j, i] weighs the edge from unit i of the layer before to unit j.</param>
    /// <param name="biases">One per unit.</param>
    /// <param name="activation">The activation of all units.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a weight or bias is not finite.</exception>
    public DenseLayer(Matrix<double> weights, Vector<double> biases, Activation activation)
    {
        if (weights.RowCount != biases.Count)
            throw new ArgumentException($"{weights.RowCount} rows of weights need as many biases, not {biases.Count}.", nameof(biases));
        if (!weights.Enumerate().All(double.IsFinite) || !biases.All(double.IsFinite))
            throw new ArgumentException("Weights and biases are finite numbers.", nameof(weights));
        (Weights, Biases, Activation) = (weights, biases, activation);
    }

    /// <summary>units × inputs; the element [j, i] weighs the edge from unit i of the layer before to unit j.</summary>
    public Matrix<double> Weights { get; }

    /// <summary>One per unit.</summary>
    public Vector<double> Biases { get; }

    public Activation Activation { get; }

    public int UnitCount => Weights.RowCount;

    public int InputCount => Weights.ColumnCount;
}
