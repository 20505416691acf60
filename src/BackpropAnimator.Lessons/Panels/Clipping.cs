using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Cuts straight lines to a rectangle.</summary>
internal static class Clipping
{
    /// <summary>The part of a straight line that lies in an area; null when none does.</summary>
    /// <remarks>Liang &amp; Barsky (1984): the shares of the line at which it crosses each of the four sides.</remarks>
    public static (SKPoint From, SKPoint To)? Of(SKPoint from, SKPoint to, SKRect area)
    {
        double enter = 0, leave = 1;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        foreach (var (p, q) in new[]
        {
            (-dx, from.X - area.Left),
            (dx, area.Right - from.X),
            (-dy, from.Y - area.Top),
            (dy, area.Bottom - from.Y),
        })
        {
            if (p == 0 && q < 0) return null;
            if (p < 0) enter = Math.Max(enter, q / p);
            else if (p > 0) leave = Math.Min(leave, q / p);
        }
        return enter < leave ? (NetworkLayout.Along(from, to, (float)enter), NetworkLayout.Along(from, to, (float)leave)) : null;
    }
}
