using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The training loop as a cycle, and what it is for: the loss of this very network over real further steps.</summary>
[Phase("outro", Place = 70)]
[Description("The training loop as a cycle, and the loss over real further steps.")]
internal sealed class OutroPhase : SoloPhase<OutroOptions>
{
    readonly ImmutableArray<double> losses;
    readonly TrainingLoop loop;
    readonly Plot plot;

    public OutroPhase(OutroOptions options, PhasePlace place) : base(options, place)
    {
        losses = [.. Before.EarlierLosses, .. Stage.Numbers.Continued(Before.Step, options.Steps).Losses];
        var body = Stage.Layout.Body;
        var (left, right) = Stage.Layout.IsWide
            ? (
                new SKRect(body.Left, body.Top + 24, body.MidX - 20, body.Bottom),
                new SKRect(body.MidX + 60, body.Top + 60, body.Right, body.Bottom - 30))
            : (
                new SKRect(body.Left, body.Top + 10, body.Right, body.MidY - 20),
                new SKRect(body.Left, body.MidY + 20, body.Right, body.Bottom));
        loop = new(left, Stage.Palette);
        plot = new(right, losses.Length - 1, losses.Max(), Stage.Palette);
    }

    protected override Direction Direction => Direction.Learning;

    protected override string DefaultTitle => "Training";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var (palette, samples) = (Stage.Palette, Before.Step.Batch.Count);
        var whole = new Interval(0, Own.Duration);
        var here = Shown(t);
        loop.Draw(frame, whole.Share(0, 0.24).At(t, Easing.InOutCubic), 1.75 * whole.Share(0.2, 1).At(t, Easing.InOutSine), here);
        var whose = samples > 1 ? LossName.AsTitle(samples) : "Loss of this network";
        plot.DrawAxes(frame, whose + ", step by step", "training steps", here);
        var drawn = whole.Share(0.2, 0.86).At(t, Easing.InOutCubic);
        if (here < 0.5) return;
        var head = plot.DrawCurve(frame, losses, drawn, palette.LossOver(losses), here);
        var now = losses[(int)Math.Round(drawn * (losses.Length - 1))];
        // Beside the curve's end, and where there is no more room on the right on the side where the curve is not.
        var text = $"{LossName.Short(samples)} = {Numbers.Fine(now)}";
        var isBeside = head.X + 26 + Stage.Fonts.Shape(text, Face.Bold, 30).Width <= Stage.Layout.Safe.Right - 8;
        var y = isBeside ? head.Y + 4 : head.Y < plot.Inner.MidY ? head.Y + 50 : head.Y - 30;
        frame.Add(new TextLine(
            text, new(head.X + (isBeside ? 26 : -8), y), 30, palette.LossOver(losses).Faded(here), Face.Bold,
            isBeside ? SKTextAlign.Left : SKTextAlign.Right));
    }
}
