using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A phase that shows something beside the network. The network steps aside for it, stays there for a next phase of this kind, and goes
/// back to its place for one that begins with it.
/// </summary>
internal abstract class BesidePhase : Phase
{
    // The network takes this long to step aside or back, or an eighth of a short phase.
    const double ChangeOver = 0.9;

    readonly Interval entering, leaving;
    readonly Departure departure;

    enum Departure { Stay, Return, Exit }

    /// <param name="next">What follows it; null for the end.</param>
    protected BesidePhase(PhaseScript script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before)
    {
        departure = next is null or { StandsBesideNetwork: true } ? Departure.Stay : next.StartsWithNetwork ? Departure.Return : Departure.Exit;
        IsLast = next is null;
        var change = Math.Min(ChangeOver, Duration / 8);
        entering = new(0, before.IsAside ? 0 : change);
        leaving = new(Duration - (departure == Departure.Stay ? 0 : change), Duration);
        Own = new(entering.End, leaving.Start);
    }

    /// <summary>The network's place while it stands aside.</summary>
    protected NetworkView Network => Stage.Aside;

    /// <summary>When the network stands aside, in seconds from the phase's start.</summary>
    protected Interval Own { get; }

    bool IsLast { get; }

    public override StageState After => Before with { IsGrown = true, IsAside = departure == Departure.Stay };

    public sealed override bool ClearsStage => departure == Departure.Exit;

    /// <summary>Rises as the phase's own things come, and falls as they go; at the lesson's end they stay.</summary>
    /// <param name="t">Seconds from the start of <see cref="Own"/>.</param>
    protected double Shown(double t) => new Interval(0, Own.Duration).Swell(t, Math.Min(0.45, Own.Duration / 6), IsLast ? 0 : Math.Min(0.4, Own.Duration / 6));

    /// <summary>The network as it stands aside: with its values, and without any label that a phase has not put there.</summary>
    protected NetworkPose AsidePose() => BarePose(Network.Layout, labels: 0);

    protected sealed override void DrawStage(FrameBuilder frame, double t)
    {
        if (t < entering.End) DrawEntering(frame, entering.Progress(t));
        else if (t < leaving.Start || departure == Departure.Stay) DrawOwn(frame, t - Own.Start);
        else if (departure == Departure.Return) DrawGliding(frame, 1 - leaving.Progress(t));
        else DrawComing(frame, 1 - leaving.At(t, Easing.InOutCubic));
    }

    /// <param name="t">Seconds from the start of <see cref="Own"/>.</param>
    protected abstract void DrawOwn(FrameBuilder frame, double t);

    void DrawEntering(FrameBuilder frame, double progress)
    {
        if (Before.IsCleared || !Before.IsGrown) DrawComing(frame, Easing.InOutCubic(progress));
        else DrawGliding(frame, progress);
    }

    void DrawComing(FrameBuilder frame, double opacity)
    {
        var pose = AsidePose();
        foreach (var unit in Network.Layout.Units)
        {
            pose[unit].Opacity = opacity;
        }
        foreach (var edge in Network.Layout.Edges)
        {
            pose[edge].Opacity = opacity;
        }
        pose.Names *= opacity;
        Network.Draw(frame, pose);
    }

    // What stands around the network goes first; then discs and edges travel, and nothing has to be read on the way.
    void DrawGliding(FrameBuilder frame, double progress)
    {
        var staying = 1 - new Interval(0, 0.35).At(progress, Easing.InOutSine);
        var layout = NetworkLayout.Between(Stage.Network.Layout, Network.Layout, new Interval(0.3, 1).At(progress, Easing.InOutCubic));
        var pose = BarePose(layout, staying);
        var loss = Before.HasLoss ? staying : 0;
        if (staying > 0) Stage.Targets.Draw(frame, Before.Step, staying, loss, loss);
        new NetworkView(layout, Stage.Palette).Draw(frame, pose);
        Stage.LossBox.Draw(frame, Formulas.LossOf(Before.Step.Before.Loss), new() { Opacity = staying, FormulaOpacity = loss, Value = Before.HasLoss ? Before.Step.Loss : null, ValueOpacity = staying });
        if (Before.HasGradients) Stage.Legend.Draw(frame, staying);
    }

    NetworkPose BarePose(NetworkLayout layout, double labels)
    {
        var pose = Stage.AtRest(Before with { IsGrown = true }, layout);
        foreach (var unit in layout.Units)
        {
            pose[unit].DeltaOpacity *= labels;
        }
        foreach (var edge in layout.Edges)
        {
            ref var look = ref pose[edge];
            look.LabelOpacity *= labels;
            look.GradientOpacity *= labels;
        }
        return pose;
    }
}
