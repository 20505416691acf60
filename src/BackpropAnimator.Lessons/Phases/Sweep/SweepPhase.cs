using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One output's target moves, and every gradient is computed anew: edges shine in the colour of their sign, one gradient is plotted against
/// the target, and at the end is said how many have really changed their sign.
/// </summary>
[Phase("sweep", Place = 180, Needs = "loss")]
[Description("One output's target moves while every gradient is computed anew: edges wear their sign, and a plot shows where it changes.")]
[Moment("move", "the target begins to move")]
[Moment("verdict", "the changes of signs are counted")]
internal sealed class SweepPhase : AsidePhase<SweepOptions>
{
    const float PlotShare = 0.78f, LineHeight = 54, TextSize = 30;

    readonly Unit output;
    readonly Edge plotted;
    readonly SweepNumbers numbers;
    readonly double[] strongest;
    readonly Plot plot;
    readonly SignedCurve curve;
    readonly SKRect words;
    // Whether the curve goes down from left to right.
    readonly bool falls;
    readonly Interval axes, sweep, verdict;

    public SweepPhase(SweepOptions options, PhasePlace place) : base(options, place)
    {
        var step = Before.Step;
        output = new(Stage.Network.Layout.Sizes.Length - 1, options.Output);
        plotted = options.Weight is { } reference ? Stage.EdgeOf(reference) : LargestInto(output);
        numbers = new(step, options.Output, options.From, options.To);
        strongest = [.. Ends().Select(layer => Math.Max(1e-12, layer))];

        var points = numbers.CurveOf(plotted);
        var room = Stage.Layout.Beside;
        var (left, right) = (Math.Min(options.From, options.To), Math.Max(options.From, options.To));
        var reach = Math.Max(1e-3, points.Max(p => Math.Abs(p.Gradient)));
        plot = new(
            new(room.Left, room.Top, room.Right, room.Top + room.Height * PlotShare), LinearScale.Around(left, right, 5),
            LinearScale.Around(
                Math.Min(-0.15 * reach, points.Min(p => p.Gradient)), Math.Max(0.15 * reach, points.Max(p => p.Gradient)), 4),
                Stage.Palette);
        curve = new([.. points.Select(p => (p.Target, p.Gradient))], plot, Stage.Palette);
        falls = (points[^1].Gradient - points[0].Gradient) * (options.To - options.From) < 0;
        words = new(room.Left, room.Top + room.Height * PlotShare, room.Right, room.Bottom);

        var laid =
            Beat.Lay(Own.Duration, Beat.Move(0.9), Beat.Pause(0.6), Beat.Move(6.5), Beat.Pause(0.4), Beat.Move(0.8), Beat.Pause(1.8));
        (axes, sweep, verdict) = (laid[0], laid[2], laid[4]);
    }

