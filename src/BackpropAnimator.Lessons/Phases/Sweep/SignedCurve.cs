using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A curve that wears the colours of its sign: one above nothing, another below, and a mark where it crosses.</summary>
/// <param name="points">From left to right, or from right to left.</param>
internal sealed class SignedCurve(ImmutableArray<(double X, double Y)> points, Plot plot, Palette palette)
{
    const float Width = 4.5f;

    /// <summary>The x at which the curve changes its sign, between two points on a straight line; null where it does not.</summary>
    public double? Crossing { get; } = Enumerable.Range(1, points.Length - 1)
        .Where(i => points[i - 1].Y * points[i].Y < 0
            || (points[i].Y == 0 && i + 1 < points.Length && points[i - 1].Y * points[i + 1].Y < 0))
        .Select(i => (double?)(points[i - 1].X + (points[i].X - points[i - 1].X) * points[i - 1].Y / (points[i - 1].Y - points[i].Y)))
            .FirstOrDefault();

    public SKColor ColorOf(double y) => palette.SignOf(y);

    /// <summary>Draws it as far as <paramref name="drawn"/> of the way, with a shining dot at its end.</summary>
    /// <returns>The dot's place.</returns>
    public SKPoint Draw(FrameBuilder frame, double drawn, double opacity)
    {
        var end = Math.Clamp(drawn, 0, 1) * (points.Length - 1);
        var whole = (int)end;
        List<(double X, double Y)> reached = [.. points.Take(whole + 1)];
        if (end > whole)
            reached.Add((
                points[whole].X + (points[whole + 1].X - points[whole].X) * (end - whole),
                points[whole].Y + (points[whole + 1].Y - points[whole].Y) * (end - whole)));
        List<SKPoint> piece = [];
        for (var i = 0; i < reached.Count; i++)
        {
            if (i > 0 && reached[i - 1].Y < 0 != reached[i].Y < 0)
            {
                var zero = reached[i - 1].X + (reached[i].X - reached[i - 1].X) * reached[i - 1].Y / (reached[i - 1].Y - reached[i].Y);
                piece.Add(plot.At(zero, 0));
                Add(frame, piece, ColorOf(reached[i - 1].Y), opacity);
                piece = [plot.At(zero, 0)];
            }
            piece.Add(plot.At(reached[i].X, reached[i].Y));
        }
        Add(frame, piece, ColorOf(reached[^1].Y), opacity);
        plot.DrawMarker(frame, plot.At(reached[^1].X, reached[^1].Y), ColorOf(reached[^1].Y), opacity);
        return plot.At(reached[^1].X, reached[^1].Y);
    }

    static void Add(FrameBuilder frame, List<SKPoint> piece, SKColor color, double opacity)
    {
        if (piece.Count > 1) frame.Add(new Polyline(Points.Create([.. piece]), Width, color.Faded(opacity)));
    }
}
