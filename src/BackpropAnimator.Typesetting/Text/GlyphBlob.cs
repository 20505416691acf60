using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Packs placed glyphs into one text blob, a run for each stretch of glyphs of one face and size.</summary>
internal static class GlyphBlob
{
    /// <summary>The blob, or null where there is nothing to draw.</summary>
    public static SKTextBlob? Of(IReadOnlyList<PlacedGlyph> glyphs, Func<Face, FontFile> files)
    {
        if (glyphs.Count == 0) return null;
        using var builder = new SKTextBlobBuilder();
        for (var start = 0; start < glyphs.Count;)
        {
            var (face, size) = (glyphs[start].Face, glyphs[start].Size);
            var end = start + 1;
            while (end < glyphs.Count && glyphs[end].Face == face && glyphs[end].Size == size) end++;

            var ids = new ushort[end - start];
            var positions = new SKPoint[end - start];
            for (var i = start; i < end; i++)
                (ids[i - start], positions[i - start]) = (glyphs[i].Glyph, new(glyphs[i].X, glyphs[i].Y));
            using var font = files(face).FontAt(size);
            builder.AddPositionedRun(ids, font, positions);
            start = end;
        }
        return builder.Build();
    }
}
