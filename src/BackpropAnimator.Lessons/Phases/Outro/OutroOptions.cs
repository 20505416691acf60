using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>outro</c>.</summary>
public sealed record OutroOptions() : PhaseOptions(seconds: 4)
{
    [Description("How many further training steps the plot shows.")]
    [Limits(1, 10000)]
    public int Steps { get; init; } = 40;

    /// <inheritdoc/>
    public override PhaseLearning LearningIn(Scene scene) => new(StepsAhead: Steps);
}
