namespace BackpropAnimator.Network;

/// <summary>One layer of a <see cref="FlatNetwork"/>: where its parameters lie, and the numbers of the pass that is under way.</summary>
sealed class FlatLayer(DenseLayer layer, Range weights, Range biases)
{
    public int Units => layer.UnitCount;

    public Activation Activation => layer.Activation;

    public double[] Z { get; } = new double[layer.UnitCount];

    public double[] A { get; } = new double[layer.UnitCount];

    /// <summary>∂L/∂a.</summary>
    public double[] Incoming { get; } = new double[layer.UnitCount];

    /// <summary>∂L/∂z.</summary>
    public double[] Delta { get; } = new double[layer.UnitCount];

    Span<double> Weights(double[] parameters) => parameters.AsSpan(weights);

    Span<double> Biases(double[] parameters) => parameters.AsSpan(biases);

    /// <summary>z = W·a + b, a = f(z).</summary>
    public void Forward(ReadOnlySpan<double> input, double[] parameters)
    {
        ColumnMajor.Multiply(Weights(parameters), input, Z);
        var own = Biases(parameters);
        for (var j = 0; j < Units; j++)
            Z[j] += own[j];
        Activation.Apply(Z, A);
    }

    /// <summary>∂L/∂W = δ aᵀ and ∂L/∂b = δ, added to what the samples before have left.</summary>
    public void AddGradient(ReadOnlySpan<double> input, double[] gradient)
    {
        ColumnMajor.AddOuter(Weights(gradient), Delta, input);
        var own = Biases(gradient);
        for (var j = 0; j < Units; j++)
            own[j] += Delta[j];
    }

    /// <summary>∂L/∂a of the layer before = Wᵀ δ.</summary>
    public void SendBack(double[] parameters, Span<double> incoming) =>
        ColumnMajor.MultiplyTransposed(Weights(parameters), Delta, incoming);
}
