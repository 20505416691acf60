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
/// A picture becomes a grid of brightness values, or a table has a number in each row; these become the network's inputs, and its outputs
/// the probabilities of named classes.
/// </summary>
[Phase("classify", Place = 220)]
[Description(
    "A picture goes into the network as a grid of brightness values, or a sample of the data as a table of its numbers, and every output " +
    "is a class with its probability: which one wins?")]
[Moment("measure", "the brightness of its fields, or its numbers, are pointed out")]
[Moment("hand", "the numbers go to the network's inputs")]
[Moment("forward", "they run through the network")]
[Moment("bars", "the bars of the classes begin to grow")]
[Moment("verdict", "the class that wins is marked")]
internal sealed class ClassifyPhase : SoloPhase<ClassifyOptions>
{
    readonly ClassificationLayout layout;
    readonly NetworkView network;
    readonly ShownInput input;
    readonly ProbabilityBars bars;
    readonly Network.ForwardPass pass;
    readonly DenseNetwork asked;
    readonly ImmutableArray<LayerFlow> flows;
    readonly ImmutableArray<double> shares;
    readonly ImmutableArray<string> names;
    readonly string? right;
    readonly ImmutableArray<Interval> beats;

    public ClassifyPhase(ClassifyOptions options, PhasePlace place) : base(options, place)
    {
        asked = options.Network == NetworkStateKind.Trained ? Stage.Numbers.Training.Network : Before.Step.Before;
        var classes = new TargetClasses(Stage);
        names = [.. Enumerable.Range(0, classes.Count)
            .Select(k => options.Classes.Length == classes.Count ? options.Classes[k] : classes.NameOf(k))];
        var picture = options.ShowsPicture ? new Picture(options.Picture ?? PictureKind.Cat, options.ImageBytes, options.Light) : null;
        layout = new(
            Stage.Layout, picture?.Aspect ?? InputTable.AspectFor(asked.InputCount, Stage.Layout), asked.LayerSizes, names.Length);
        network = new(layout.Network, Stage);
        var example = options is { ShowsPicture: false, Sample: { } n } ? Stage.Numbers.Samples[n] : Before.Step.Example;
        input = picture is not null
            ? new BrightnessGrid(picture, layout.Large, layout.Picture, layout.Network, options.Columns, Stage)
            : new InputTable(layout.Picture, example.Input, layout.Network, Stage);
        right = options.RightClass
            ?? (picture is null && Stage.Numbers.Answers.AreAnswers ? names[classes.Of(example.Target)] : null);
        pass = asked.Forward(input.Values);
        flows = [.. asked.Layers.Select((weights, layer) =>
            new LayerFlow(layout.Network, layer, e => weights.Weights[e.To, e.From] * pass.ActivationsOf(layer)[e.From]))];
        // A single output is the probability of one class, and what is left of it that of the other.
        shares = classes.IsOneOutput ? [1 - pass.Output[0], pass.Output[0]] : [.. pass.Output];
        bars = new(layout.Bars, names, layout.NamesBesideBars, Stage);
        beats = Beat.Lay(Own.Duration,
            Beat.Move(0.7), Beat.Pause(0.5), Beat.Move(1.3), Beat.Pause(0.9), Beat.Move(0.9), Beat.Move(2.6),
                Beat.Move(0.9 * asked.Layers.Length), Beat.Move(1.2), Beat.Pause(0.3), Beat.Move(0.6), Beat.Pause(1.6));
    }

    Interval Showing => beats[0];
    Interval Measuring => beats[2];
    Interval Settling => beats[4];
    Interval Handing => beats[5];
    Interval Flowing => beats[6];
    Interval Growing => beats[7];
    Interval Judging => beats[9];

    public override IEnumerable<Moment> Moments => InOwn(
    [
        new("measure", Measuring.Start), new("hand", Handing.Start), new("forward", Flowing.Start), new("bars", Growing.Start),
        new("verdict", Judging.Start),
    ]);

    protected override string DefaultTitle =>
        Options.Network == NetworkStateKind.Trained ? Stage.Words.Titles.ClassifyTrained : Stage.Words.Titles.Classify;

