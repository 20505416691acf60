using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A point visits an activation's curve with its tangent, and in step the curve of slopes beside it. Where the curve is flat the point
/// wears a lock; at last the error of a real unit is sent through its slope.
/// </summary>
internal sealed class Slope : SoloPhase
{
    const float LabelSize = 26, LockSize = 40;

    readonly ElementwiseActivation activation;
    readonly ActivationCurve curve;
    readonly ImmutableArray<CurvePoint> stops;
    readonly ImmutableArray<Interval> travels, visits;
    readonly ImmutableArray<TextLine> labels;
    readonly Interval entry;
    readonly SlopeProduct? product;
    readonly string heading;
    readonly double threshold;

    public Slope(SlopePhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        var network = stage.Numbers.Scene.Network;
        threshold = script.SaturationThreshold;
        heading = VariantNames.NameOf(script.ActivationIn(network));
        activation = (ElementwiseActivation)NetworkFactory.ActivationOf(script.ActivationIn(network), network);
        IEnumerable<double> values = script.Values.IsEmpty ? SlopeFormulas.UsualValues(activation) : script.Values;
        stops = [.. values.Select(a => ActivationCurve.AtValue(activation, a))];
        var (left, right) = Areas(stage.Layout);
        if (script.Unit is { } reference)
        {
            var unit = new Unit(network.LayerNames.IndexOf(reference.Layer), reference.Unit);
            product = new(stage, before.Step, unit, right);
            stops = stops.Add(ActivationCurve.At(activation, before.Step.Forward.Layers[unit.Layer - 1].PreActivation[unit.Index]));
        }
        curve = new(activation, left, right, stops, stage.Palette);

        labels = LabelsOf(stops);

        var toVisit = script.Unit is null ? stops : stops[..^1];
        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(1.6), Beat.Pause(0.5),
            .. toVisit.SelectMany(_ => new[] { Beat.Move(1.1), Beat.Pause(1.3) }),
            .. product is null ? [] : new[] { Beat.Move(1.1), Beat.Pause(3.6) },
            Beat.Pause(0.3),
        ]);
        entry = laid[0];
        travels = [.. stops.Select((_, i) => laid[2 + 2 * i])];
        visits = [.. stops.Select((_, i) => laid[3 + 2 * i])];
    }

    protected override string DefaultTitle => "Slope";

    // Beside each other, or where the picture is tall one above the other; the panel with the formula is below both.
    static (SKRect Values, SKRect Slopes) Areas(StageLayout layout)
    {
        var room = layout.Body with { Bottom = layout.Formula.Top - 14 };
        if (room.Height <= room.Width) return (room with { Right = room.MidX - 10 }, room with { Left = room.MidX + 10 });
        return (room with { Bottom = room.MidY - 8 }, room with { Top = room.MidY + 8 });
    }

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var (here, palette) = (Shown(t), Stage.Palette);
        var atUnit = product is null ? 0 : travels[^1].At(t, Easing.InOutCubic);
        var drawn = entry.At(t, Easing.InOutSine);
        curve.DrawValues(frame, "a = " + SlopeFormulas.NameOf(activation), drawn, here);
        // The room of the slopes is the product's at the end: one goes before the other comes.
        curve.DrawSlopes(frame, $"Slope {SlopeFormulas.SlopeNameOf(activation)}, over a", drawn, here * Math.Clamp(1 - 2 * atUnit, 0, 1));
        for (var i = 0; i < stops.Length; i++) DrawVisited(frame, i, t, here * (i == stops.Length - 1 && product is not null ? 0 : 1), here * Math.Clamp(1 - 2 * atUnit, 0, 1));
        DrawPoint(frame, t, here, Math.Clamp(1 - 2 * atUnit, 0, 1));
        DrawPanel(frame, t, here, atUnit);
        if (product is not null && t >= travels[^1].Start) product.DrawBars(frame, t, visits[^1], here * Math.Clamp(2 * atUnit - 1, 0, 1));
        if (product is not null) DrawLock(frame, stops[^1], visits[^1], t, here);
    }

    string InWords(CurvePoint point) => Numbers.Plain(point.A, SlopeFormulas.DecimalsOf(activation, point.A));

    // "0.80 → 0.16" beside each marker, towards the middle: the curve bends over labels on both sides. Away from the curve it finds room past labels in its way.
    ImmutableArray<TextLine> LabelsOf(ImmutableArray<CurvePoint> points)
    {
        var area = curve.SlopePlot;
        List<TextLine> placed = [];
        foreach (var point in points)
        {
            var at = curve.OnSlopes(point);
            var isOnTop = at.Y < area.Top + 0.12f * area.Height;
            var (place, align) = isOnTop ? (new SKPoint(Math.Clamp(at.X, area.Left + 90, area.Right - 90), Math.Max(at.Y + 34, curve.LowestNear(point, 90) + 16)), SKTextAlign.Center)
                : at.X > area.MidX ? (new SKPoint(at.X - 24, at.Y), SKTextAlign.Right) : (new SKPoint(at.X + 24, at.Y), SKTextAlign.Left);
            var label = new TextLine($"{InWords(point)} → {Numbers.Brief(point.Slope)}", place, LabelSize, default, Face.SemiBold, align, TextAnchor.Middle);
            while (placed.Exists(other => other.Bounds(Stage.Fonts) is var taken && taken.IntersectsWith(label.Bounds(Stage.Fonts))))
                label = label with { Position = new(label.Position.X, label.Position.Y + (isOnTop ? 36 : -36)) };
            placed.Add(label);
        }
        return [.. placed];
    }

    int StopAt(double t) => Math.Max(0, travels.Count(travel => t >= travel.Start) - 1);

    // The point on its way along the curve, its tangent, and its twin on the curve of slopes.
    void DrawPoint(FrameBuilder frame, double t, double opacity, double twin)
    {
        var stop = StopAt(t);
        // It comes to life where the first journey begins: in the middle of the curve.
        var from = stop == 0 ? ActivationCurve.At(activation, 0) : stops[stop - 1];
        var point = curve.Between(from, stops[stop], travels[stop].Progress(t));
        var here = opacity * entry.Share(0.8, 1).At(t, Easing.InOutSine);
        if (here <= 0.01) return;
        var palette = Stage.Palette;
        curve.DrawTangent(frame, point, here);
        foreach (var (at, visible) in new[] { (curve.OnCurve(point), here), (curve.OnSlopes(point), here * twin) })
        {
            if (visible <= 0.01) continue;
            frame.Add(new Glow(at, 38, palette.FactorSlope.Faded(0.9 * visible), palette.Core, palette.GlowBlend));
            frame.Add(new Disc(at, 9, palette.FactorSlope.Mixed(palette.Core, 0.5).Faded(visible)));
        }
    }

    // What a visit leaves behind: a dot on both curves, "0.80 → 0.16" beside the one and a lock at the other.
    void DrawVisited(FrameBuilder frame, int stop, double t, double opacity, double slopesOpacity)
    {
        var arrived = visits[stop].Share(0, 0.3).At(t, Easing.OutCubic);
        if (arrived <= 0.01) return;
        var (point, palette) = (stops[stop], Stage.Palette);
        if (opacity > 0.01)
        {
            frame.Add(new Disc(curve.OnCurve(point), 8, palette.FactorSlope.Faded(arrived * opacity)));
            DrawLock(frame, point, visits[stop], t, opacity);
        }
        if (slopesOpacity <= 0.01 || opacity <= 0.01) return;
        var at = curve.OnSlopes(point);
        frame.Add(new Disc(at, 8, palette.FactorSlope.Faded(arrived * slopesOpacity)));
        frame.Add(labels[stop] with { Color = palette.Text.Faded(arrived * slopesOpacity) });
    }

    void DrawLock(FrameBuilder frame, CurvePoint point, Interval visit, double t, double opacity)
    {
        var closed = visit.Share(0.1, 0.35).At(t, Easing.OutBack);
        if (closed <= 0.01 || opacity <= 0.01 || !Saturation.IsSaturated(point.Slope, threshold)) return;
        var palette = Stage.Palette;
        var at = curve.OnCurve(point);
        // On the side where the curve leaves room.
        var isHigh = point.A > (activation.Range.Low + Math.Min(1, activation.Range.High)) / 2;
        frame.Add(new Padlock(new(at.X, at.Y + (isHigh ? 46 : -46)), LockSize * (float)closed, palette.FactorSlope.Faded(opacity), palette.Background.Faded(opacity)));
    }

    void DrawPanel(FrameBuilder frame, double t, double opacity, double atUnit)
    {
        var stop = StopAt(t);
        var there = t < travels[0].Start ? 0 : Math.Min(travels[stop].Share(0.6, 1).At(t, Easing.InOutCubic), stop + 1 < stops.Length ? 1 - travels[stop + 1].Share(0, 0.1).At(t, Easing.InOutCubic) : 1);
        if (product is not null && atUnit > 0.5)
        {
            var arrived = 2 * atUnit - 1;
            Stage.Formulas.DrawFrame(frame, opacity, product.Heading, product.Remark, opacity * arrived);
            product.DrawFormula(frame, t, visits[^1], opacity * arrived);
            return;
        }
        var (point, turned) = (stops[stop], 1 - 2 * atUnit);
        Stage.Formulas.DrawFrame(frame, opacity, heading, there > 0.5 ? $"a = {InWords(point)}" : "", opacity * turned);
        var shown = opacity * entry.Share(0.5, 1).At(t, Easing.InOutCubic) * turned;
        Stage.Formulas.Draw(frame,
            [
                new(SlopeFormulas.Of(activation), shown),
                new(SlopeFormulas.WithNumbers(activation, point), shown * there),
            ]);
    }
}
