namespace SkiaSharp;

/// <summary>Glyphs with their places, ready to be drawn anywhere.</summary>
public class SKTextBlob : SKObject
{
    internal SKTextBlob(GlyphRun[] runs) => Runs = runs;

    internal GlyphRun[] Runs { get; }

    /// <returns>Null when the text has no glyphs.</returns>
    public static SKTextBlob Create(string text, SKFont font, SKPoint origin = default)
    {
        using var builder = new SKTextBlobBuilder();
        builder.AddRun(font.GetGlyphs(text), font, origin);
        return builder.Build();
    }
}

/// <summary>Glyphs of one font with their origins. The font's settings are taken over: what happens to it later does not matter.</summary>
sealed class GlyphRun(SKFont font, ushort[] glyphs, SKPoint[] positions)
{
    public SKFont Font { get; } = new(font.Typeface, font.Size, font.ScaleX, font.SkewX) { Subpixel = font.Subpixel, Edging = font.Edging };
    public ReadOnlySpan<ushort> Glyphs => glyphs;
    public ReadOnlySpan<SKPoint> Positions => positions;
}
