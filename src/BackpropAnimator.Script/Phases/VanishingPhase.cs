using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script;

[Description("One backward pass through two deep networks: a bar for each layer with its mean |∂L/∂w| on a logarithmic scale, from the output back.")]
public sealed record VanishingPhase() : PhaseScript("vanishing", seconds: 14)
{
    [Description("What is different on the left: any key of `network`, a `name`, and `expect` with claims about this side. Left out, the scene's own network.")]
    [Overrides]
    public VariantScript? Left { get; init; }

    [Description("What is different on the right. Left out, relu in every hidden layer.")]
    [Overrides]
    public VariantScript? Right { get; init; }

    public override bool StartsWithNetwork => false;

    public override ImmutableArray<VariantScript> Variants => [Left ?? new(), Right ?? new()];

    internal override PhaseScript CompletedFrom(Scene scene)
    {
        var own = new VariantScript().CompletedFrom(scene);
        return this with { Left = Left?.CompletedFrom(scene) ?? own, Right = Right?.CompletedFrom(scene) ?? own with { Activation = Rectified(own.Activations) } };
    }

    static ImmutableArray<Activation> Rectified(ImmutableArray<Activation> activations) =>
        [.. Enumerable.Repeat(new Relu(), activations.Length - 1), activations[^1]];
}