    int Winner => shares.IndexOf(shares.Max());

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var handed = Handing.At(t, Easing.InOutCubic);
        input.Draw(
            frame, here * Showing.At(t, Easing.InOutCubic), Measuring.At(t, Easing.InOutSine), Settling.At(t, Easing.InOutCubic), handed,
            named: 1 - 0.9 * Handing.Swell(t, 0.1 * Handing.Duration, 0.1 * Handing.Duration));
        if (t >= Handing.Start) DrawNetwork(frame, t, here);
        if (t < Handing.End) input.DrawTravelling(frame, network, Handing, t, here);
        bars.Draw(
            frame, shares, k => Growing.Staggered(k, names.Length, 0.6).At(t, Easing.InOutCubic),
            Judging.At(t, Easing.InOutCubic), here);
        DrawVerdict(frame, t, here);
    }

    void DrawNetwork(FrameBuilder frame, double t, double here)
    {
        var (sizes, palette) = (layout.Network, Stage.Palette);
        var pose = new NetworkPose(sizes) { Names = here * new Interval(Handing.End, Handing.End + 0.4).At(t, Easing.OutCubic) };
        var entered = Handing.Share(0, 0.4).At(t, Easing.OutCubic);
        foreach (var unit in sizes.Units)
        {
            ref var look = ref pose[unit];
            var a = pass.ActivationsOf(unit.Layer)[unit.Index];
            var arrives = unit.Layer == 0 ? input.ArrivalOf(unit.Index, Handing) : Crossing(unit.Layer - 1).End;
            // An input is a number that has travelled here; the others count up to theirs.
            var coming = new Interval(arrives - (unit.Layer == 0 ? 0 : 0.1), arrives + (unit.Layer == 0 ? 0 : 0.55));
            var counted = Count.Reached(coming, t);
            // An input is what arrives there: until then its place is empty.
            (look.Presence, look.Opacity) = (unit.Layer == 0 ? (t >= arrives ? 1 : 0) : entered, here);
            look.Value = sizes.UnitValue(unit, a * counted);
            look.ValueOpacity = here * Count.Visible(coming, t);
            look.Level = Poses.LevelOf(a) * counted;
            (look.Light, look.LightColor) = (new Interval(arrives - 0.15, arrives + 0.7).Swell(t, 0.15, 0.4) * here, palette.Forward);
        }
        foreach (var edge in sizes.Edges)
        {
            ref var look = ref pose[edge];
            look.Weight = asked.Layers[edge.Layer].Weights[edge.To, edge.From];
            (look.Growth, look.Opacity) = (entered, here);
        }
        network.Draw(
            frame, pose,
            flows.SelectMany((flow, layer) =>
                flow.PacketsIn(network, Crossing(layer).At(t, Easing.InOutCubic), Stage.Palette.Forward)));
    }

    Interval Crossing(int layer) => Flowing.Staggered(layer, asked.Layers.Length, overlap: 0);

    void DrawVerdict(FrameBuilder frame, double t, double here)
    {
        var shown = here * Judging.At(t, Easing.InOutCubic);
        if (shown <= 0.01) return;
        var (palette, at) = (Stage.Palette, layout.Verdict);
        var says = names[Winner];
        DrawFitted(frame, Stage.Words.Classify.Says(says), new(at.Left + 62, at.Top + 38), 36, palette.Text.Faded(shown), Face.SemiBold);
        if (right is null) return;
        var isRight = right == says;
        frame.Add(isRight ? Tick(at, palette.Text.Faded(shown)) : Cross(at, palette.Error.Faded(shown)));
        var words = Stage.Words.Classify;
        var told = isRight ? words.Right : Options.ShowsPicture ? words.WrongPicture(right) : words.Wrong(right);
        DrawFitted(
            frame, told, new(at.Left + 62, at.Top + 84), 32,
            (isRight ? palette.Secondary : palette.Error).Faded(shown), Face.Medium);
    }

    void DrawFitted(FrameBuilder frame, string words, SKPoint at, float size, SKColor color, Face face)
    {
        var fitted = size * Math.Min(1, (layout.Verdict.Right - at.X) / Stage.Fonts.Shape(words, face, size).Width);
        frame.Add(new TextLine(words, at, Math.Max(22, fitted), color, face));
    }

    static Polyline Tick(SKRect at, SKColor color) =>
        new([new(at.Left + 4, at.Top + 28), new(at.Left + 18, at.Top + 42), new(at.Left + 42, at.Top + 10)], 6, color);

    static Polyline Cross(SKRect at, SKColor color)
    {
        var (left, top, right, bottom) = (at.Left + 6, at.Top + 10, at.Left + 38, at.Top + 42);
        var middle = new SKPoint((left + right) / 2, (top + bottom) / 2);
        return new([new(left, top), middle, new(right, top), middle, new(right, bottom), middle, new(left, bottom)], 6, color);
    }
}
