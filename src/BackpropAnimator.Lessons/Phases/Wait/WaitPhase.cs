using System.ComponentModel;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The phase before, once all that it has to show is there: its picture stays, and then goes as it would have gone. A caption of one's own
/// takes the place of the phase's.
/// </summary>
[Phase("wait", Place = 280)]
[Description("Holds the picture of the phase before, for as long as it takes to say something about it.")]
internal sealed class WaitPhase : Phase<WaitOptions>
{
    // What the held phase has left to do when all of it has been shown, in seconds; of several that hold it the last lets it go.
    readonly double rest;

    public WaitPhase(WaitOptions options, PhasePlace place) : base(options, place)
    {
        Held = place.Held ?? throw new ArgumentException("A phase that waits comes after another.", nameof(place));
        rest = place.IsHeldOn ? 0 : Held.Length - Held.CompleteAt;
    }

    /// <summary>The phase whose picture it holds.</summary>
    public Phase Held { get; }

    public override StageState After => Held.After;

    public override bool ClearsStage => Held.ClearsStage;

    public override double CompleteAt => Math.Max(0, Duration - rest);

    protected internal override bool HasPanel => Held.HasPanel;

    internal override NetworkLayout? StaysAside => Held.StaysAside;

    internal override double Lingers => Held.Lingers;

    internal override void DrawLingering(FrameBuilder frame, double after) => Held.DrawLingering(frame, after);

    protected override string DefaultTitle => Held.Title;

    private protected override void DrawUnnoted(FrameBuilder frame, double t, double clock)
    {
        var heldFor = Math.Min(t, CompleteAt);
        var left = Duration - CompleteAt;
        var held = Held.CompleteAt + (left > 0 ? (t - heldFor) * rest / left : 0);
        Held.DrawPicture(frame, held, held, captions: !HasCaptions);
        if (HasCaptions) DrawCaptions(frame, clock);
    }

    protected override void DrawStage(FrameBuilder frame, double t) => Draw(frame, t, t);
}
