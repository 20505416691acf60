namespace BackpropAnimator.Network;

/// <summary>
/// A network to be trained in place: all its weights and biases in one array, and room for one pass, so that an epoch allocates
/// nothing. It computes what <see cref="DenseNetwork"/> writes as formulas; the tests hold the two together.
/// </summary>
sealed class FlatNetwork
{
    readonly DenseNetwork origin;
    readonly FlatLayer[] layers;
    readonly ParameterLayout layout;
    readonly double[] gradient;

    public FlatNetwork(DenseNetwork network)
    {
        (origin, layout) = (network, new(network));
        layers = [.. network.Layers.Select((layer, l) => new FlatLayer(layer, layout.WeightsOf(l), layout.BiasesOf(l)))];
        Parameters = layout.Flat(network);
        gradient = new double[layout.Count];
    }

    /// <summary>As <see cref="ParameterLayout"/> has them.</summary>
    public double[] Parameters { get; }

    public bool IsFinite
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (!double.IsFinite(parameter))
                    return false;
            }

            return true;
        }
    }

    public DenseNetwork ToNetwork() => layout.Network(origin, Parameters);

    public double MeanLoss(ReadOnlySpan<Sample> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            Forward(sample.Input);
            var last = layers[^1];
            sum += origin.Loss.Value(last.Activation, last.Z, last.A, sample.Target);
        }

        return sum / samples.Length;
    }

    /// <summary>One update with the gradient averaged over the samples.</summary>
    /// <param name="state">What the optimizer remembers, and then remembers of this update too.</param>
    public void Learn(ReadOnlySpan<Sample> samples, UpdateRule rule, OptimizerState state)
    {
        Array.Clear(gradient);
        foreach (var sample in samples)
        {
            Forward(sample.Input);
            Backward(sample);
        }

        foreach (ref var slope in gradient.AsSpan())
            slope /= samples.Length;
        rule.Apply(Parameters, gradient, layout, state);
    }

    /// <summary>z of the output layer, of the last pass.</summary>
    public ReadOnlySpan<double> PreActivations => layers[^1].Z;

    /// <summary>Runs an input through every layer.</summary>
    /// <returns>The output; valid until the next pass.</returns>
    public ReadOnlySpan<double> Forward(ReadOnlySpan<double> input)
    {
        foreach (var layer in layers)
        {
            layer.Forward(input, Parameters);
            input = layer.A;
        }
        return input;
    }

    void Backward(Sample sample)
    {
        var last = layers[^1];
        if (origin.Loss.CancelsWith(last.Activation))
        {
            for (var j = 0; j < last.Units; j++)
                last.Delta[j] = last.A[j] - sample.Target[j];
        }
        else
        {
            origin.Loss.Gradient(last.A, sample.Target, last.Incoming);
            last.Activation.Backpropagate(last.Z, last.A, last.Incoming, last.Delta);
        }

        for (var l = layers.Length - 1; l > 0; l--)
        {
            layers[l].AddGradient(layers[l - 1].A, gradient);
            layers[l].SendBack(Parameters, layers[l - 1].Incoming);
            layers[l - 1].Activation.Backpropagate(layers[l - 1].Z, layers[l - 1].A, layers[l - 1].Incoming, layers[l - 1].Delta);
        }

        layers[0].AddGradient(sample.Input, gradient);
    }
}

/// <summary>One example as bare arrays.</summary>
readonly record struct Sample(double[] Input, double[] Target);
