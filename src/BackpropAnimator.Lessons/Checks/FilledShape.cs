using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A panel or a disc of a frame: something that texts stand on, that hides what lies below it, and whose edge may cut a text.</summary>
/// <param name="Order">Its place among the frame's items, from the back.</param>
/// <param name="IsRound">Whether it is the circle inside its box.</param>
/// <param name="Border">How visible its outline is, 0 to 1.</param>
internal readonly record struct FilledShape(int Order, SKRect Box, bool IsRound, SKColor Fill, double Border)
{
    /// <summary>The shape that an item fills; null for every other item.</summary>
    public static FilledShape? Of(DrawItem item, int order) => item switch
    {
        Panel panel => new(order, panel.Rect, false, panel.Fill, panel.BorderWidth > 0 ? panel.Border.Alpha / 255.0 : 0),
        // A unit's ring is an item of its own; the disc stands for both.
        Disc disc => new(order, SKRect.Create(disc.Centre.X - disc.Radius, disc.Centre.Y - disc.Radius, 2 * disc.Radius, 2 * disc.Radius), true, disc.Color, disc.Color.Alpha / 255.0),
        _ => null,
    };

    public double Opacity => Fill.Alpha / 255.0;

    public bool Contains(SKPoint point) => IsRound ? Distance(point) <= Box.Width / 2 : Box.Contains(point.X, point.Y);

    /// <summary>Whether a text's ink lies within, give or take a hair.</summary>
    public bool Covers(SKRect ink, float hair) => IsRound
        // Letters do not fill the corners of their box: the middles of its sides decide.
        ? Distance(new(ink.Left, ink.MidY)) <= Box.Width / 2 + hair && Distance(new(ink.Right, ink.MidY)) <= Box.Width / 2 + hair
            && Distance(new(ink.MidX, ink.Top)) <= Box.Width / 2 + hair && Distance(new(ink.MidX, ink.Bottom)) <= Box.Width / 2 + hair
        : ink.Left >= Box.Left - hair && ink.Right <= Box.Right + hair && ink.Top >= Box.Top - hair && ink.Bottom <= Box.Bottom + hair;

    /// <summary>Whether some of a text's ink lies within, by more than a hair.</summary>
    public bool Touches(SKRect ink, float hair) => IsRound
        ? Distance(new(Math.Clamp(Box.MidX, ink.Left, ink.Right), Math.Clamp(Box.MidY, ink.Top, ink.Bottom))) < Box.Width / 2 - hair
        : Math.Min(ink.Right, Box.Right) - Math.Max(ink.Left, Box.Left) > hair && Math.Min(ink.Bottom, Box.Bottom) - Math.Max(ink.Top, Box.Top) > hair;

    float Distance(SKPoint point) => (point - new SKPoint(Box.MidX, Box.MidY)).Length;
}
