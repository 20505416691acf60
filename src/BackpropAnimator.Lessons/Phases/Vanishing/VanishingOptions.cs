using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>vanishing</c>.</summary>
public sealed record VanishingOptions() : PhaseOptions(seconds: 14)
{
    [Description("What is different on the left: any key of `network`, a `name`, and `expect` with claims about this side. Left out, " +
        "the scene's own network.")]
    [Overrides]
    public VariantScript? Left { get; init; }

    [Description("What is different on the right. Left out, relu in every hidden layer.")]
    [Overrides]
    public VariantScript? Right { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<VariantScript> Variants => [Left ?? new(), Right ?? new()];

    /// <inheritdoc/>
    public override PhaseOptions CompletedFrom(Scene scene)
    {
        var own = new VariantScript().CompletedFrom(scene);
        return this with
        {
            Left = Left?.CompletedFrom(scene) ?? own,
            Right = Right?.CompletedFrom(scene) ?? own with { Activation = Rectified(own.Activations) },
        };
    }

    /// <inheritdoc/>
    public override PhaseOptions WithFiles(SceneFiles files) => this with
    {
        Left = Left is null ? null : files.WithWeights(Left),
        Right = Right is null ? null : files.WithWeights(Right),
    };

    static ImmutableArray<Activation> Rectified(ImmutableArray<Activation> activations) =>
        [.. Enumerable.Repeat(new Relu(), activations.Length - 1), activations[^1]];
}
