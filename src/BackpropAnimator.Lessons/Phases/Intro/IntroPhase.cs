using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What is to come, in two breaths: the network springs up, cyan runs out through it and orange back. Then the title writes itself, and the
/// light calms down.
/// </summary>
[Phase("intro", Place = 10, Opening = PhaseOpening.Ungrown)]
[Description("The network grows, light runs forward through it and back, and the title writes itself.")]
[Moment("grow", "the network begins to grow")]
[Moment("forward", "light runs forward through it")]
[Moment("back", "light runs back")]
[Moment("title", "the title begins to write itself")]
internal sealed class IntroPhase : Phase<IntroOptions>
{
    // How bright a unit is as it springs up, and how long that lasts as a share of its turn.
    const double Spark = 0.9;

    readonly NetworkPose grown;
    readonly NetworkView network;
    readonly Interval growing, writing, calming;
    readonly ImmutableArray<Interval> forward;
    readonly ImmutableArray<LayerFlow> flows;
    readonly BackwardSweep back;
    readonly OpeningPicture? picture;

    public IntroPhase(IntroOptions options, PhasePlace place) : base(options, place)
    {
        network = Stage.NetworkIn(StageSetting.Alone);
        picture = OpeningPicture.Of(options, Stage, network.Layout);
        var whole = new Interval(picture?.Entered ?? 0, Duration);
        grown = Stage.AtRest(Before.Bare);
        (growing, writing, calming) = (whole.Share(0, 0.3), whole.Share(0.55, 0.86), whole.Share(0.8, 1));
        var layout = network.Layout;
        var gaps = layout.Sizes.Length - 1;
        forward = [.. Enumerable.Range(0, gaps).Select(gap => whole.Share(0.22, 0.46).Staggered(gap, gaps, overlap: 0))];
        flows = [.. Enumerable.Range(0, gaps).Select(gap => new LayerFlow(layout, gap, Before.Step.CarriedForward))];
        back = new(Stage, network.Layout, Before.Step, whole.Share(0.46, 0.74));
    }

    public override IEnumerable<Moment> Moments =>
        [new("grow", growing.Start), new("forward", forward[0].Start), new("back", back.Time.Start), new("title", writing.Start)];

    protected override string DefaultTitle => "";

    public override StageState After => Before.Bare;

    protected override double TitleWritten(double t) => writing.At(t, Easing.InOutSine);

    protected override double TitleLeads(double t) => 1 - calming.At(t, Easing.InOutCubic);

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var pose = grown.Copy();
        Grow(pose, t);
        List<DrawItem> packets = [];
        RunForward(pose, packets, t);
        back.Light(pose, network.Layout, t);
        packets.AddRange(back.Travellers(network, t));
        CalmDown(pose, 1 - calming.At(t, Easing.InOutSine));

        Stage.Targets.Draw(frame, network.Layout, Before.Step, names: pose.Names, ways: 0, targets: 0, errors: 0);
        network.Draw(frame, pose, packets);
        picture?.Draw(frame, t);
    }

    void Grow(NetworkPose pose, double t)
    {
        var layout = network.Layout;
        var layers = layout.Sizes.Length;
        for (var layer = 0; layer < layers; layer++)
        {
            var turn = growing.Staggered(layer, layers, overlap: 0.6);
            var units = layout.UnitsOf(layer);
            for (var i = 0; i < units.Length; i++)
            {
                var springing = turn.Share(0.2, 1).Staggered(i, units.Length, overlap: 0.75);
                ref var look = ref pose[units[i]];
                look.Presence = springing.At(t, Easing.OutBack);
                var shining = new Interval(springing.Start, springing.End + 0.3);
                look.Light = Spark * shining.Swell(t, springing.Duration * 0.4, 0.3 + springing.Duration * 0.5);
                look.LightColor = Stage.Palette.Forward;
            }
            if (layer == 0) continue;
            foreach (var edge in layout.EdgesAfter(layer - 1)) pose[edge].Growth = turn.Share(0, 0.75).At(t, Easing.InOutCubic);
        }
        pose.Names = growing.Share(0.5, 1).At(t, Easing.InOutCubic);
    }

    void RunForward(NetworkPose pose, List<DrawItem> packets, double t)
    {
        var (layout, palette, step) = (network.Layout, Stage.Palette, Before.Step);
        var afterglow = new Afterglow(layout, step);
        foreach (var unit in layout.Units)
        {
            var reached = unit.Layer == 0 ? forward[0].Start : forward[unit.Layer - 1].End;
            ref var look = ref pose[unit];
            look.Level = Poses.LevelOf(step.ActivationOf(unit))
                * new Interval(reached - 0.1, reached + 0.25).At(t, Easing.OutCubic);
            var flash = new Interval(reached - 0.15, reached + 0.6).Swell(t, 0.15, 0.5);
            look.Shine(flash, palette.Forward);
        }
        for (var gap = 0; gap < flows.Length; gap++)
        {
            var travelled = forward[gap].At(t, Easing.InOutSine);
            afterglow.LeaveForward(pose, gap + 1, travelled);
            packets.AddRange(flows[gap].PacketsIn(network, travelled, palette.Forward));
        }
    }

    // The lesson begins with a network at rest.
    static void CalmDown(NetworkPose pose, double left)
    {
        foreach (ref var look in pose.Units.AsSpan()) (look.Level, look.Blame, look.LevelLight) = (look.Level * left, look.Blame * left, 1);
        foreach (ref var look in pose.Edges.AsSpan()) (look.Afterglow, look.Fire) = (look.Afterglow * left, look.Fire * left);
    }
}
