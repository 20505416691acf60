using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>wait</c>.</summary>
public sealed record WaitOptions() : PhaseOptions(seconds: 3)
{
    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (check.Scene.Phases is [var first, ..] && ReferenceEquals(first, this))
            check.Error(Position, "wait: there is no picture to hold before the first phase", "put it after a phase");
        if (Title is not null)
            check.Error(
                PositionOf(nameof(Title)), "title: the heading is that of the phase before",
                "leave it out, or give that phase the title");
    }
}
