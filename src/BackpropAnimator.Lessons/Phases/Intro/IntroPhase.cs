using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>The title writes itself; the network grows from left to right; the empty loss box waits at its end.</summary>
[Phase("intro", Place = 10, Opening = PhaseOpening.Ungrown)]
[Description("The title writes itself and the network grows, layer by layer.")]
internal sealed class IntroPhase(IntroOptions options, PhasePlace place) : Phase<IntroOptions>(options, place)
{
    readonly NetworkPose grown = place.Stage.AtRest(place.Before.Bare);

    Interval Whole => new(0, Duration);

    protected override string DefaultTitle => "";

    public override StageState After => Before.Bare;

    protected override double TitleWritten(double t) => Whole.Share(0, 0.4).At(t, Easing.InOutSine);

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var layout = Stage.Network.Layout;
        var pose = grown.Copy();
        var layers = layout.Sizes.Length;
        var growing = Whole.Share(0.1, 0.78);
        for (var layer = 0; layer < layers; layer++)
        {
            var turn = growing.Staggered(layer, layers, overlap: 0.45);
            var units = layout.UnitsOf(layer);
            for (var i = 0; i < units.Length; i++)
                pose[units[i]].Presence = turn.Share(0.25, 1).Staggered(i, units.Length, overlap: 0.75).At(t, Easing.OutBack);
            if (layer == 0) continue;
            foreach (var edge in layout.EdgesAfter(layer - 1)) pose[edge].Growth = turn.Share(0, 0.75).At(t, Easing.InOutCubic);
        }
        pose.Names = Whole.Share(0.35, 0.8).At(t, Easing.InOutCubic);

        var box = Whole.Share(0.68, 0.92).At(t, Easing.InOutCubic);
        Stage.Targets.Draw(frame, Before.Step, ways: box, targets: 0, errors: 0);
        Stage.Network.Draw(frame, pose);
        Stage.LossBox.Draw(frame, new() { Opacity = box });
    }
}
