using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A phase that shows something beside the network. The network steps aside for it, rather than off: it glides to a smaller place, while
/// what stands around it goes; it stays there for a next phase that stands beside it too, and glides back for one that begins with it.
/// </summary>
/// <typeparam name="TOptions">Its keys in a scene.</typeparam>
public abstract class AsidePhase<TOptions> : SoloPhase<TOptions>, IOpensAside where TOptions : PhaseOptions
{
    // Seconds: the network has some way to go.
    const double Glide = 0.9;

    // "Output" is wider than its disc.
    const float NameOverhang = 34;

    // Seconds in which numbers go before the network does.
    const double NumbersGo = 0.35;

    readonly bool staysAside, movesOn;

    /// <param name="options">What the scene says of it.</param>
    /// <param name="place">Where it stands in the lesson.</param>
    /// <param name="aside">The network in its smaller place; the stage's own, unless the phase needs more or less room.</param>
    /// <param name="glide">Seconds that the network is on its way: more where it is large and full of light.</param>
    protected AsidePhase(TOptions options, PhasePlace place, NetworkView? aside = null, double glide = Glide) : base(
        options, place, glide, networkStays: true,
        comesFromElsewhere: place.Before.Aside is { } before && before != (aside ?? place.Stage.Aside).Layout)
    {
        Aside = aside ?? Stage.Aside;
        (staysAside, movesOn) = (place.AsideIsNext, place.AsideMoves);
    }

    /// <summary>The network in its smaller place.</summary>
    protected NetworkView Aside { get; }

    public override StageState After => Before with { IsGrown = true, Aside = null };

    internal sealed override NetworkLayout? StaysAside => staysAside ? Aside.Layout : null;

    public sealed override bool ClearsStage => !staysAside && base.ClearsStage;

    /// <summary>The network in a place of the phase's own.</summary>
    protected static NetworkView NetworkIn(SKRect place, LessonStage stage) =>
        stage.Network.In(new(place, NameOverhang, stage.Network.Layout.Shown, stage.InputLabelRoom));

    /// <summary>How far dashes tell negative weights from positive ones while it stands aside, 0 to 1.</summary>
    protected virtual double SignsShown => 0;

    /// <summary>How visible the network is at a time: where it came from the stage, or will go back to it, it does not fade.</summary>
    /// <param name="t">Seconds from the start of <see cref="SoloPhase{TOptions}.Own"/>.</param>
    protected double NetworkShown(double t)
    {
        var stays = t < Own.Duration / 2 ? !Before.IsCleared && Before.IsGrown : !ClearsStage;
        return stays ? 1 : Shown(t);
    }

    /// <summary>The network as it stands aside: with its values, and without any label that the phase has not put there.</summary>
    /// <param name="state">Of the stage, before or after the phase.</param>
    protected virtual NetworkPose PoseAside(StageState state)
    {
        var pose = WithoutAfterglow(Stage.AtRest(state with { IsGrown = true, HasGradients = false }, Aside.Layout));
        foreach (var edge in Aside.Layout.Edges) pose[edge].LabelOpacity = 0;
        return pose;
    }

    /// <summary>The network as it stands aside, with its values and its weights.</summary>
    protected NetworkPose Numbered(StageState state)
    {
        var pose = WithoutAfterglow(Stage.AtRest(state with { IsGrown = true, HasActivations = true, HasGradients = false }, Aside.Layout));
        // Those along the edges of a dead unit too: a phase may speak of them.
        foreach (var edge in Aside.Layout.Edges) pose[edge].LabelOpacity = Aside.Layout.LabelsFit(edge.Layer) ? 1 : 0;
        return pose;
    }

    // Beside a phase of its own light along an edge means what the phase says.
    NetworkPose WithoutAfterglow(NetworkPose pose)
    {
        foreach (var edge in Aside.Layout.Edges) pose[edge].Afterglow = 0;
        return pose;
    }

    /// <summary>The network aside at a time, as visible as it is then.</summary>
    /// <param name="t">Seconds from the start of <see cref="SoloPhase{TOptions}.Own"/>.</param>
    /// <param name="state">Of the stage; that before the phase when left out.</param>
    protected NetworkPose PoseAside(double t, StageState? state = null)
    {
        var (pose, shown) = (PoseAside(state ?? Before), NetworkShown(t));
        pose.Names = shown;
        pose.Fade(shown, shown);
        return pose;
    }

    /// <summary>Whether an edge can carry numbers: all of its gap can, or it leads to the one unit for which there is room.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="most">The unit with most to tell.</param>
    protected bool CarriesLabels(Edge edge, Unit most) =>
        Aside.Layout.LabelsFit(edge.Layer) || (Aside.Layout.FocusLabelsFit(edge.Layer) && edge.To == most.Index);

