using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A point of an activation's curve: where it is, and how steep the curve is there.</summary>
internal readonly record struct CurvePoint(double Z, double A, double Slope);

/// <summary>An activation as two plots: a over z with a tangent, and the slope over a or over z.</summary>
internal sealed class ActivationCurve
{
    const float CurveWidth = 4.5f, TangentReach = 130;
    const int Samples = 241;

    // More from one sample to the next is a jump.
    const double LargestStep = 0.25;

    readonly ElementwiseActivation activation;
    readonly Palette palette;
    readonly SlopeAxis over;
    readonly Plot values, slopes;
    readonly Scale across;
    readonly Points valueCurve;
    readonly ImmutableArray<Points> slopeCurves;

    /// <param name="valueArea">Where the curve is plotted.</param>
    /// <param name="slopeArea">Where its slope is.</param>
    /// <param name="over">What the slope is plotted over.</param>
    /// <param name="points">What will be visited: all of it lies on the plots.</param>
    public ActivationCurve(
        ElementwiseActivation activation, SKRect valueArea, SKRect slopeArea, SlopeAxis over, IEnumerable<CurvePoint> points,
        Palette palette)
    {
        (this.activation, this.over, this.palette) = (activation, over, palette);
        var reach = Math.Max(double.IsFinite(activation.Range.High) ? 6 : 4, points.Max(p => Math.Abs(p.Z)) + 1);
        var z = LinearScale.Around(-reach, reach, 6);
        List<CurvePoint> samples =
            [.. Enumerable.Range(0, Samples).Select(i => At(activation, z.From + (z.To - z.From) * i / (Samples - 1)))];
        var (low, high) = activation.Range;
        var a = LinearScale.Around(Math.Max(low, samples.Min(p => p.A)), Math.Min(high, samples.Max(p => p.A)), 5);
        across = over == SlopeAxis.Z ? z : a;
        values = new(valueArea, z, a, palette);
        slopes = new(slopeArea, across, LinearScale.Around(0, samples.Max(p => p.Slope), 5), palette);
        valueCurve = Points.Create([.. samples.Select(p => values.At(p.Z, p.A))]);
        slopeCurves = [.. Unbroken(samples).Select(piece => Points.Create([.. piece.Select(OnSlopes)]))];
    }

    /// <summary>The point of an activation's curve over z.</summary>
    public static CurvePoint At(ElementwiseActivation activation, double z) => new(z, activation.ValueAt(z), activation.SlopeAt(z));

    /// <summary>The point of a rising curve at the height a; where it is flat there, one well inside the flat part.</summary>
    public static CurvePoint AtValue(ElementwiseActivation activation, double a)
    {
        const double insideFlat = -2;
        if (activation.ValueAt(insideFlat) == a) return At(activation, insideFlat);
        var (low, high) = (-1.0, 1.0);
        while (activation.ValueAt(low) > a) low *= 2;
        while (activation.ValueAt(high) < a) high *= 2;
        // Each round gives a binary digit.
        for (var digit = 0; digit < 80; digit++)
        {
            var middle = (low + high) / 2;
            (low, high) = activation.ValueAt(middle) < a ? (middle, high) : (low, middle);
        }
        return new(high, a, activation.SlopeInA?.At(a) ?? activation.SlopeAt(high));
    }

    public SKPoint OnCurve(CurvePoint point) => values.At(point.Z, point.A);

    public SKPoint OnSlopes(CurvePoint point) => slopes.At(over == SlopeAxis.Z ? point.Z : point.A, point.Slope);

    public SKRect SlopePlot => slopes.Inner;

    /// <summary>How low the curve of slopes comes within a distance to either side of a point, but for where it breaks off.</summary>
    public float LowestNear(CurvePoint point, float distance) => BesideIt(point, distance)
        .Max(near => Math.Abs(near.Slope - point.Slope) < LargestStep ? slopes.At(near.Value, near.Slope).Y : OnSlopes(point).Y);

    /// <summary>Whether the slopes fall off so steeply to both sides of a point that nothing has room below it.</summary>
    public bool IsPeak(CurvePoint point, float distance) => BesideIt(point, distance).All(near => point.Slope - near.Slope >= LargestStep);

    IEnumerable<(double Value, double Slope)> BesideIt(CurvePoint point, float distance)
    {
        foreach (var side in new[] { -distance, distance })
        {
            var x = Math.Clamp(OnSlopes(point).X + side, SlopePlot.Left, SlopePlot.Right);
            var value = across.ValueAt((x - SlopePlot.Left) / SlopePlot.Width);
            yield return (value, over == SlopeAxis.Z ? activation.SlopeAt(value) : activation.SlopeInA?.At(value) ?? point.Slope);
        }
    }

    /// <summary>The curve, as far as it has been drawn.</summary>
    public void DrawValues(FrameBuilder frame, string title, double drawn, double opacity)
    {
        values.DrawAxes(frame, title, "z", opacity);
        Draw(frame, valueCurve, palette.Text, drawn, opacity);
    }

    /// <summary>The slope over a or z, as far as it has been drawn.</summary>
    public void DrawSlopes(FrameBuilder frame, string title, double drawn, double opacity)
    {
        slopes.DrawAxes(frame, title, over == SlopeAxis.Z ? "z" : "a", opacity);
        foreach (var piece in slopeCurves) Draw(frame, piece, palette.FactorSlope, drawn, opacity);
    }

    static void Draw(FrameBuilder frame, Points curve, SKColor color, double drawn, double opacity)
    {
        var count = (int)Math.Ceiling(curve.Span.Length * drawn);
        if (count < 2 || opacity <= 0.01) return;
        frame.Add(new Polyline(count == curve.Span.Length ? curve : Points.Create(curve.Span[..count]), CurveWidth, color.Faded(opacity)));
    }

    /// <summary>The tangent in a point of the curve: as long everywhere, whatever its slope.</summary>
    public void DrawTangent(FrameBuilder frame, CurvePoint point, double opacity)
    {
        if (opacity <= 0.01) return;
        var at = OnCurve(point);
        var ahead = values.At(point.Z + 1, point.A + point.Slope) - at;
        var length = ahead.Length;
        var reach = new SKPoint(ahead.X * TangentReach / length, ahead.Y * TangentReach / length);
        // It may leave the plot above and below, but not run into the numbers beside it.
        var behind = Math.Min(1, (at.X - values.Inner.Left) / reach.X);
        var beyond = Math.Min(1, (values.Inner.Right - at.X) / reach.X);
        frame.Add(new Line(
            new(at.X - reach.X * behind, at.Y - reach.Y * behind), new(at.X + reach.X * beyond, at.Y + reach.Y * beyond), 5,
            palette.FactorSlope.Faded(opacity)) { Role = RoleOf.Tangent });
    }

    /// <summary>The curve's points between two values of z, eased over time: what moves along the curve passes through them.</summary>
    public CurvePoint Between(CurvePoint from, CurvePoint to, double progress) =>
        progress <= 0 ? from : progress >= 1 ? to : At(activation, from.Z + (to.Z - from.Z) * Easing.InOutCubic(progress));

    // Where the slope jumps, as relu's does at 0, nothing lies between.
    static IEnumerable<List<CurvePoint>> Unbroken(List<CurvePoint> samples)
    {
        List<CurvePoint> piece = [];
        foreach (var point in samples)
        {
            if (piece.Count > 0 && Math.Abs(point.Slope - piece[^1].Slope) > LargestStep)
            {
                yield return piece;
                piece = [];
            }
            piece.Add(point);
        }
        yield return piece;
    }
}
