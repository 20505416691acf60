using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>The ink of all owners that look alike, ready to be drawn in one colour and at one placement.</summary>
internal sealed class LookGroup(SKTextBlob? blob, ImmutableArray<SKRect> rules, ImmutableArray<Stroke> strokes, SKRect bounds, bool hasJoins)
{
    /// <summary>Makes the groups of a grouping from its key (one character for each owner; owners with equal characters are one group).</summary>
    public static Func<string, ImmutableArray<LookGroup>> All(FormulaInk ink, Func<Face, FontFile> files) => key =>
    [
        .. key.Where(letter => letter != ' ').Distinct().Select(group => Of(ink, files, owner => key[owner] == group)),
    ];

    static LookGroup Of(FormulaInk ink, Func<Face, FontFile> files, Func<int, bool> isMember)
    {
        var glyphs = ink.Glyphs.Where((_, i) => isMember(ink.GlyphOwners[i])).ToArray();
        var owners = ink.Owners.Where((_, i) => isMember(i)).ToArray();
        return new(
            GlyphBlob.Of(glyphs, files),
            [.. ink.Rules.Where((_, i) => isMember(ink.RuleOwners[i]))],
            [.. ink.Strokes.Where(stroke => isMember(stroke.Owner))],
            owners.Aggregate(SKRect.Empty, (bounds, owner) => Ink.Union(bounds, owner.Own)),
            owners.Any(owner => owner.HasJoins));
    }

    public void Draw(SKCanvas canvas, OwnerLook look)
    {
        var isMoved = look.Placement != Placement.Identity;
        // Where pieces overlap, a translucent colour would show twice: draw them opaque into a layer, and the layer translucent.
        var isLayered = hasJoins && look.Color.Alpha < 255;
        if (isMoved || isLayered) canvas.Save();
        if (isMoved)
        {
            canvas.Translate(look.Placement.X, look.Placement.Y);
            canvas.Scale(look.Placement.Scale);
        }
        if (isLayered)
        {
            using var layer = new SKPaint { Color = SKColors.White.WithAlpha(look.Color.Alpha) };
            canvas.SaveLayer(SKRect.Inflate(bounds, 2, 2), layer);
        }

        using var paint = new SKPaint { IsAntialias = true, Color = isLayered ? look.Color.WithAlpha(255) : look.Color };
        if (blob is not null) canvas.DrawText(blob, 0, 0, paint);
        foreach (var rule in rules) canvas.DrawRect(rule, paint);
        if (!strokes.IsEmpty) DrawStrokes(canvas, paint.Color);

        if (isLayered) canvas.Restore();
        if (isMoved || isLayered) canvas.Restore();
    }

    void DrawStrokes(SKCanvas canvas, SKColor color)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = color, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
        foreach (var stroke in strokes)
        {
            paint.StrokeWidth = stroke.Thickness;
            canvas.DrawLine(stroke.From, stroke.To, paint);
        }
    }
}
