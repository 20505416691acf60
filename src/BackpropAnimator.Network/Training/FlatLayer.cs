namespace BackpropAnimator.Network;

/// <summary>One layer of a <see cref="FlatNetwork"/>: where its parameters lie, and the numbers of the pass that is under way.</summary>
sealed class FlatLayer(int inputs, int units, Activation activation, int offset)
{
    public int Inputs => inputs;

    public int Units => units;

    public Activation Activation => activation;

    /// <summary>Where the parameters of the next layer begin.</summary>
    public int End => offset + (inputs + 1) * units;

    public double[] Z { get; } = new double[units];

    public double[] A { get; } = new double[units];

    /// <summary>∂L/∂a.</summary>
    public double[] Incoming { get; } = new double[units];

    /// <summary>∂L/∂z.</summary>
    public double[] Delta { get; } = new double[units];

    public Span<double> Weights(double[] parameters) => parameters.AsSpan(offset, inputs * units);

    public Span<double> Biases(double[] parameters) => parameters.AsSpan(offset + inputs * units, units);

    /// <summary>z = W·a + b, a = f(z).</summary>
    public void Forward(ReadOnlySpan<double> input, double[] parameters)
    {
        ColumnMajor.Multiply(Weights(parameters), input, Z);
        var biases = Biases(parameters);
        for (var j = 0; j < units; j++)
            Z[j] += biases[j];
        activation.Apply(Z, A);
    }

    /// <summary>∂L/∂W = δ aᵀ and ∂L/∂b = δ, added to what the samples before have left.</summary>
    public void AddGradient(ReadOnlySpan<double> input, double[] gradient)
    {
        ColumnMajor.AddOuter(Weights(gradient), Delta, input);
        var biases = Biases(gradient);
        for (var j = 0; j < units; j++)
            biases[j] += Delta[j];
    }

    /// <summary>∂L/∂a of the layer before = Wᵀ δ.</summary>
    public void SendBack(double[] parameters, Span<double> incoming) =>
        ColumnMajor.MultiplyTransposed(Weights(parameters), Delta, incoming);
}
