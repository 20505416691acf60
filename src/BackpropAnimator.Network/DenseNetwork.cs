using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// A feed-forward network of dense layers and the loss that judges its output. It never changes: learning gives a new network.
/// </summary>
public sealed record DenseNetwork
{
    /// <param name="layers">The layers after the input, in forward order; at least one.</param>
    /// <param name="loss">The loss that follows the last layer.</param>
    /// <exception cref="ArgumentException">A layer does not fit the one before, softmax is not last, or the loss cannot follow.</exception>
    public DenseNetwork(ImmutableArray<DenseLayer> layers, Loss loss)
    {
        if (layers.IsDefaultOrEmpty)
            throw new ArgumentException("A network has at least one layer after its input.", nameof(layers));
        for (var l = 0; l < layers.Length - 1; l++)
        {
            if (layers[l].UnitCount != layers[l + 1].InputCount)
                throw new ArgumentException(
                    $"Layer {l + 2} takes {layers[l + 1].InputCount} inputs, but layer {l + 1} has {layers[l].UnitCount} units.",
                    nameof(layers));
            if (layers[l].Activation.IsForOutputOnly)
                throw new ArgumentException($"{layers[l].Activation.Name} is for the output layer only.", nameof(layers));
        }

        if (loss.ProblemWith(layers[^1].Activation) is { } problem)
            throw new ArgumentException(problem, nameof(loss));

        (Layers, Loss) = (layers, loss);
        LayerSizes = [layers[0].InputCount, .. layers.Select(layer => layer.UnitCount)];
    }

    /// <summary>The layers after the input, in forward order.</summary>
    public ImmutableArray<DenseLayer> Layers { get; }

    public Loss Loss { get; }

    public int InputCount => LayerSizes[0];

    public int OutputCount => LayerSizes[^1];

    /// <summary>Units per layer, input first: one longer than <see cref="Layers"/>.</summary>
    public ImmutableArray<int> LayerSizes { get; }

    /// <summary>A network whose weights come from a seed: the same seed gives the same network on every system and version.</summary>
    /// <param name="sizes">Units per layer, input first.</param>
    /// <param name="activations">One per layer after the input.</param>
    /// <param name="loss">The loss that follows the last layer.</param>
    /// <param name="initialization">How weights and biases are drawn.</param>
    /// <param name="seed">Where the stream of random numbers starts.</param>
    public static DenseNetwork Seeded(
        IReadOnlyList<int> sizes, IReadOnlyList<Activation> activations, Loss loss, Initialization initialization, long seed)
    {
        if (activations.Count != sizes.Count - 1)
            throw new ArgumentException(
                $"{sizes.Count} layer sizes need {sizes.Count - 1} activations, not {activations.Count}.", nameof(activations));

        var random = new RandomStream(seed);
        return new DenseNetwork(
            [.. activations.Select((activation, l) => initialization.Layer(sizes[l], sizes[l + 1], activation, random))], loss);
    }

    /// <summary>Runs an input through every layer: zˡ = Wˡaˡ⁻¹ + bˡ, aˡ = f(zˡ).</summary>
    /// <param name="input">One value per input.</param>
    public ForwardPass Forward(Vector<double> input)
    {
        if (input.Count != InputCount)
            throw new ArgumentException($"The network takes {InputCount} inputs, not {input.Count}.", nameof(input));

        var layers = ImmutableArray.CreateBuilder<LayerForward>(Layers.Length);
        var a = input;
        foreach (var layer in Layers)
        {
            var z = layer.Weights.Times(a) + layer.Biases;
            a = layer.Activation.ValuesAt(z);
            layers.Add(new LayerForward(z, a));
        }

        return new ForwardPass(input, layers.MoveToImmutable());
    }

