using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One side of a comparison: its name and how much of its loss is gone, its network at work, and its curve of losses.</summary>
internal sealed class ComparedNetwork
{
    readonly StageHalf half;
    readonly string name;
    readonly TrainingRun run;
    readonly Example example;
    readonly IReadOnlyList<double> curve;
    readonly LossScaleKind scale;
    readonly SmallNetwork network;
    readonly Plot plot;
    readonly SKColor curveColor;
    readonly LessonStage stage;

    /// <param name="example">What goes through the network.</param>
    /// <param name="highest">The largest loss, or share of it, of both sides: their axes are equal.</param>
    /// <param name="wins">Whether it ends lower than the other side: red is for what stays wrong.</param>
    public ComparedNetwork(
        StageHalf half, string name, TrainingRun run, Example example, LossScaleKind scale, double highest, bool wins, LessonStage stage)
    {
        curveColor = wins ? stage.Palette.Learned : stage.Palette.Error;
        (this.half, this.name, this.run, this.example, this.scale, this.stage) = (half, name, run, example, scale, stage);
        var body = half.Body;
        // Network above curve, or before it where there is little height.
        var split = body.Top + body.Height * (stage.Layout.IsWide ? 0.43f : 0.5f);
        var (above, below) = body.Height > 0.5f * body.Width
            ? (body with { Bottom = split }, body with { Top = split + 8 })
            : (
                new SKRect(body.Left, body.Top, body.Left + body.Width * 0.42f, body.Bottom),
                new SKRect(body.Left + body.Width * 0.44f, body.Top, body.Right, body.Bottom));
        below.Right -= 14; // The last number of the axis reaches beyond its end.
        var first = run.NetworkAt(0);
        network = new(above, first.LayerSizes, stage, showsTargets: true);
        plot = new(below, run.Epochs, highest, stage.Palette);
        curve = scale == LossScaleKind.Relative ? run.Shares : run.Losses;
    }

    /// <param name="epoch">How far training has come; between two whole epochs the curve is on its way.</param>
    /// <param name="grown">How much of the network has grown.</param>
    public void Draw(FrameBuilder frame, double epoch, double grown, double opacity)
    {
        var palette = stage.Palette;
        var whole = (int)Math.Round(epoch);
        var now = run.NetworkAt(whole);
        half.DrawHeading(frame, stage.Fonts, palette, name, LossInWords(whole), curveColor, opacity * Math.Min(1, 3 * grown));
        network.Draw(frame, now, now.Forward(example.Input), example, grown, opacity);
        plot.DrawAxes(frame, PlotTitle, stage.Words.Compare.Epochs, opacity * grown);
        if (grown < 0.5) return;
        plot.DrawCurve(frame, curve, run.Epochs == 0 ? 0 : epoch / run.Epochs, curveColor, opacity * (2 * grown - 1));
    }

    string PlotTitle => scale == LossScaleKind.Relative
        ? stage.Words.Compare.ShareOfStart(LossName.AsTitle(run.Samples, stage.Words))
        : LossName.AsTitle(run.Samples, stage.Words);

    string LossInWords(int epoch)
    {
        var loss = run.Losses[epoch];
        var change = 100 * (run.ShareOf(loss) - 1);
        // What is nearly gone is not all gone.
        var percent = change is > -100 and < -99
            ? Numbers.Plain(Math.Min(99.9, -change), 1)
            : Numbers.Plain(Math.Abs(change), Math.Abs(change) < 10 ? 1 : 0);
        var sign = percent.AsSpan().ContainsAnyInRange('1', '9') ? change < 0 ? "−" : "+" : "";
        return $"{LossName.Short(run.Samples, stage.Words)} = {Numbers.Fine(loss)}   {sign}{percent} %";
    }
}
