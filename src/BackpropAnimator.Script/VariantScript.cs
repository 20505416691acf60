using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using BackpropAnimator.Script.Binding;

namespace BackpropAnimator.Script;

/// <summary>The scene's network with some of its keys changed: one side of a comparison. Once read, every key has its value.</summary>
public record VariantScript : NetworkScript
{
    [SetsRequiredMembers]
    public VariantScript() => Layers = [];

    [Description("What this side is called. Left out, what is different about it.")]
    public string Name { get; init; } = "";

    [Description("Claims about this side's own numbers, as in the scene's `expect`.")]
    [OneOrMany, Count(0, 100)]
    public ImmutableArray<ExpectationScript> Expect { get; init; } = [];

    /// <summary>A scene without phases in which this network stands in the place of the scene's own and sees its example.</summary>
    public virtual Scene In(Scene scene) => scene with { Network = this, Data = null, Expect = Expect, Phases = [] };

    /// <summary>The variant with every key that it does not write taken from the scene.</summary>
    public virtual VariantScript CompletedFrom(Scene scene) => this.Over(scene.Network);
}

/// <summary>A variant that is trained, on the scene's data or, where there is none, on its example.</summary>
public sealed record TrainedVariantScript : VariantScript
{
    [SetsRequiredMembers]
    public TrainedVariantScript()
    {
    }

    [Description("What is different about this side's training.")]
    [Overrides]
    public TrainingScript Training { get; init; } = new();

    public override Scene In(Scene scene) => base.In(scene) with
    {
        Training = Training,
        Data = scene.Data ?? new() { Samples = [scene.Example], Position = scene.Example.Position },
    };

    /// <inheritdoc/>
    public override TrainedVariantScript CompletedFrom(Scene scene) =>
        this.Over(scene.Network) with { Training = Training.Over(scene.Training) };
}
