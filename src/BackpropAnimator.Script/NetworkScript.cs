using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script;

/// <summary>A network of dense layers, its loss, and how its weights come about.</summary>
public record NetworkScript : ScriptElement
{
    /// <summary>The most layers, the input one of them.</summary>
    internal const int MostLayers = 64;

    /// <summary>The most units in a layer.</summary>
    internal const int MostUnits = 1000;

    [Description("Units per layer, input first. May be left out with weights of the network's own: these tell them.")]
    [Count(2, MostLayers), Limits(1, MostUnits), Unless(nameof(Weights))]
    public required ImmutableArray<int> Layers { get; init; }

    [Description("What the inputs are called, one name for each. Left out, as the first line of the data's CSV file calls them.")]
    [OneOrMany, Count(1, 1000)]
    public ImmutableArray<string> Inputs { get; init; } = [];

    [Description("What the outputs stand for: a name for each, or for a single output the classes of 0 and 1. Left out, the classes in " +
        "the data's CSV file in the order in which they first appear, or what its first line calls the targets.")]
    [OneOrMany, Count(1, 1000)]
    public ImmutableArray<string> Classes { get; init; } = [];

    [Description("The activation of every layer after the input, or a list with one for each. Left out, that of the file of weights " +
        "where it tells one.")]
    [OneOrMany]
    public ImmutableArray<Activation> Activation { get; init; } = [new Sigmoid()];

    [Description("The slope of leaky_relu below 0.")]
    [Limits(0, 1)]
    public double LeakySlope { get; init; } = 0.01;

    [Description("How far the output is from the target.")]
    public Loss Loss { get; init; } = new HalfSquaredError();

    [Description("The step that an update takes against the gradient.")]
    [Limits(0, 1000, MoreThanMin = true)]
    public double LearningRate { get; init; } = 0.5;

    [Description("What the random weights are drawn from: the same seed gives the same weights.")]
    [Limits(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    [Description("How random weights are drawn.")]
    public Initialization Initialization { get; init; } = Initialization.Default;

    [Description("The largest size of a weight with `initialization: uniform`.")]
    [Limits(0, 1000)]
    public double UniformRange { get; init; } = 1;

    [Description("The weights, and with a file the biases too, instead of random ones: written out, or a file's name.")]
    public WeightsScript Weights { get; init; } = new();

    /// <summary>
    /// <c>Biases[l][j]</c> belongs to unit j of the l-th layer after the input; empty when all are 0. Once read, those of the file too.
    /// </summary>
    [Description("Written-out biases instead of zeros: for each layer after the input one for each of its units.")]
    [Limits(-WeightsScript.Largest, WeightsScript.Largest)]
    public ImmutableArray<ImmutableArray<double>> Biases { get; init; } = [];

    /// <summary>The activation of each layer after the input, one for each, with its options.</summary>
    public ImmutableArray<Activation> Activations =>
    [
        .. (Activation.Length == Layers.Length - 1
            ? Activation
            : Enumerable.Repeat(Activation.IsEmpty ? new Sigmoid() : Activation[0], Layers.Length - 1)).Select(Configured),
    ];

    /// <summary>
    /// Whether <see cref="Activation"/> is one for all layers, or one for each. Others are refused, and nothing more is said of them.
    /// </summary>
    public bool ActivationsFit => Activation.Length == 1 || Activation.Length == Layers.Length - 1;

    /// <summary>An activation with the options that this network has for its kind.</summary>
    public Activation Configured(Activation activation) => activation.Configured(new(LeakySlope));

    /// <summary>What each layer is called: input, hidden, output; several hidden layers are hidden1, hidden2 and so on.</summary>
    public ImmutableArray<string> LayerNames =>
        [.. Layers.Select((_, l) => l == 0 ? "input" : l == Layers.Length - 1 ? "output" : Layers.Length == 3 ? "hidden" : $"hidden{l}")];

    /// <summary>
    /// What each output stands for; empty where the scene does not say. Of a single output with two classes, the one that it is 1 for.
    /// </summary>
    public ImmutableArray<string> OutputNames => Layers[^1] == 1 && Classes.Length == 2 ? [Classes[1]] : Classes;

    /// <summary>Where a focus is; null when this network has no such layer or unit, and for a bare number, which names no layer.</summary>
    public FocusPlace? Find(FocusReference focus)
    {
        if (focus.Edge is { } edge) return Find(edge) is { } found ? new(found.Layer + 1, found.To) : null;
        if (focus.Named is not { } named) return null;
        if (named.Name is { } name && LayerOf(name) is >= 0 and var layer) return new(layer, null);
        return Find(named) is { } place ? new(place.Layer, place.Unit) : null;
    }

    /// <summary>
    /// The weight that a reference means, or null when this network has no such units or they are not in neighbouring layers.
    /// </summary>
    public Edge? Find(EdgeReference reference)
    {
        return Find(reference.From) is (var from, var source) && Find(reference.To) is (var to, var end) && to == from + 1
            ? new Edge(from, source, end)
            : null;
    }

    /// <summary>The unit that a reference means, or null when this network has none such.</summary>
    public UnitPlace? Find(UnitReference reference)
    {
        if (reference.Name is { } name)
            return IndexOf(name, Inputs) is >= 0 and var input ? new(0, input)
                : IndexOf(name, OutputNames) is >= 0 and var output ? new(Layers.Length - 1, output)
                : null;
        var layer = LayerOf(reference.Layer);
        return layer >= 0 && reference.Unit >= 0 && reference.Unit < Layers[layer] ? new(layer, reference.Unit) : null;

        static int IndexOf(string name, ImmutableArray<string> names) => Enumerable.Range(0, names.Length)
            .FirstOrDefault(i => string.Equals(Plain(names[i]), Plain(name), StringComparison.OrdinalIgnoreCase), -1);

        static string Plain(string name) => name.Replace('_', ' ');
    }

    /// <summary>
    /// The layer of a name, from 0 for the input: one of <see cref="LayerNames"/>, or in short i, h1, h2 … and o; −1 when there is none
    /// such.
    /// </summary>
    public int LayerOf(string name)
    {
        var names = LayerNames;
        for (var l = 0; l < names.Length; l++)
            // The only layer of its kind has no number, and may be given one.
            if (name == names[l] || name == UnitReference.ShortLayer(names[l])
                || (!char.IsAsciiDigit(names[l][^1]) && (name == names[l] + "1" || name == UnitReference.ShortLayer(names[l]) + "1")))
                return l;
        return -1;
    }
}
