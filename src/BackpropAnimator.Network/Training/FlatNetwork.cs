using System.Numerics;

namespace BackpropAnimator.Network;

/// <summary>
/// A network to be trained in place: all its weights and biases in one array, and room for the passes of some samples, so that an epoch
/// allocates nothing. It computes what <see cref="DenseNetwork"/> writes as formulas; the tests hold the two together.
/// </summary>
/// <remarks>
/// The samples of an update go through it in groups. Large groups are shared between the cores, first sample by sample and then, for the
/// gradient, weight by weight; so every sum has one core, which takes its terms in the order of the samples. The result is the same, bit
/// for bit, for any number of cores and any size of the groups.
/// </remarks>
sealed class FlatNetwork
{
    // The numbers of one group's passes: 2 MB for the widest networks, and not so many samples that a core waits long for the others.
    const int RoomForPasses = 262_144, MostTogether = 512;

    // What a unit takes besides its weights, in multiplications: its activation and its slope.
    const int PerUnit = 20;

    readonly DenseNetwork origin;
    readonly FlatLayer[] layers;
    readonly ParameterLayout layout;
    readonly double[] gradient, losses;
    readonly Sample[] group;
    readonly long workOfAPass;

    // Made once, so that an epoch does not allocate them.
    readonly Action<int, int> forward, forwardAndBackward;
    readonly Action<int, int>[] addGradient;
    int groupSize, divisor;
    bool isFresh;

    /// <param name="samples">How many samples an update or a measurement may take; more work too, but in more groups.</param>
    public FlatNetwork(DenseNetwork network, int samples = 1)
    {
        (origin, layout) = (network, new(network));
        var units = network.Layers.Sum(layer => layer.UnitCount);
        var together = Math.Clamp(RoomForPasses / units, 1, Math.Min(MostTogether, Math.Max(1, samples)));
        layers = new FlatLayer[network.Layers.Length];
        for (var l = 0; l < layers.Length; l++)
            layers[l] = new(network.Layers[l], l > 0 ? layers[l - 1] : null, layout.WeightsOf(l), layout.BiasesOf(l), together);
        Parameters = layout.Flat(network);
        gradient = new double[layout.Count];
        (group, losses) = (new Sample[together], new double[together]);
        workOfAPass = layout.Count + units * PerUnit;
        forward = (from, to) => Pass(from, to, isBackToo: false);
        forwardAndBackward = (from, to) => Pass(from, to, isBackToo: true);
        addGradient =
            [.. layers.Select(layer => (Action<int, int>)((from, to) => layer.AddGradient(Group, from, to, gradient, isFresh, divisor)))];
    }

    /// <summary>As <see cref="ParameterLayout"/> has them.</summary>
    public double[] Parameters { get; }

    ReadOnlySpan<Sample> Group => group.AsSpan(0, groupSize);

    public bool IsFinite
    {
        get
        {
            // x − x is 0 for every finite number, and NaN for every other.
            var sum = Vector<double>.Zero;
            var p = 0;
            for (; p + Vector<double>.Count <= Parameters.Length; p += Vector<double>.Count)
            {
                var values = new Vector<double>(Parameters, p);
                sum += values - values;
            }

            var isFinite = sum == Vector<double>.Zero;
            for (; p < Parameters.Length; p++)
                isFinite &= double.IsFinite(Parameters[p]);
            return isFinite;
        }
    }

    public DenseNetwork ToNetwork() => layout.Network(origin, Parameters);

    /// <summary>The loss averaged over samples.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled between two groups of samples.</exception>
    public double MeanLoss(ReadOnlySpan<Sample> samples, CancellationToken cancellation = default) =>
        Measure(samples, hasGradient: false, cancellation);

    /// <summary>The same, with the gradient averaged over the samples, which <see cref="Learn"/> takes.</summary>
    /// <inheritdoc cref="MeanLoss"/>
    public double MeanLossAndGradient(ReadOnlySpan<Sample> samples, CancellationToken cancellation = default) =>
        Measure(samples, hasGradient: true, cancellation);

    /// <summary>One update with the gradient that was measured last.</summary>
    /// <param name="state">What the optimizer remembers, and then remembers of this update too.</param>
    public void Learn(UpdateRule rule, OptimizerState state) => rule.Apply(Parameters, gradient, layout, state);

    /// <summary>The gradient that was measured last.</summary>
    public Gradient Gradient => layout.Shaped(gradient);

    /// <summary>z of the output layer, of the last pass of a single input.</summary>
    public ReadOnlySpan<double> PreActivations => layers[^1].Z(0);

    /// <summary>Runs an input through every layer.</summary>
    /// <returns>The output; valid until the next pass.</returns>
    public ReadOnlySpan<double> Forward(double[] input)
    {
        (group[0], groupSize) = (new(input, []), 1);
        Forward(0, 1);
        return layers[^1].A(0);
    }

    double Measure(ReadOnlySpan<Sample> samples, bool hasGradient, CancellationToken cancellation)
    {
        var sum = 0.0;
        for (var start = 0; start < samples.Length; start += groupSize)
        {
            cancellation.ThrowIfCancellationRequested();
            groupSize = Math.Min(group.Length, samples.Length - start);
            samples.Slice(start, groupSize).CopyTo(group);
            Cores.Share(groupSize, groupSize * workOfAPass, hasGradient ? forwardAndBackward : forward);
            for (var n = 0; n < groupSize; n++)
                sum += losses[n];
            (isFresh, divisor) = (start == 0, start + groupSize == samples.Length ? samples.Length : 1);
            for (var l = 0; hasGradient && l < layers.Length; l++)
                Cores.Share(layers[l].Inputs + 1, (long)layers[l].Units * layers[l].Inputs * groupSize, addGradient[l]);
        }

        return sum / samples.Length;
    }

    // Every sample's own: its numbers in each layer, and its loss.
    void Pass(int from, int to, bool isBackToo)
    {
        Forward(from, to);
        var last = layers[^1];
        for (var n = from; n < to; n++)
            losses[n] = origin.Loss.Value(last.Activation, last.Z(n), last.A(n), group[n].Target);
        if (isBackToo)
            Backward(from, to);
    }

    void Forward(int from, int to)
    {
        foreach (var layer in layers)
            layer.Forward(Group, from, to, Parameters);
    }

    void Backward(int from, int to)
    {
        var last = layers[^1];
        var cancels = origin.Loss.CancelsWith(last.Activation);
        for (var n = from; n < to; n++)
        {
            ReadOnlySpan<double> a = last.A(n), target = group[n].Target;
            var delta = last.Delta(n);
            if (cancels)
            {
                for (var j = 0; j < last.Units; j++)
                    delta[j] = a[j] - target[j];
            }
            else
            {
                origin.Loss.Gradient(a, target, last.Incoming(n));
                last.Activation.Backpropagate(last.Z(n), a, last.Incoming(n), delta);
            }
        }

        for (var l = layers.Length - 1; l > 0; l--)
            layers[l].SendBack(from, to, Parameters);
    }
}

/// <summary>One example as bare arrays.</summary>
readonly record struct Sample(double[] Input, double[] Target)
{
    /// <summary>The example's own numbers, which nobody changes, where it keeps them in arrays.</summary>
    public static Sample Of(Example example) =>
        new(example.Input.AsArray() ?? example.Input.ToArray(), example.Target.AsArray() ?? example.Target.ToArray());
}
