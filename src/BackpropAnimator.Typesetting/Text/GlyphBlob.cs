using System.Text;
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

    /// <summary>A blob that also tells which letters its glyphs stand for: a run for each cluster of letters.</summary>
    /// <param name="clusters">Where in the line each glyph's letters begin, in UTF-16 units.</param>
    public static SKTextBlob? WithText(
        IReadOnlyList<PlacedGlyph> glyphs, IReadOnlyList<int> clusters, string line, Func<Face, FontFile> files)
    {
        if (glyphs.Count == 0) return null;
        using var builder = new SKTextBlobBuilder();
        // A cluster ends where the next one of the line begins, wherever that is drawn; what leaves no ink goes with what is before it.
        int[] begins = [.. clusters.Distinct().Order(), line.Length];
        for (var start = 0; start < glyphs.Count;)
        {
            var (face, size, cluster) = (glyphs[start].Face, glyphs[start].Size, clusters[start]);
            var end = start + 1;
            while (end < glyphs.Count && glyphs[end].Face == face && glyphs[end].Size == size && clusters[end] == cluster) end++;

            var text = Encoding.UTF8.GetBytes(line[cluster..begins[Array.IndexOf(begins, cluster) + 1]]);
            using var font = files(face).FontAt(size);
            var run = builder.AllocateRawPositionedTextRun(font, end - start, text.Length);
            text.CopyTo(run.Text);
            run.Clusters.Clear();
            for (var i = start; i < end; i++)
                (run.Glyphs[i - start], run.Positions[i - start]) = (glyphs[i].Glyph, new(glyphs[i].X, glyphs[i].Y));
            start = end;
        }
        return builder.Build();
    }
}