    public override IEnumerable<Moment> Moments => InOwn([new("move", sweep.Start), new("verdict", verdict.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.Sweep;

    // Of each layer the largest gradient, at the beginning or at the end.
    IEnumerable<double> Ends() =>
        numbers.LayersAt(0).Zip(
            numbers.LayersAt(1),
            (first, last) => Math.Max(first.WeightGradient.Enumerate().Max(Math.Abs), last.WeightGradient.Enumerate().Max(Math.Abs)));

    Edge LargestInto(Unit unit) =>
        Stage.Network.Layout.EdgesAfter(unit.Layer - 1).Where(e => e.To == unit.Index).DefaultIfEmpty(new(unit.Layer - 1, 0, unit.Index))
        .MaxBy(e => Math.Abs(Before.Step.Forward.ActivationsOf(e.Layer)[e.From]));

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var here = sweep.At(t, Easing.InOutSine);
        var layers = numbers.LayersAt(here);
        var come = shown * axes.At(t, Easing.InOutCubic);
        DrawNetwork(frame, t, layers, come);
        plot.DrawAxes(
            frame, Stage.Words.Titles.TraceWeight(Focus.NameOf(Stage, plotted)),
            Stage.Words.Sweep.TargetOf(Focus.NameOf(Stage, output)), shown);
        if (come < 0.3) return;
        var gradient = layers[plotted.Layer].WeightGradient[plotted.To, plotted.From];
        curve.Draw(frame, here, come);
        DrawCrossing(frame, shown * (curve.Crossing is { } zero ? Passed(zero, here) : 0));
        DrawWords(frame, gradient, here, come, shown * verdict.At(t, Easing.InOutCubic));
    }

    void DrawNetwork(FrameBuilder frame, double t, ImmutableArray<LayerBackward> layers, double shown)
    {
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        var pose = PoseAside(t);
        foreach (var edge in layout.Edges)
        {
            var gradient = layers[edge.Layer].WeightGradient[edge.To, edge.From];
            var color = palette.SignOf(gradient);
            var strength = Math.Abs(gradient) / strongest[edge.Layer];
            ref var look = ref pose[edge];
            (look.Light, look.LightColor) = (shown * Math.Min(1, Math.Sqrt(strength)), color);
            if (!layout.GradientsFit(edge.Layer)) continue;
            (look.Gradient, look.GradientColor, look.GradientOpacity) = (gradient, color, shown);
        }
        ref var aim = ref pose[output];
        if (layout.IsShown(output)) (aim.Mark, aim.MarkColor) = (shown, palette.Text);
        DrawAside(frame, pose, t);
        for (var layer = 0; layer + 1 < layout.Sizes.Length; layer++) Aside.DrawHeadings(frame, layer, 0, "∂L/∂w", palette.Text, shown);
    }

    double Passed(double target, double here)
    {
        var (start, now) = (numbers.TargetAt(0), numbers.TargetAt(here));
        return Math.Clamp((Math.Abs(now - start) - Math.Abs(target - start)) / (0.08 * Math.Abs(numbers.TargetAt(1) - start)), 0, 1);
    }

    void DrawCrossing(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01 || curve.Crossing is not { } zero) return;
        var (palette, at) = (Stage.Palette, plot.At(zero, 0));
        frame.Add(new Ring(at, 10, 3, palette.Text.Faded(opacity)));
        // On the side where the curve is not.
        var inner = plot.Inner;
        var isLeft = at.X < inner.MidX;
        frame.Add(new TextLine(
            Stage.Words.Sweep.ZeroAt(Numbers.Value(zero)), new(at.X + (isLeft ? 22 : -22), at.Y + (falls == isLeft ? -22 : 40)), 26,
            palette.Text.Faded(opacity), Face.SemiBold, isLeft ? SKTextAlign.Left : SKTextAlign.Right));
    }

    void DrawWords(FrameBuilder frame, double gradient, double here, double come, double told)
    {
        var palette = Stage.Palette;
        var line = Math.Min(LineHeight, (words.Height - 10) / 2);
        var y = words.Top + 10 + (words.Height - 10 - 2 * line) / 2 + TextSize * 0.85f;
        var (target, actual) = (numbers.TargetAt(here), Before.Step.Forward.Output[output.Index]);
        frame.Add(new TextLine(
            $"y = {Numbers.Value(target)}", new(words.Left + words.Width * 0.17f, y), TextSize, palette.Text.Faded(come), Face.SemiBold,
            SKTextAlign.Center));
        frame.Add(new TextLine(
            $"ŷ = {Numbers.Value(actual)}", new(words.MidX, y), TextSize, palette.Secondary.Faded(come), Face.SemiBold,
            SKTextAlign.Center));
        frame.Add(new TextLine(
            $"∂L/∂w = {Numbers.Signed(gradient)}", new(words.Left + words.Width * 0.81f, y), TextSize, curve.ColorOf(gradient).Faded(come),
            Face.SemiBold, SKTextAlign.Center));
        if (told > 0.01)
            frame.Add(new TextLine(Verdict, new(words.MidX, y + line), 27, palette.Text.Faded(told), Face.Medium, SKTextAlign.Center));
    }

    string Verdict => (numbers.Flips, numbers.WeightCount) switch
    {
        (0, _) => Stage.Words.Sweep.None,
        var (flips, all) when flips == all => Stage.Words.Sweep.All(all),
        var (flips, all) => Stage.Words.Sweep.Some(flips, Numbers.Count(all)),
    };
}
