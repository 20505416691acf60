using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Axes with round ticks, and curves that draw themselves.</summary>
/// <param name="area">The whole plot with its labels.</param>
/// <param name="xEnd">Where the x axis ends; it starts at 0.</param>
/// <param name="yTop">The largest value to show; the axis starts at 0 and ends at a round number from there on.</param>
internal sealed class Plot(SKRect area, double xEnd, double yTop, Palette palette)
{
    // Values that are all nearly nothing lie on the axis, rather than being blown up.
    readonly double yEnd = Math.Max(yTop, 1e-3);
    const float TickSize = 24, RoomLeft = 104, RoomBelow = 78, RoomAbove = 64;

    readonly double xStep = NiceStep(xEnd, 5), yStep = NiceStep(Math.Max(yTop, 1e-3), 4);

    SKRect Inner => new(area.Left + RoomLeft, area.Top + RoomAbove, area.Right - 24, area.Bottom - RoomBelow);

    double XTop => Math.Ceiling(xEnd / xStep - 1e-9) * xStep;

    double YTop => Math.Ceiling(yEnd / yStep - 1e-9) * yStep;

    public SKPoint At(double x, double y) => new(
        Inner.Left + Inner.Width * (float)(x / XTop), Inner.Bottom - Inner.Height * (float)(y / YTop));

    public void DrawAxes(FrameBuilder frame, string title, string xName, double opacity)
    {
        if (opacity <= 0.01) return;
        var faint = palette.Rest.Faded(0.35 * opacity);
        var words = palette.Secondary.Faded(opacity);
        for (var y = 0.0; y <= YTop + yStep / 2; y += yStep)
        {
            var at = At(0, y);
            frame.Add(new Line(at, new(Inner.Right, at.Y), y == 0 ? 2.5f : 1.5f, y == 0 ? palette.Rest.Faded(opacity) : faint));
            frame.Add(new TextLine(Tick(y, yStep), new(at.X - 14, at.Y), TickSize, words, Face.Regular, SKTextAlign.Right, TextAnchor.Middle));
        }
        for (var x = 0.0; x <= XTop + xStep / 2; x += xStep)
            frame.Add(new TextLine(Tick(x, xStep), new(At(x, 0).X, Inner.Bottom + 34), TickSize, words, Face.Regular, SKTextAlign.Center));
        frame.Add(new TextLine(title, new(Inner.Left, area.Top + 34), 28, palette.Text.Faded(opacity), Face.SemiBold));
        frame.Add(new TextLine(xName, new(Inner.MidX, area.Bottom - 10), TickSize, words, Face.Regular, SKTextAlign.Center));
    }

    /// <summary>Draws a curve through (i, ys[i]) as far as <paramref name="drawn"/> of the way, with a light at its end.</summary>
    /// <returns>The point that the curve has reached.</returns>
    public SKPoint DrawCurve(FrameBuilder frame, IReadOnlyList<double> ys, double drawn, SKColor color, double opacity)
    {
        var end = Math.Clamp(drawn, 0, 1) * (ys.Count - 1);
        var whole = (int)Math.Floor(end);
        var points = Enumerable.Range(0, whole + 1).Select(i => At(i, ys[i])).ToList();
        if (end > whole) points.Add(At(end, ys[whole] + (ys[whole + 1] - ys[whole]) * (end - whole)));
        if (points.Count > 1) frame.Add(new Polyline(Points.Create([.. points]), 4.5f, color.Faded(opacity)));
        frame.Add(new Glow(points[^1], 34, color.Faded(0.9 * opacity), palette.Core, palette.GlowBlend));
        frame.Add(new Disc(points[^1], 6, color.Mixed(palette.Core, 0.4).Faded(opacity)));
        return points[^1];
    }

    static string Tick(double value, double step)
    {
        if (value >= 1e5) return value.ToString("0.#e0", CultureInfo.InvariantCulture);
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    // 1, 2 or 5 times a power of ten.
    static double NiceStep(double range, int most)
    {
        var rough = Math.Max(range, 1e-12) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
    }
}
