using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace OwnPhase;

/// <summary>The options of the phase <c>podium</c>: each property with a description is a key in scenes.</summary>
public sealed record PodiumOptions() : PhaseOptions(seconds: 8)
{
    [Description("How many weights are shown.")]
    [Limits(1, 5)]
    public int Places { get; init; } = 3;

    /// <summary>What the limits of a single key cannot say.</summary>
    public override void Check(PhaseCheck check)
    {
        if (check.Network is not { } network) return;
        var weights = network.Layers.Zip(network.Layers.Skip(1), (from, to) => from * to).Sum();
        if (Places > weights)
            check.Error(
                PositionOf(nameof(Places)), $"places: the network has only {weights} weights, found {Places}", "ask for fewer places");
    }
}
