using System.ComponentModel;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script;

/// <summary>How the network is trained on <see cref="Scene.Data"/>, with the network's own learning rate.</summary>
public sealed record TrainingScript : ScriptElement
{
    [Description("How often training goes through the data.")]
    [ShortForm, Limits(1, 1_000_000)]
    public int Epochs { get; init; } = 1000;

    [Description("How many samples one update sees.")]
    public BatchKind Batch { get; init; } = BatchKind.Full;

    [Description("How a step follows from the gradient.")]
    public Optimizer Optimizer { get; init; } = new GradientDescent();

    [Description("The share of the velocity that is kept from step to step, with `optimizer: momentum`.")]
    [Limits(0, 1, LessThanMax = true)]
    public double Momentum { get; init; } = 0.9;

    [Description("What the order of samples is drawn from, with `batch: sample`. Left out, the network's seed.")]
    [Limits(0, int.MaxValue)]
    public int? Seed { get; init; }

    /// <summary>Whether the scene writes how many epochs there are, rather than leaving them to what this one changes.</summary>
    public bool WritesEpochs => Node is not (null or Yaml.MappingNode) || Has(nameof(Epochs));
}
