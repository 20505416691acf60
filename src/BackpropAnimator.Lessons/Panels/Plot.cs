using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Axes with round ticks, and curves that draw themselves.</summary>
/// <param name="area">The whole plot with its labels.</param>
internal sealed class Plot(SKRect area, Scale x, Scale y, Palette palette)
{
    const float BelowNumbers = 34, RoomBelow = 78, RoomAbove = 64, RoomRight = 24, CurveWidth = 4.5f;

    // A curve has no more points than can be told apart, and is cut into pieces: what has been drawn stays equal from frame to frame.
    const int MostPoints = 720, PointsAPiece = 40;

    /// <summary>Both axes start at 0. The horizontal one ends where its curves do; the vertical one at a round number.</summary>
    /// <param name="xEnd">The largest x to show.</param>
    /// <param name="yTop">The largest y to show.</param>
    public Plot(SKRect area, double xEnd, double yTop, Palette palette)
        : this(area, FromZero(xEnd, 5) with { To = Math.Max(xEnd, 1e-3) }, FromZero(yTop, 4), palette) { }

    // Values that are all nearly nothing lie on the axis, rather than being blown up.
    static LinearScale FromZero(double most, int steps) => LinearScale.Around(0, Math.Max(most, 1e-3), steps);

    /// <summary>The rectangle that curves are drawn in.</summary>
    public SKRect Inner => new(
        area.Left + AxisNumbers.RoomLeft + AxisNumbers.RoomForLong(y), area.Top + RoomAbove, area.Right - RoomRight,
        area.Bottom - RoomBelow);

    AxisNumbers Axes => new(Inner, x, y, palette);

    public SKPoint At(double xValue, double yValue) => new(Axes.Across(xValue), Axes.Up(yValue));

    public void DrawAxes(FrameBuilder frame, string title, string xName, double opacity)
    {
        if (opacity <= 0.01) return;
        var (axes, words) = (Axes, palette.Secondary.Faded(opacity));
        foreach (var tick in axes.Left)
        {
            var at = new SKPoint(Inner.Left, axes.Up(tick.Value));
            var isBase = y is LinearScale ? Math.Abs(tick.Value) < 1e-12 : tick == y.Ticks[0];
            frame.Add(new Line(at, new(Inner.Right, at.Y), isBase ? 2.5f : 1.5f, palette.Rest.Faded((isBase ? 1 : 0.35) * opacity)));
        }
        axes.DrawLeft(frame, opacity);
        axes.DrawBelow(frame, BelowNumbers, opacity);
        frame.Add(new TextLine(title, new(Inner.Left, area.Top + 34), 28, palette.Text.Faded(opacity), Face.SemiBold));
        frame.Add(new TextLine(xName, new(Inner.MidX, area.Bottom - 10), AxisNumbers.Size, words, Face.Regular, SKTextAlign.Center));
    }

    /// <summary>Draws a curve through (i, ys[i]) as far as <paramref name="drawn"/> of the way, with a light at its end.</summary>
    /// <returns>The point that the curve has reached.</returns>
    public SKPoint DrawCurve(FrameBuilder frame, IReadOnlyList<double> ys, double drawn, SKColor color, double opacity)
    {
        var end = Math.Clamp(drawn, 0, 1) * (ys.Count - 1);
        var whole = (int)Math.Floor(end);
        var every = Math.Max(1, ys.Count / MostPoints);
        var points = Enumerable.Range(0, whole / every + 1).Select(i => At(i * every, ys[i * every])).ToList();
        if (whole % every != 0) points.Add(At(whole, ys[whole]));
        if (end > whole) points.Add(At(end, ys[whole] + (ys[whole + 1] - ys[whole]) * (end - whole)));
        for (var i = 0; i < points.Count - 1; i += PointsAPiece)
            frame.Add(new Polyline(Points.Create([.. points.Skip(i).Take(PointsAPiece + 1)]), CurveWidth, color.Faded(opacity)));
        DrawMarker(frame, points[^1], color, opacity);
        return points[^1];
    }

    /// <summary>A shining dot on a curve.</summary>
    public void DrawMarker(FrameBuilder frame, SKPoint at, SKColor color, double opacity)
    {
        frame.Add(new Glow(at, 34, color.Faded(0.9 * opacity), palette.CoreOf(color), palette.GlowBlend));
        frame.Add(new Disc(at, 6, color.Mixed(palette.CoreOf(color), 0.4).Faded(opacity)));
    }

    /// <summary>A dashed line across the plot at one value, with its name above its right end.</summary>
    public void DrawLevel(FrameBuilder frame, double value, string name, double opacity)
    {
        if (opacity <= 0.01) return;
        var at = new SKPoint(Inner.Left, Axes.Up(value));
        frame.Add(new Line(at, new(Inner.Right, at.Y), 2.5f, palette.Secondary.Faded(0.8 * opacity), Dash: 10));
        frame.Add(new TextLine(
            name, new(Inner.Right - 6, at.Y - 12), AxisNumbers.Size, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Right));
    }

    /// <summary>
    /// Which curve is which: a piece of each line and its name, one below the other, from the right end of the plot's top.
    /// </summary>
    public void DrawLegend(FrameBuilder frame, IEnumerable<(string Name, SKColor Color, double Opacity)> curves)
    {
        const float row = 36, sample = 40;
        var middle = Inner.Top + row / 2;
        foreach (var (name, color, opacity) in curves)
        {
            var at = new SKPoint(Inner.Right - 10, middle);
            if (opacity > 0.01)
            {
                frame.Add(new Line(new(at.X - sample, at.Y), at, CurveWidth, color.Faded(opacity)));
                frame.Add(new TextLine(
                    name, new(at.X - sample - 14, at.Y), AxisNumbers.Size, palette.Text.Faded(opacity), Face.Medium, SKTextAlign.Right,
                    TextAnchor.Middle));
            }
            middle += row;
        }
    }
}
