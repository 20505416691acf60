namespace SkiaSharp;

/// <summary>A typeface at a size. Glyphs are never hinted, whatever <see cref="Hinting"/> asks for.</summary>
public class SKFont : SKObject
{
    public SKFont(SKTypeface typeface, float size = 12, float scaleX = 1, float skewX = 0) =>
        (Typeface, Size, ScaleX, SkewX) = (typeface, size, scaleX, skewX);

    public SKTypeface Typeface { get; set; }

    /// <summary>The em in pixels.</summary>
    public float Size { get; set; }
    public float ScaleX { get; set; }
    public float SkewX { get; set; }

    /// <summary>Whether glyphs may begin at quarters of a pixel, not only at whole ones.</summary>
    public bool Subpixel { get; set; }
    public SKFontHinting Hinting { get; set; } = SKFontHinting.Normal;
    public SKFontEdging Edging { get; set; } = SKFontEdging.Antialias;

    public SKFontMetrics Metrics => Typeface.Metrics.Times(Size);

    /// <summary>The recommended distance between baselines.</summary>
    public float Spacing => Metrics is var m ? m.Descent - m.Ascent + m.Leading : 0;

    public float GetFontMetrics(out SKFontMetrics metrics)
    {
        metrics = Metrics;
        return Spacing;
    }

    public ushort GetGlyph(int codepoint) => Typeface.GetGlyph(codepoint);
    public ushort[] GetGlyphs(string text) => Typeface.GetGlyphs(text);
    public ushort[] GetGlyphs(ReadOnlySpan<char> text) => Typeface.GetGlyphs(text);
    public ushort[] GetGlyphs(ReadOnlySpan<int> codepoints) => Typeface.GetGlyphs(codepoints);
    public void GetGlyphs(ReadOnlySpan<char> text, Span<ushort> glyphs) => Typeface.CopyGlyphs(text, glyphs);
    public bool ContainsGlyph(int codepoint) => Typeface.ContainsGlyph(codepoint);
    public bool ContainsGlyphs(string text) => Typeface.ContainsGlyphs(text);

    public float MeasureText(string text, SKPaint paint = default) => MeasureText(GetGlyphs(text), paint);
    public float MeasureText(ReadOnlySpan<char> text, SKPaint paint = default) => MeasureText(GetGlyphs(text), paint);
    public float MeasureText(string text, out SKRect bounds, SKPaint paint = default) => MeasureText(GetGlyphs(text), out bounds, paint);
    public float MeasureText(ReadOnlySpan<char> text, out SKRect bounds, SKPaint paint = default) =>
        MeasureText(GetGlyphs(text), out bounds, paint);

    public float MeasureText(ReadOnlySpan<ushort> glyphs, SKPaint paint = default)
    {
        var width = 0f;
        foreach (var glyph in glyphs) width += Advance(glyph);
        return width;
    }

    public float MeasureText(ReadOnlySpan<ushort> glyphs, out SKRect bounds, SKPaint paint = default)
    {
        bounds = SKRect.Empty;
        var x = 0f;
        foreach (var glyph in glyphs)
        {
            var ink = Bounds(glyph);
            ink.Offset(x, 0);
            if (ink.Width > 0) bounds = bounds.IsEmpty ? ink : SKRect.Union(bounds, ink);
            x += Advance(glyph);
        }
        return x;
    }

    public float[] GetGlyphWidths(string text, SKPaint paint = default) => GetGlyphWidths(GetGlyphs(text), paint);
    public float[] GetGlyphWidths(string text, out SKRect[] bounds, SKPaint paint = default) =>
        GetGlyphWidths(GetGlyphs(text), out bounds, paint);

    public float[] GetGlyphWidths(ReadOnlySpan<ushort> glyphs, SKPaint paint = default)
    {
        var widths = new float[glyphs.Length];
        GetGlyphWidths(glyphs, widths, default, paint);
        return widths;
    }

    public float[] GetGlyphWidths(ReadOnlySpan<ushort> glyphs, out SKRect[] bounds, SKPaint paint = default)
    {
        var widths = new float[glyphs.Length];
        bounds = new SKRect[glyphs.Length];
        GetGlyphWidths(glyphs, widths, bounds, paint);
        return widths;
    }

    public void GetGlyphWidths(ReadOnlySpan<ushort> glyphs, Span<float> widths, Span<SKRect> bounds, SKPaint paint = default)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (!widths.IsEmpty) widths[i] = Advance(glyphs[i]);
            if (!bounds.IsEmpty) bounds[i] = Bounds(glyphs[i]);
        }
    }

    public SKPath GetGlyphPath(ushort glyph)
    {
        using var path = new SKPathBuilder();
        path.AddPath(Typeface.Glyph(glyph).Outline, OutlineMatrix);
        return path.Detach();
    }

    /// <summary>From a glyph's outline in font units to pixels around its origin.</summary>
    internal SKMatrix OutlineMatrix => Size / Typeface.UnitsPerEm is var em ? new(em * ScaleX, em * SkewX, 0, 0, em, 0, 0, 0, 1) : default;

    internal float Advance(ushort glyph) => Typeface.Glyph(glyph).Advance * (Size / Typeface.UnitsPerEm) * ScaleX;

    // As in Skia: the pixels that the glyph's image would take, so whole numbers. GetGlyphPath has the exact outline.
    SKRect Bounds(ushort glyph)
    {
        var outline = Typeface.Glyph(glyph).Outline;
        return outline.IsEmpty ? SKRect.Empty : (SKRect)SKRectI.Ceiling(OutlineMatrix.MapRect(outline.Bounds), outwards: true);
    }
}
