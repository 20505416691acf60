using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A phase for which the network steps aside, rather than off: it glides to a smaller place and back, with its numbers, while what
/// stands around it goes.
/// </summary>
/// <param name="place">Where the network stands meanwhile.</param>
internal abstract class AsidePhase(PhaseScript script, LessonStage stage, StageState before, PhaseScript? next, SKRect place) : SoloPhase(script, stage, before, next)
{
    // "Output" is wider than its disc.
    const float NameOverhang = 34;

    /// <summary>The network in its smaller place.</summary>
    protected NetworkView Aside { get; } = new(new(place, NameOverhang, stage.Network.Layout.Sizes), stage.Palette);

    /// <summary>How far dashes tell negative weights from positive ones while it stands aside, 0 to 1.</summary>
    protected virtual double SignsShown => 0;

    /// <summary>How visible the network is at a time: where it came from the stage, or will go back to it, it does not fade.</summary>
    /// <param name="t">Seconds from the start of <see cref="SoloPhase.Own"/>.</param>
    protected double NetworkShown(double t)
    {
        var stays = t < Own.Duration / 2 ? !Before.IsCleared && Before.IsGrown : !ClearsStage;
        return stays ? 1 : Shown(t);
    }

    /// <summary>What is on stage at the end that the network glides from or to, as it stands aside.</summary>
    /// <param name="state">Of the stage, before or after the phase.</param>
    protected virtual StageState AsideOf(StageState state) => state with { IsGrown = true, HasActivations = true, HasGradients = false };

    /// <summary>Adds to the network on its way what only this phase shows.</summary>
    /// <param name="left">0: the network is in its usual place; 1: it stands aside.</param>
    protected virtual void Adorn(NetworkPose pose, StageState state, double left) { }

    protected sealed override void DrawNetworkLeaving(FrameBuilder frame, StageState state, double left)
    {
        if (state.IsCleared || !state.IsGrown) return;
        // The network moves into the others' room.
        Stage.DrawSurroundingsLeaving(frame, state, Math.Min(1, 4 * left));
        var between = new NetworkView(NetworkLayout.Between(Stage.Network.Layout, Aside.Layout, left), Stage.Palette);
        var (here, there) = (Stage.AtRest(state), Stage.AtRest(AsideOf(state), Aside.Layout));
        var pose = Stage.AtRest(state, between.Layout);
        foreach (var unit in between.Layout.Units)
        {
            ref var look = ref pose[unit];
            look.ValueOpacity = Mix(here[unit].ValueOpacity, there[unit].ValueOpacity);
            look.Level = Mix(here[unit].Level, there[unit].Level);
            look.DeltaOpacity = EarlyOrLate(here[unit].DeltaOpacity, there[unit].DeltaOpacity);
        }
        foreach (var edge in between.Layout.Edges)
        {
            ref var look = ref pose[edge];
            look.LabelOpacity = EarlyOrLate(here[edge].LabelOpacity, there[edge].LabelOpacity);
            look.GradientOpacity = EarlyOrLate(here[edge].GradientOpacity, there[edge].GradientOpacity);
            look.SignShown = SignsShown * left;
        }
        Adorn(pose, state, left);
        between.Draw(frame, pose);

        double Mix(double a, double b) => a + (b - a) * left;
        // What has no room in the smaller place goes before it gets narrow.
        double EarlyOrLate(double a, double b) => b < a ? b + (a - b) * Math.Clamp(1 - 5 * left, 0, 1) : a + (b - a) * Math.Clamp(5 * left - 4, 0, 1);
    }
}
