namespace SkiaSharp;

/// <summary>
/// Draws glyphs: upright text from cached masks at quarters of a pixel along the baseline and whole pixels across it, as
/// Skia does; large, turned or outlined text as paths.
/// </summary>
sealed class TextPainter(Painter painter)
{
    const float LargestMask = 256;     // pixels an em, Skia's limit

    readonly Contours _outline = new();

    /// <summary>Whether this text can be drawn from masks.</summary>
    public static bool UsesMasks(in CanvasState state, SKFont font, SKPaint paint) =>
        state.Matrix is { SkewX: 0, SkewY: 0, ScaleX: > 0 } && state.Matrix.ScaleX == state.Matrix.ScaleY &&
        font.Size * state.Matrix.ScaleX <= LargestMask && font.ScaleX == 1 && font.SkewX == 0 &&
        paint.Style == SKPaintStyle.Fill && paint.MaskFilter == null && Painter.IsDirect(paint.BlendMode);

    /// <param name="state">Where to.</param>
    /// <param name="font">Typeface, size and edging.</param>
    /// <param name="glyphs">The glyphs.</param>
    /// <param name="positions">Their origins.</param>
    /// <param name="offset">Added to the origins.</param>
    /// <param name="paint">Colour and blend mode.</param>
    public void DrawMasks(in CanvasState state, SKFont font, ReadOnlySpan<ushort> glyphs, ReadOnlySpan<SKPoint> positions, SKPoint offset,
        SKPaint paint)
    {
        if (state.Clip.Width <= 0) return;
        var sink = painter.Open(state, state.Clip, paint, paint.Shader);
        var luminance = TextContrast.StepOf(paint);
        var scale = font.Size * state.Matrix.ScaleX / font.Typeface.UnitsPerEm;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var origin = state.Matrix.MapPoint(positions[i] + offset);
            var quarter = font.Subpixel ? (int)MathF.Floor((origin.X + 0.125f) * 4) : (int)MathF.Floor(origin.X + 0.5f) * 4;
            var key = new GlyphMaskKey(glyphs[i], scale, (byte)(quarter & 3), luminance, font.Edging != SKFontEdging.Alias);
            if (!font.Typeface.Masks.TryGet(key, out var mask)) font.Typeface.Masks.Add(key, mask = Render(font.Typeface, key));
            Blit(mask, quarter >> 2, (int)MathF.Floor(origin.Y + 0.5f), state.Clip, sink);
        }
        Painter.Close(sink, state, paint, paint.Shader);
    }

    /// <summary>Adds the glyphs' outlines, cut into lines.</summary>
    public static void AddOutlines(SKFont font, ReadOnlySpan<ushort> glyphs, ReadOnlySpan<SKPoint> positions, SKPoint offset,
        float tolerance, Contours into)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            var origin = positions[i] + offset;
            var matrix = SKMatrix.CreateTranslation(origin.X, origin.Y).PreConcat(font.OutlineMatrix);
            PathFlattener.Flatten(font.Typeface.Glyph(glyphs[i]).Outline, matrix, tolerance, into);
        }
    }

    MaskBuffer Render(SKTypeface typeface, GlyphMaskKey key)
    {
        _outline.Clear();
        var matrix = SKMatrix.CreateScaleTranslation(key.Scale, key.Scale, key.Phase / 4f, 0);
        PathFlattener.Flatten(typeface.Glyph(key.Glyph).Outline, matrix, SKCanvas.Tolerance, _outline);
        var mask = new MaskBuffer(Painter.DeviceBounds(_outline, SKMatrix.Identity));
        painter.Rasterize(_outline, SKMatrix.Identity, mask.Bounds, SKPathFillType.Winding, key.Antialias, mask);
        TextContrast.Apply(key.Luminance, mask.Bytes);
        return mask;
    }

    static void Blit(MaskBuffer mask, int x, int y, SKRectI clip, CoverageSink sink)
    {
        var bounds = mask.Bounds;
        int left = Math.Max(bounds.Left + x, clip.Left), right = Math.Min(bounds.Right + x, clip.Right);
        int top = Math.Max(bounds.Top + y, clip.Top), bottom = Math.Min(bounds.Bottom + y, clip.Bottom);
        if (left >= right) return;
        for (var row = top; row < bottom; row++) sink.Pixels(left, row, mask.Row(left - x, row - y, right - left));
    }
}
