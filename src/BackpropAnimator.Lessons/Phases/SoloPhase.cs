using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A phase that has the stage to itself. If the network stands there it steps off first, and it returns at the end for a next phase that
/// begins with it.
/// </summary>
/// <typeparam name="TOptions">Its keys in a scene.</typeparam>
public abstract class SoloPhase<TOptions> : Phase<TOptions>, IOpensCleared where TOptions : PhaseOptions
{
    // When what is a phase's own comes, as a share of the time that the network takes to leave: the stage is never empty, and neither is
    // seen through the other.
    const double OwnComes = 0.5;

    // Seconds: where no network stands between two phases the first goes on beyond its end, and the second waits for it to go.
    const double Overlap = 0.3, Wait = 0.06;

    readonly Interval leaving, returning;
    readonly bool isNetworkWanted;

    /// <param name="options">What the scene says of it.</param>
    /// <param name="place">Where it stands in the lesson.</param>
    /// <param name="changeOver">Seconds that the network takes to step off or on; in a short phase it takes an eighth of
    /// it, and a quarter where the network only goes elsewhere.</param>
    /// <param name="networkStays">Whether the network only goes elsewhere, so that the phase's own waits until it is there.</param>
    /// <param name="comesFromElsewhere">Whether the network stood aside in another place.</param>
    protected SoloPhase(
        TOptions options, PhasePlace place, double changeOver = 0.6, bool networkStays = false,
        bool comesFromElsewhere = false) : base(options, place)
    {
        isNetworkWanted = place.NetworkIsNext;
        Lingers = IsLast || isNetworkWanted || place.AsideIsNext ? 0 : Math.Min(Overlap, Duration / 10);
        var change = Math.Min(changeOver, Duration / (networkStays ? 4 : 8));
        leaving = new(0, Before.IsCleared || !Before.IsGrown || (Before.Aside is not null && !comesFromElsewhere) ? 0 : change);
        returning = new(Duration - (isNetworkWanted ? change : 0), Duration);
        var comes = networkStays ? 1 : OwnComes;
        Own = new(leaving.Share(0, comes).End, returning.Share(1 - comes, 1).Start);
    }

    /// <summary>When the stage belongs to this phase, in seconds from the phase's start.</summary>
    protected Interval Own { get; }

    public override double CompleteAt => Math.Min(base.CompleteAt, Own.End - Going);

    public override bool ClearsStage => !isNetworkWanted;

    /// <summary>Moments whose times are told from the start of <see cref="Own"/>.</summary>
    protected IEnumerable<Moment> InOwn(params IEnumerable<Moment> moments) =>
        moments.Select(moment => moment with { Time = Own.Start + moment.Time });

    /// <summary>Rises as the phase's own things come, and falls as they go; at the lesson's end they stay.</summary>
    /// <param name="t">Seconds from the start of <see cref="Own"/>.</param>
    protected double Shown(double t) =>
        new Interval(Before.IsCleared ? Wait : 0, Own.Duration + Lingers)
            .Presence(t, Math.Min(0.45, Own.Duration / 6), IsLast ? null : Going);

    internal sealed override double Lingers { get; }

    double Going => IsLast ? 0 : Math.Min(0.4, Own.Duration / 6);

    protected sealed override void DrawStage(FrameBuilder frame, double t)
    {
        if (t < leaving.End) DrawNetworkLeaving(frame, Before, leaving.Progress(t));
        if (t >= Own.Start && (t < Own.End || !isNetworkWanted)) DrawOwn(frame, t - Own.Start);
        if (t >= returning.Start && isNetworkWanted)
            DrawNetworkLeaving(frame, After with { IsCleared = false }, 1 - returning.Progress(t));
    }

    /// <summary>Draws what is left of the network and all around it on its way off the stage, or not yet there on its way back.</summary>
    /// <param name="progress">Of the time that it takes. 0: all is in its place; 1: all has gone.</param>
    protected virtual void DrawNetworkLeaving(FrameBuilder frame, StageState state, double progress) =>
        Stage.DrawNetworkLeaving(frame, state, Easing.InOutCubic(progress));

    /// <param name="t">Seconds from the start of <see cref="Own"/>.</param>
    protected abstract void DrawOwn(FrameBuilder frame, double t);
}