    /// <summary>Draws the network aside; where it goes on to another place beside the next phase, it leaves its numbers here.</summary>
    /// <param name="t">Seconds from the start of <see cref="SoloPhase{TOptions}.Own"/>.</param>
    /// <param name="travellers">Drawn over the edges and under the units.</param>
    protected void DrawAside(FrameBuilder frame, NetworkPose pose, double t, IEnumerable<DrawItem>? travellers = null)
    {
        if (movesOn) Undress(pose, 1 - new Interval(Own.Duration - NumbersGo, Own.Duration).At(t, Easing.InOutSine));
        Aside.Draw(frame, pose, travellers);
    }

    // Takes away all but discs, lids and edges.
    void Undress(NetworkPose pose, double left)
    {
        foreach (ref var look in pose.Units.AsSpan())
        {
            (look.ValueOpacity, look.Level, look.DeltaOpacity) = (look.ValueOpacity * left, look.Level * left, look.DeltaOpacity * left);
            (look.Mark, look.Light, look.Blame) = (look.Mark * left, look.Light * left, look.Blame * left);
            look.Opacity += (1 - look.Opacity) * (1 - left);
        }
        foreach (var edge in Aside.Layout.Edges)
        {
            ref var look = ref pose[edge];
            (look.LabelOpacity, look.GradientOpacity) = (look.LabelOpacity * left, look.GradientOpacity * left);
            (look.SignShown, look.Light, look.Afterglow) = (look.SignShown * left, look.Light * left, look.Afterglow * left);
            look.Opacity += (After.RestingOpacity(edge) - look.Opacity) * (1 - left);
        }
    }

    /// <summary>Dims what has no part in a layer and its weights.</summary>
    /// <param name="layer">The weights are those that lead to it.</param>
    /// <param name="amount">0: as it was; 1: as far back as it goes.</param>
    protected void StepBack(NetworkPose pose, int layer, double amount)
    {
        foreach (var edge in Aside.Layout.Edges)
            if (edge.Layer != layer - 1) pose[edge].Opacity *= 1 - 0.65 * amount;
        foreach (var unit in Aside.Layout.Units)
            if (unit.Layer != layer && unit.Layer != layer - 1) pose[unit].Opacity *= 1 - 0.55 * amount;
    }

    /// <summary>Adds to the network on its way what only this phase shows.</summary>
    /// <param name="left">0: the network is in its usual place; 1: it stands aside.</param>
    protected virtual void Adorn(NetworkPose pose, StageState state, double left) { }

    protected sealed override void DrawNetworkLeaving(FrameBuilder frame, StageState state, double progress)
    {
        if (state.IsCleared || !state.IsGrown) return;
        // What stands around the network goes first, as it moves into the others' room; then discs and edges travel, and nothing has to be
        // read on the way.
        var gone = new Interval(0, 0.35).At(progress, Easing.InOutSine);
        var left = new Interval(0.35, 1).At(progress, Easing.InOutCubic);
        var there = new Interval(0.93, 1).At(progress, Easing.InOutSine);
        if (state.Aside is null) Stage.DrawSurroundingsLeaving(frame, state, gone);
        var from = state.Aside ?? Stage.NetworkIn(state.Setting).Layout;
        var between = Stage.Network.In(NetworkLayout.Between(from, Aside.Layout, left));
        var (usual, aside) = (Stage.AtRest(state, from), PoseAside(state));
        if (state.Aside is not null) Undress(usual, 0);
        var pose = Stage.AtRest(state, between.Layout);
        foreach (var unit in between.Layout.Units)
        {
            ref var look = ref pose[unit];
            look.ValueOpacity = Mix(usual[unit].ValueOpacity, aside[unit].ValueOpacity);
            look.Level = Mix(usual[unit].Level, aside[unit].Level);
            look.LevelLight = Mix(usual[unit].LevelLight, aside[unit].LevelLight);
            look.Blame = Mix(usual[unit].Blame, aside[unit].Blame);
            look.DeltaOpacity = Label(usual[unit].DeltaOpacity, aside[unit].DeltaOpacity);
        }
        foreach (var edge in between.Layout.Edges)
        {
            ref var look = ref pose[edge];
            look.LabelOpacity = Label(usual[edge].LabelOpacity, aside[edge].LabelOpacity);
            look.GradientOpacity = Label(usual[edge].GradientOpacity, aside[edge].GradientOpacity);
            look.Afterglow = Mix(usual[edge].Afterglow, aside[edge].Afterglow);
            look.FireReached = Mix(usual[edge].FireReached, aside[edge].FireReached);
            look.SignShown = SignsShown * left;
        }
        Adorn(pose, state, left);
        between.Draw(frame, pose);

        double Mix(double a, double b) => a + (b - a) * left;
        double Label(double before, double after) => Math.Max(before * (1 - gone), after * there);
    }
}
