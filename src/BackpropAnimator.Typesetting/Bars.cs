using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Rectangles as outlines whose pixels do not depend on the clip.</summary>
public static class Bars
{
    // So little that no pixel shows it.
    const float Rounding = 0.01f;

    /// <summary>
    /// Adds a rectangle whose corners are rounded by next to nothing, counterclockwise as the outlines of PostScript fonts.
    /// </summary>
    /// <remarks>
    /// What Skia knows to be a rectangle it smooths by a short cut, which leaves out parts of
    /// its lowest row where the clip is a region (SkBlitter::blitFatAntiRect uses runs of pixels
    /// again that clipping has cut up). Curves at the corners make it an outline like others.
    /// </remarks>
    public static void AddBar(this SKPathBuilder builder, SKRect bar)
    {
        using var rounded = new SKRoundRect(bar, Rounding);
        builder.AddRoundRect(rounded, SKPathDirection.CounterClockwise);
    }

    /// <summary>The same as an outline of its own.</summary>
    public static SKPath Of(SKRect bar)
    {
        using var builder = new SKPathBuilder();
        builder.AddBar(bar);
        return builder.Detach();
    }
}
