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
        foreach (var stroke in strokes) AddStroke(builder, stroke);
        return builder.Detach();
    }

    static void AddStroke(SKPathBuilder builder, Stroke stroke)
    {
        var along = SKPoint.Normalize(stroke.To - stroke.From);
        var side = new SKPoint(along.Y * stroke.Thickness / 2, -along.X * stroke.Thickness / 2);
        builder.AddPoly([stroke.From - side, stroke.To - side, stroke.To + side, stroke.From + side], close: true);
    }
}
