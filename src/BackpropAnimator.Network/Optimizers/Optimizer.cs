using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>How a step follows from a gradient, and all that is said of it.</summary>
[Catalog]
public abstract partial record Optimizer : ICatalogued
{
    /// <summary>Every optimizer with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<Optimizer> All { get; }

    public abstract string Name { get; }

    /// <summary>What it is called in a sentence: "Adam".</summary>
    public abstract string Label { get; }

    public abstract string Description { get; }

    public virtual ImmutableArray<string> OtherNames => [];

    /// <summary>What one step does to a weight w of gradient g, with the learning rate η, in TeX.</summary>
    public abstract string Formula { get; }

    /// <summary>Its options by their names in scenes and traces.</summary>
    public virtual ImmutableArray<(string Name, double Value)> Options => [];

    /// <summary>What it remembers of every parameter from step to step, by the names in traces; 0 before the first step.</summary>
    public virtual ImmutableArray<string> Memory => [];

    /// <summary>
    /// Whether weight decay shortens the weights themselves, w ← w − η λ w, as in AdamW. Otherwise it is a part of the gradient,
    /// g = ∂L/∂w + λ w, as if λ/2 Σ w² had been added to the loss.
    /// </summary>
    public virtual bool DecouplesWeightDecay => false;

    /// <summary>This optimizer with its options as a scene sets them.</summary>
    public virtual Optimizer Configured(OptimizerOptions options) => this;

    /// <summary>Moves the parameters one step, each by its own numbers alone: large networks move theirs in parts.</summary>
    /// <param name="parameters">As many as the state was made for.</param>
    /// <param name="gradient">As many, with weight decay in it unless <see cref="DecouplesWeightDecay"/>.</param>
    /// <param name="learningRate">η of this step.</param>
    /// <param name="state">What is remembered; its <see cref="OptimizerState.Steps"/> count this step already.</param>
    protected internal abstract void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state);

    /// <summary>The same step for one weight, line by line as on paper: first what is remembered, last the new weight.</summary>
    protected internal abstract IEnumerable<UpdateLine> Working(WeightUpdate update);
}

/// <summary>What scenes set for single kinds of optimizers; null is the optimizer's own default.</summary>
/// <param name="Momentum"><see cref="Network.Momentum.Beta"/>, <see cref="Nesterov.Beta"/>.</param>
/// <param name="Beta1"><see cref="Adam.Beta1"/>.</param>
/// <param name="Beta2"><see cref="Adam.Beta2"/>.</param>
/// <param name="Rho"><see cref="RmsProp.Rho"/>.</param>
/// <param name="Epsilon">ε of every optimizer that divides by a root.</param>
public readonly record struct OptimizerOptions(
    double? Momentum = null, double? Beta1 = null, double? Beta2 = null, double? Rho = null, double? Epsilon = null);
