using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Ink as one outline. Unlike text, which is set on whole pixels across the baseline, an outline stands exactly where it should: a root's
/// sign meets its rule without a step, and what moves or grows does so smoothly. Pieces that meet are one area, also when translucent.
/// </summary>
internal static class InkPath
{
    public static SKPath Of(
        IEnumerable<InkGlyph> glyphs, IEnumerable<SKRect> rules, IEnumerable<Stroke> strokes, Func<Face, FontFile> files)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.Winding };
        foreach (var sized in glyphs.GroupBy(it => (it.Glyph.Face, it.Glyph.Size)))
        {
            using var font = files(sized.Key.Face).FontAt(sized.Key.Size);
            foreach (var (glyph, _, _, stretch) in sized)
            {
                using var outline = font.GetGlyphPath(glyph.Glyph);
                if (outline is not null) builder.AddPath(outline, SKMatrix.CreateScaleTranslation(stretch.X, stretch.Y, glyph.X, glyph.Y));
            }
        }
        // Outlines of PostScript fonts run counterclockwise; what is joined to them must too, or the overlap would be a hole.
        foreach (var rule in rules) builder.AddBar(rule);
        foreach (var stroke in strokes) AddLine(builder, stroke.From, stroke.To, stroke.Thickness);
        return builder.Detach();
    }

    /// <summary>A line as an area. Skia draws lines of at most a pixel by another way, whose pixels depend on the clip.</summary>
    public static SKPath OfLine(SKPoint from, SKPoint to, float thickness)
    {
        using var builder = new SKPathBuilder();
        AddLine(builder, from, to, thickness);
        return builder.Detach();
    }

    static void AddLine(SKPathBuilder builder, SKPoint from, SKPoint to, float thickness)
    {
        var along = SKPoint.Normalize(to - from);
        var side = new SKPoint(along.Y * thickness / 2, -along.X * thickness / 2);
        builder.AddPoly([from - side, to - side, to + side, from + side], close: true);
    }
}
