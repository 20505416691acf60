using System.ComponentModel;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script;

/// <summary>How the network is trained on <see cref="Scene.Data"/>, and how single updates go, with its own learning rate.</summary>
public sealed record TrainingScript : ScriptElement
{
    [Description("How often training goes through the data.")]
    [ShortForm, Limits(1, 1_000_000)]
    public int Epochs { get; init; } = 1000;

    [Description("How many samples an update averages over: `full` for all of them, one update an epoch; `sample` for each alone; a " +
        "number for mini-batches of so many. The order of samples and mini-batches is drawn anew for every epoch, whose last mini-batch " +
        "may be smaller; a number as large as the data is `full`.")]
    public BatchSize Batch { get; init; } = BatchSize.Full;

    [Description("How a step follows from the gradient g; `weight_update` takes its steps so too.")]
    public Optimizer Optimizer { get; init; } = new GradientDescent();

    [Description("β, the share of the velocity that is kept from step to step, with `optimizer: momentum` and `nesterov`.")]
    [Limits(0, 1, LessThanMax = true)]
    public double Momentum { get; init; } = 0.9;

    [Description("β₁, the share of the mean gradient that is kept, with `adam` and `adamw`. Left out, 0.9.")]
    [Limits(0, 1, LessThanMax = true)]
    public double? Beta1 { get; init; }

    [Description("β₂, the share of the mean squared gradient that is kept, with `adam` and `adamw`. Left out, 0.999.")]
    [Limits(0, 1, LessThanMax = true)]
    public double? Beta2 { get; init; }

    [Description("ρ, the share of the mean squared gradient that is kept, with `rmsprop`. Left out, 0.9.")]
    [Limits(0, 1, LessThanMax = true)]
    public double? Rho { get; init; }

    [Description("ε, which keeps the division defined where a mean square is 0, with `adam`, `adamw`, `rmsprop` and `adagrad`. Left out, " +
        "1e-8, and 1e-10 with `adagrad`.")]
    [Limits(0, 1, MoreThanMin = true)]
    public double? Epsilon { get; init; }

    [Description("λ, how strongly every update pulls weights towards 0; biases are left alone. It is added to the gradient, " +
        "g = ∂L/∂w + λ w; `adamw` shortens the weight itself, w ← w − η λ w. The loss is shown without it.")]
    [Limits(0, 10)]
    public double WeightDecay { get; init; }

    [Description("How the learning rate changes from epoch to epoch, over as many as `epochs` says.")]
    public ScheduleScript Schedule { get; init; } = new();

    [Description("What the order of samples is drawn from, unless `batch` is `full`. Left out, the network's seed.")]
    [Limits(0, int.MaxValue)]
    public int? Seed { get; init; }

    /// <summary>Whether an update is w ← w − η ∂L/∂w with the network's own learning rate.</summary>
    public bool HasPlainUpdates => Optimizer is GradientDescent && WeightDecay == 0 && Schedule.Kind is ConstantRate;

    /// <summary>The optimizer with the options that are written here.</summary>
    public Optimizer ConfiguredOptimizer => Optimizer.Configured(new(Momentum, Beta1, Beta2, Rho, Epsilon));

    /// <summary>Whether the scene writes how many epochs there are, rather than leaving them to what this one changes.</summary>
    public bool WritesEpochs => Node is not (null or Yaml.MappingNode) || Has(nameof(Epochs));
}
