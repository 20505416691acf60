using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What visits to points of an activation's curve leave behind: a dot on both plots, "0.80 → 0.16" beside the one, a lock where it is flat.
/// </summary>
internal sealed class CurveVisits
{
    const float DotRadius = 8, LabelSize = 28, LabelRoom = 90, LabelStep = 36, LockSize = 40, LockDistance = 46;

    readonly ActivationCurve curve;
    readonly ElementwiseActivation activation;
    readonly ImmutableArray<CurvePoint> points;
    readonly ImmutableArray<TextLine> labels;
    readonly SlopeAxis over;
    readonly double threshold;
    readonly LessonStage stage;

    /// <param name="over">What the slopes are plotted over, and so what a point is called after.</param>
    /// <param name="threshold">A slope below this counts as flat.</param>
    public CurveVisits(
        ActivationCurve curve, ElementwiseActivation activation, SlopeAxis over, ImmutableArray<CurvePoint> points, double threshold,
        LessonStage stage)
    {
        (this.curve, this.activation, this.over, this.points, this.threshold, this.stage) =
            (curve, activation, over, points, threshold, stage);
        List<TextLine> placed = [];
        foreach (var point in points) placed.Add(LabelOf(point, placed));
        labels = [.. placed];
    }

    /// <summary>Where a point is, such as "a = 0.80".</summary>
    public string PlaceOf(CurvePoint point) => $"{(over == SlopeAxis.Z ? "z" : "a")} = {InWords(point)}";

    // a or z of a point, as everywhere in the phase.
    string InWords(CurvePoint point) =>
        over == SlopeAxis.Z ? Numbers.Value(point.Z) : Numbers.Plain(point.A, SlopeFormulas.DecimalsOf(activation, point.A));

    // Towards the middle: the curve bends over labels on both sides, but for a flat one,
    // which they stand above, and a peak, which they stand beside. Away from the curve it finds room past labels in its way.
    TextLine LabelOf(CurvePoint point, List<TextLine> placed)
    {
        var (area, at) = (curve.SlopePlot, curve.OnSlopes(point));
        var isOnTop = at.Y < area.Top + 0.12f * area.Height;
        var isOnGround = over == SlopeAxis.Z && at.Y > area.Bottom - 0.12f * area.Height;
        var (place, align) =
            isOnGround ? (new SKPoint(Math.Clamp(at.X, area.Left + LabelRoom, area.Right - LabelRoom), at.Y - 40), SKTextAlign.Center) :
            isOnTop && !curve.IsPeak(point, LabelRoom)
                ? (
                    new SKPoint(
                        Math.Clamp(at.X, area.Left + LabelRoom, area.Right - LabelRoom),
                        Math.Max(at.Y + 34, curve.LowestNear(point, LabelRoom) + 16)),
                    SKTextAlign.Center)
            : at.X > area.MidX + 1 ? (new SKPoint(at.X - 24, at.Y), SKTextAlign.Right)
            // Above the light that goes down the slope.
            : (new SKPoint(at.X + 24, at.Y - (isOnTop ? 14 : 0)), SKTextAlign.Left);
        var label = new TextLine(
            $"{InWords(point)} → {Numbers.Brief(point.Slope)}", place, LabelSize, default, Face.SemiBold, align, TextAnchor.Middle);
        while (placed.Exists(other => other.Bounds(stage.Fonts).IntersectsWith(label.Bounds(stage.Fonts))))
            label = label with { Position = new(label.Position.X, label.Position.Y + (isOnTop ? LabelStep : -LabelStep)) };
        return label;
    }

    /// <summary>What the visit to a point has left behind by now.</summary>
    /// <param name="visit">From when on the point is there.</param>
    /// <param name="slopesOpacity">How visible the plot of slopes is.</param>
    public void Draw(FrameBuilder frame, int index, double t, Interval visit, double opacity, double slopesOpacity)
    {
        var arrived = visit.Share(0, 0.3).At(t, Easing.OutCubic);
        if (arrived <= 0.01 || opacity <= 0.01) return;
        var (point, palette) = (points[index], stage.Palette);
        frame.Add(new Disc(curve.OnCurve(point), DotRadius, palette.FactorSlope.Faded(arrived * opacity)) { Role = RoleOf.Marker });
        DrawLock(frame, point, visit, t, opacity);
        if (slopesOpacity <= 0.01) return;
        frame.Add(new Disc(curve.OnSlopes(point), DotRadius, palette.FactorSlope.Faded(arrived * slopesOpacity)) { Role = RoleOf.Marker });
        frame.Add(labels[index] with { Color = palette.Text.Faded(arrived * slopesOpacity) });
    }

    /// <summary>A lock beside a point of the curve, where it is flat.</summary>
    public void DrawLock(FrameBuilder frame, CurvePoint point, Interval visit, double t, double opacity)
    {
        var closed = visit.Share(0.1, 0.35).At(t, Easing.OutBack);
        if (closed <= 0.01 || opacity <= 0.01 || !Saturation.IsSaturated(point.Slope, threshold)) return;
        var at = curve.OnCurve(point);
        // On the side where the curve leaves room.
        var isHigh = point.A > (activation.Range.Low + Math.Min(1, activation.Range.High)) / 2;
        var palette = stage.Palette;
        frame.Add(new Padlock(
            new(at.X, at.Y + (isHigh ? LockDistance : -LockDistance)), LockSize * (float)closed, palette.FactorSlope.Faded(opacity),
            palette.Background.Faded(opacity)));
    }
}
