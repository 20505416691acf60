using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// Where the parameters of a network lie in one array: layer by layer the weights, column by column as <see cref="ColumnMajor"/> has
/// them, then the biases.
/// </summary>
sealed class ParameterLayout
{
    readonly ImmutableArray<int> sizes, offsets;

    public ParameterLayout(DenseNetwork network) : this(network.LayerSizes)
    {
    }

    ParameterLayout(ImmutableArray<int> sizes)
    {
        this.sizes = sizes;
        var starts = ImmutableArray.CreateBuilder<int>(sizes.Length);
        starts.Add(0);
        for (var l = 0; l < sizes.Length - 1; l++)
            starts.Add(starts[l] + (sizes[l] + 1) * sizes[l + 1]);
        offsets = starts.MoveToImmutable();
        Weights = [.. Enumerable.Range(0, LayerCount).Select(WeightsOf)];
    }

    /// <summary>The layout of some weights alone, by their number.</summary>
    public static ParameterLayout OfWeights(int count) => new([count, 1]);

    /// <summary>How many weights and biases there are.</summary>
    public int Count => offsets[^1];

    /// <summary>The weights of each layer.</summary>
    public ImmutableArray<Range> Weights { get; }

    int LayerCount => sizes.Length - 1;

    public Range WeightsOf(int layer) => new(offsets[layer], offsets[layer] + sizes[layer] * sizes[layer + 1]);

    public Range BiasesOf(int layer) => new(offsets[layer] + sizes[layer] * sizes[layer + 1], offsets[layer + 1]);

    /// <summary>The place of one weight.</summary>
    public int IndexOf(WeightAddress weight) => offsets[weight.Layer] + weight.From * sizes[weight.Layer + 1] + weight.To;

    /// <summary>The place of one bias.</summary>
    public int IndexOf(UnitAddress unit) => BiasesOf(unit.Layer).Start.Value + unit.Unit;

    public double[] Flat(DenseNetwork network) => Flat(network.Layers.Select(layer => (layer.Weights, layer.Biases)));

    public double[] Flat(Gradient gradient) => Flat(gradient.Layers.Select(layer => (layer.Weights, layer.Biases)));

    /// <summary>Values of all parameters in the shape of a gradient.</summary>
    public Gradient Shaped(double[] values) => new(
        [.. Enumerable.Range(0, LayerCount).Select(l => new LayerGradient(
            Matrix<double>.Build.Dense(sizes[l + 1], sizes[l], values[WeightsOf(l)]),
            Vector<double>.Build.Dense(values[BiasesOf(l)])))]);

    /// <summary>The network with other parameters.</summary>
    /// <exception cref="ArgumentException">One of them is not finite.</exception>
    public DenseNetwork Network(DenseNetwork origin, double[] parameters) => new(
        [.. Shaped(parameters).Layers.Zip(origin.Layers, (moved, layer) => new DenseLayer(moved.Weights, moved.Biases, layer.Activation))],
        origin.Loss);

    double[] Flat(IEnumerable<(Matrix<double> Weights, Vector<double> Biases)> layers)
    {
        var flat = new double[Count];
        foreach (var (l, (weights, biases)) in layers.Index())
        {
            weights.AsSpan().CopyTo(flat.AsSpan(WeightsOf(l)));
            biases.AsSpan().CopyTo(flat.AsSpan(BiasesOf(l)));
        }

        return flat;
    }
}
