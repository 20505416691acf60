using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Light or a stroke in pixels, ready to be painted.</summary>
/// <param name="HalfWidth">Half the width of the line in the middle.</param>
internal readonly record struct FieldLight<TField>(TField Field, float HalfWidth, FieldProfile Profile, FieldColor Color)
    where TField : struct, IDistanceField
{
    /// <inheritdoc cref="FieldPainter.Paint"/>
    public void Paint(PixelSurface picture, ReadOnlySpan<SKRectI> area, bool isDithered = true)
    {
        if (!Color.IsNothing && Field.Bounds.Width > 0) FieldPainter.Paint(Field, HalfWidth, Profile, Color, picture, area, isDithered);
    }
}

/// <summary>Light and strokes along straight lines, around points and in ellipses, from stage units.</summary>
internal static class FieldLight
{
    /// <summary>Half of a smoothed edge, in pixels.</summary>
    public const float Rim = 0.5f;

    // A veil adds little to what is dark, but covers what is light: there it is thinner.
    const float VeilOnLight = 0.5f;

    /// <summary>Light around a point.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public static FieldLight<SegmentField> Spot(SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend, float scale) =>
        new(Segment(centre, centre, radius, radius, scale), 0, FieldProfile.Spot, FieldColor.OfLight(color, core, blend));

    /// <summary>Light along a line.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public static FieldLight<SegmentField> Along(
        SKPoint from, SKPoint to, float fromRadius, float toRadius, float width, FieldProfile profile, SKColor color, GlowBlend blend,
        float scale) =>
        new(Segment(from, to, fromRadius, toRadius, scale), width * scale / 2, profile,
            FieldColor.OfLight(color, color, blend));

    /// <summary>A line with round ends, or a disc where both ends are one.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public static FieldLight<SegmentField> Stroke(SKPoint from, SKPoint to, float width, SKColor color, float scale)
    {
        var reach = width / 2 + Rim / scale;
        return new(Segment(from, to, reach, reach, scale), width * scale / 2, FieldProfile.Solid, FieldColor.OfStroke(color));
    }

    /// <summary>Faint light in an upright ellipse.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public static FieldLight<EllipseField> Ellipse(
        SKPoint centre, float across, float down, SKColor color, GlowBlend blend, float scale) =>
        new(new(new(centre.X * scale, centre.Y * scale), across * scale, down * scale), 0, FieldProfile.Veil,
            FieldColor.OfLight(blend == GlowBlend.Tint ? color.Faded(VeilOnLight) : color, color, blend));

    static SegmentField Segment(SKPoint from, SKPoint to, float fromRadius, float toRadius, float scale) =>
        new(new(from.X * scale, from.Y * scale), new(to.X * scale, to.Y * scale), fromRadius * scale, toRadius * scale);
}
