using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// A network to be trained in place: all its weights and biases in one array, and room for one pass, so that an epoch allocates
/// nothing. It computes what <see cref="DenseNetwork"/> writes as formulas; the tests hold the two together.
/// </summary>
sealed class FlatNetwork
{
    readonly DenseNetwork origin;
    readonly FlatLayer[] layers;
    readonly double[] gradient;

    public FlatNetwork(DenseNetwork network)
    {
        origin = network;
        layers = new FlatLayer[network.Layers.Length];
        var offset = 0;
        for (var l = 0; l < layers.Length; l++)
        {
            layers[l] = new FlatLayer(network.Layers[l].InputCount, network.Layers[l].UnitCount, network.Layers[l].Activation, offset);
            offset = layers[l].End;
        }

        Parameters = new double[offset];
        gradient = new double[offset];
        foreach (var (layer, dense) in layers.Zip(network.Layers))
        {
            dense.Weights.ToColumnMajorArray().CopyTo(layer.Weights(Parameters));
            dense.Biases.ToArray().CopyTo(layer.Biases(Parameters));
        }
    }

    /// <summary>Layer by layer the weights, column by column, then the biases.</summary>
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

    public DenseNetwork ToNetwork() => new(
        [.. layers.Select(layer => new DenseLayer(
            Matrix<double>.Build.Dense(layer.Units, layer.Inputs, layer.Weights(Parameters).ToArray()),
            Vector<double>.Build.Dense(layer.Biases(Parameters).ToArray()),
            layer.Activation))],
        origin.Loss);

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
    public void Learn(ReadOnlySpan<Sample> samples, UpdateRule update, double learningRate)
    {
        Array.Clear(gradient);
        foreach (var sample in samples)
        {
            Forward(sample.Input);
            Backward(sample);
        }

        foreach (ref var slope in gradient.AsSpan())
            slope /= samples.Length;
        update(Parameters, gradient, learningRate);
    }

    void Forward(ReadOnlySpan<double> input)
    {
        foreach (var layer in layers)
        {
            layer.Forward(input, Parameters);
            input = layer.A;
        }
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
