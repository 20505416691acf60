using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>How a step follows from a gradient, and all that is said of it.</summary>
[Catalog]
public abstract partial record Optimizer : ICatalogued
{
    /// <summary>Every optimizer with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<Optimizer> All { get; }

    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>What one step does to a weight w of gradient g, with the learning rate η, in TeX.</summary>
    public abstract string Formula { get; }

    /// <summary>This optimizer with its options as a scene sets them.</summary>
    public virtual Optimizer Configured(OptimizerOptions options) => this;

    /// <summary>The rule of one training run, with whatever it remembers from step to step.</summary>
    protected internal abstract UpdateRule For(int parameterCount);
}

/// <summary>What scenes set for single kinds of optimizers.</summary>
/// <param name="Momentum"><see cref="Network.Momentum.Beta"/>.</param>
public readonly record struct OptimizerOptions(double Momentum);

/// <summary>Moves the parameters one step; both spans have the length that the rule was made for.</summary>
public delegate void UpdateRule(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate);
