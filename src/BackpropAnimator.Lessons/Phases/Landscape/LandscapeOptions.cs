using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>landscape</c>.</summary>
public sealed record LandscapeOptions() : PhaseOptions(seconds: 14)
{
    [Description("The weight along the horizontal axis. Left out, the one with the largest gradient.")]
    public EdgeReference? X { get; init; }

    [Description("The weight along the vertical axis. Left out, the one with the largest gradient into another unit.")]
    public EdgeReference? Y { get; init; }

    [Description("The step sizes to walk with, one path for each. Left out, the network's learning rate.")]
    [OneOrMany, Count(1, 3), Limits(0, 1000, MoreThanMin = true)]
    public ImmutableArray<double> LearningRates { get; init; } = [];

    [Description("How many steps each path takes: one number for all paths, or one for each learning rate.")]
    [OneOrMany, Count(1, 3), Limits(1, 200)]
    public ImmutableArray<int> Steps { get; init; } = [14];

    [Description("Where every path starts, as the values of the two weights. Left out, where the network stands.")]
    [Count(2, 2), Limits(-1000, 1000)]
    public ImmutableArray<double> Start { get; init; } = [];

    /// <summary>How many steps the path of a learning rate takes, counted from 0.</summary>
    public int StepsOf(int path) => Steps.Length == 1 ? Steps[0] : Steps[path];

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => LandscapeChecks.Run(this, check);
}