    /// <summary>Sends the error of a forward pass back through every layer.</summary>
    /// <param name="forward">This network's own forward pass.</param>
    /// <param name="target">One value per output.</param>
    /// <remarks>Rumelhart, Hinton &amp; Williams (1986); Goodfellow, Bengio &amp; Courville (2016), §6.5.</remarks>
    public BackwardPass Backward(ForwardPass forward, Vector<double> target)
    {
        if (Loss.ProblemWith(target) is { } problem)
            throw new ArgumentException(problem, nameof(target));

        var layers = new LayerBackward[Layers.Length];
        var incoming = Loss.Gradient(forward.Output, target);                       // ∂L/∂ŷ
        for (var l = Layers.Length - 1; l >= 0; l--)
        {
            var isCancelled = l == Layers.Length - 1 && Loss.CancelsWith(Layers[l].Activation);
            layers[l] = Back(Layers[l].Activation, forward.Layers[l], forward.ActivationsOf(l), incoming, isCancelled ? target : null);
            if (l > 0)
                incoming = Layers[l].Weights.TransposeTimes(layers[l].Delta);              // ∂L/∂aˡ⁻¹ = (Wˡ)ᵀ δˡ
        }

        return new BackwardPass(LossOf(forward, target), ImmutableCollectionsMarshal.AsImmutableArray(layers));
    }

    /// <summary>L of a forward pass: cross-entropy is computed from z, and so is exact however sure and wrong an output is.</summary>
    /// <param name="forward">This network's own forward pass.</param>
    /// <param name="target">One value per output.</param>
    public double LossOf(ForwardPass forward, Vector<double> target)
    {
        if (target.Count != OutputCount)
            throw new ArgumentException($"The target has {target.Count} values for {OutputCount} outputs.", nameof(target));
        var last = forward.Layers[^1];
        return Loss.Value(Layers[^1].Activation, last.PreActivation.AsSpan(), last.Activation.AsSpan(), target.AsSpan());
    }

    /// <summary>The loss averaged over examples.</summary>
    public double LossOver(IReadOnlyCollection<Example> examples) =>
        examples.Average(example => LossOf(Forward(example.Input), example.Target));

    /// <summary>The gradient averaged over examples.</summary>
    public Gradient GradientOver(IReadOnlyCollection<Example> examples) =>
        Gradient.Average(examples.Select(example => Backward(Forward(example.Input), example.Target).Gradient));

    /// <summary>One step of gradient descent: w ← w − η ∂L/∂w, b ← b − η ∂L/∂b.</summary>
    /// <exception cref="ArgumentException">The step is so long that a number is no longer finite.</exception>
    public DenseNetwork Updated(Gradient gradient, double learningRate) => new(
        [.. Layers.Zip(gradient.Layers, (layer, slope) => new DenseLayer(
            layer.Weights - learningRate * slope.Weights,
            layer.Biases - learningRate * slope.Biases,
            layer.Activation))],
        Loss);

    public double WeightAt(WeightAddress weight) => Layers[weight.Layer].Weights[weight.To, weight.From];

    /// <summary>The same network but for one weight.</summary>
    public DenseNetwork With(WeightAddress weight, double value)
    {
        var layer = Layers[weight.Layer];
        var weights = layer.Weights.Clone();
        weights[weight.To, weight.From] = value;
        return new DenseNetwork(Layers.SetItem(weight.Layer, new DenseLayer(weights, layer.Biases, layer.Activation)), Loss);
    }

    public bool Equals(DenseNetwork? other) => other is not null && Loss == other.Loss && Layers.SequenceEqual(other.Layers);

    public override int GetHashCode() => HashCode.Combine(Loss, Layers.Length, Layers[0]);

    static LayerBackward Back(
        Activation activation, LayerForward forward, Vector<double> inputs, Vector<double> incoming, Vector<double>? cancelsTo)
    {
        var slope = activation.SlopesAt(forward.PreActivation);
        var jacobian = activation.JacobianAt(forward.PreActivation);
        var delta = cancelsTo is { } target ? forward.Activation - target       // δ = a − y
            : jacobian?.TransposeTimes(incoming)                                // δ = Jᵀ ∂L/∂a
            ?? incoming.PointwiseMultiply(slope);                               // δ = ∂L/∂a ⊙ f′(z)
        return new LayerBackward(incoming, slope, delta, WeightGradient: delta.TimesTransposed(inputs), BiasGradient: delta)
        {
            Jacobian = jacobian,
            IsCancelled = cancelsTo is not null,
        };
    }
}
