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
/// A point visits an activation's curve with its tangent, and in step the curve of slopes beside it. Where the curve is flat the point
/// wears a lock; at last the error of a real unit is sent through its slope.
/// </summary>
[Phase("slope", Place = 100)]
[Description(
    "The activation's curve beside its slope: a point visits values of a with its tangent, and where the curve is flat it wears a lock.")]
[Moment("visit", "the point reaches a value")]
internal sealed class SlopePhase : SoloPhase<SlopeOptions>
{
    readonly ElementwiseActivation activation;
    readonly SlopeAxis over;
    readonly ActivationCurve curve;
    readonly ImmutableArray<CurvePoint> stops;
    readonly ImmutableArray<Interval> travels, visits;
    readonly CurveVisits marks;
    readonly Interval entry;
    readonly SlopeProduct? product;

    public SlopePhase(SlopeOptions options, PhasePlace place) : base(options, place)
    {
        var network = Stage.Numbers.Scene.Network;
        activation = (ElementwiseActivation)options.ActivationIn(network);
        IEnumerable<double> values = options.Values.IsEmpty ? activation.SlopeInA!.UsualValues : options.Values;
        stops = [.. values.Select(a => ActivationCurve.AtValue(activation, a))];
        var (left, right) = Areas(Stage.Layout);
        if (options.Unit is { } reference)
        {
            var (layer, index) = network.Find(reference)!.Value;
            var unit = new Unit(layer, index);
            product = new(Stage, Before.Step, unit, right);
            stops = stops.Add(ActivationCurve.At(activation, Before.Step.Forward.Layers[unit.Layer - 1].PreActivation[unit.Index]));
        }
        over = options.Over ?? UsualAxis(activation);
        curve = new(activation, left, right, over, stops, Stage.Palette);
        marks = new(curve, activation, over, stops, options.SaturationThreshold, Stage);

        var toVisit = options.Unit is null ? stops : stops[..^1];
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

    // Over a, all of a rectifier's off half would be squeezed into next to nothing.
    static SlopeAxis UsualAxis(ElementwiseActivation activation) => activation.HasCorner ? SlopeAxis.Z : SlopeAxis.A;

    public override IEnumerable<Moment> Moments => InOwn(visits.Select(visit => new Moment("visit", visit.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Slope;

    // Beside each other, or where the picture is tall one above the other; the panel with the formula is below both.
    static (SKRect Values, SKRect Slopes) Areas(StageLayout layout)
    {
        var room = layout.Body with { Bottom = layout.Formula.Top - 14 };
        if (room.Height <= 0.75f * room.Width) return (room with { Right = room.MidX - 10 }, room with { Left = room.MidX + 10 });
        return (room with { Bottom = room.MidY - 8 }, room with { Top = room.MidY + 8 });
    }

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var atUnit = product is null ? 0 : travels[^1].At(t, Easing.InOutCubic);
        var drawn = entry.At(t, Easing.InOutSine);
        curve.DrawValues(frame, "a = " + activation.ValueInWords, drawn, here);
        // The room of the slopes is the product's at the end: one goes before the other comes.
        var slopesLeft = Math.Clamp(1 - 2 * atUnit, 0, 1);
        curve.DrawSlopes(frame, SlopesTitle, drawn, here * slopesLeft);
        var visited = product is null ? stops.Length : stops.Length - 1;
        for (var i = 0; i < visited; i++) marks.Draw(frame, i, t, visits[i], here, here * slopesLeft);
        DrawPoint(frame, t, here, slopesLeft);
        DrawPanel(frame, t, here, atUnit);
        if (product is null) return;
        marks.DrawLock(frame, stops[^1], visits[^1], t, here);
        product.DrawBars(frame, t, visits[^1], here * Math.Clamp(2 * atUnit - 1, 0, 1));
    }

    string SlopesTitle => over == SlopeAxis.A
        ? Stage.Words.Slope.OverA(activation.SlopeInWords)
        : Stage.Words.Slope.Title(activation.SlopeInWords);

    int StopAt(double t) => Math.Max(0, travels.Count(travel => t >= travel.Start) - 1);

    // It comes to life where the first journey begins: in the middle of the curve.
    CurvePoint PointAt(double t)
    {
        var stop = StopAt(t);
        return curve.Between(stop == 0 ? ActivationCurve.At(activation, 0) : stops[stop - 1], stops[stop], travels[stop].Progress(t));
    }

    // The point on its way along the curve, its tangent, and its twin on the curve of slopes.
    void DrawPoint(FrameBuilder frame, double t, double opacity, double twin)
    {
        var point = PointAt(t);
        var here = opacity * entry.Share(0.8, 1).At(t, Easing.InOutSine);
        if (here <= 0.01) return;
        var palette = Stage.Palette;
        curve.DrawTangent(frame, point, here);
        foreach (var (at, visible) in new[] { (curve.OnCurve(point), here), (curve.OnSlopes(point), here * twin) })
        {
            if (visible <= 0.01) continue;
            frame.Add(new Glow(at, 38, palette.FactorSlope.Faded(0.9 * visible), palette.CoreOf(palette.FactorSlope), palette.GlowBlend));
            frame.Add(new Disc(at, 9, palette.FactorSlope.Mixed(palette.CoreOf(palette.FactorSlope), 0.5).Faded(visible))
            {
                Role = RoleOf.MovingPoint,
            });
        }
    }

    void DrawPanel(FrameBuilder frame, double t, double opacity, double atUnit)
    {
        var stop = StopAt(t);
        // The numbers come as the point arrives, and go as it leaves.
        var there = travels[stop].Share(0.6, 1).At(t, Easing.InOutCubic);
        if (stop + 1 < stops.Length) there *= 1 - travels[stop + 1].Share(0, 0.1).At(t, Easing.InOutCubic);
        FormulaPanel.DrawFrame(frame, Stage.Palette, Stage.Formulas.Area, opacity);
        if (product is not null && atUnit > 0.5)
        {
            var arrived = 2 * atUnit - 1;
            Stage.Formulas.DrawHeading(frame, product.Heading, product.Remark, opacity * arrived);
            product.DrawFormula(frame, t, visits[^1], opacity * arrived);
            return;
        }
        var (point, entered, turned) = (stops[stop], entry.Share(0.5, 1).At(t, Easing.InOutCubic), 1 - 2 * atUnit);
        Stage.Formulas.DrawHeading(frame, activation.Label, marks.PlaceOf(PointAt(t)), opacity * entered * turned);
        var shown = opacity * entered * turned;
        Stage.Formulas.Draw(frame,
            [
                new(SlopeFormulas.Of(activation), shown),
                new(SlopeFormulas.WithNumbers(activation, point, Stage.Words), shown * there),
            ]);
    }
}
