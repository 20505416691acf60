using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Draws what a style puts around parts: highlight boxes, underlines and strokes across.</summary>
internal static class PartDecorations
{
    // In ems of the part's own size.
    const float BoxPadding = 0.16f;
    const float BoxRadius = 0.16f;
    const float UnderlineGap = 0.14f;
    const float LineThickness = 0.06f;
    const float StrikeReach = 0.08f;

    public static void DrawBehind(SKCanvas canvas, FormulaInk ink, FormulaStyle style, OwnerLook[] looks)
    {
        foreach (var (owner, part, look) in Decorated(ink, style, looks))
        {
            if (part.Box is not { } color) continue;
            var radius = BoxRadius * owner.Scale * look.Placement.Scale;
            canvas.DrawRoundRect(look.Placement.Apply(BoxOf(owner)), radius, radius, PaintOf(color, look));
        }
    }

    public static void DrawOver(SKCanvas canvas, FormulaInk ink, FormulaStyle style, OwnerLook[] looks)
    {
        foreach (var (owner, part, look) in Decorated(ink, style, looks))
        {
            if (part.Underline is { } color)
            {
                var line = look.Placement.Apply(UnderlineOf(owner));
                canvas.DrawRoundRect(line, line.Height / 2, line.Height / 2, PaintOf(color, look));
            }
            if (part.Strike > 0)
            {
                var across = look.Placement.Apply(StrikeOf(owner));
                var reached = Math.Min(1, part.Strike);
                var end = new SKPoint(across.Left + across.Width * reached, across.Bottom - across.Height * reached);
                var thickness = LineThickness * owner.Scale * look.Placement.Scale;
                using var line = InkPath.OfLine(new(across.Left, across.Bottom), end, thickness);
                canvas.DrawPath(line, FillPaint.Of(look.Color));
            }
        }
    }

    public static SKRect Bounds(FormulaInk ink, FormulaStyle style, OwnerLook[] looks)
    {
        var bounds = SKRect.Empty;
        foreach (var (owner, part, look) in Decorated(ink, style, looks))
        {
            if (part.Box is not null) bounds = Ink.Union(bounds, look.Placement.Apply(BoxOf(owner)));
            if (part.Underline is not null) bounds = Ink.Union(bounds, look.Placement.Apply(UnderlineOf(owner)));
            if (part.Strike > 0)
            {
                var thickness = LineThickness * owner.Scale;
                bounds = Ink.Union(bounds, look.Placement.Apply(SKRect.Inflate(StrikeOf(owner), thickness, thickness)));
            }
        }
        return bounds;
    }

    static IEnumerable<(InkOwner Owner, PartStyle Style, OwnerLook Look)> Decorated(FormulaInk ink, FormulaStyle style, OwnerLook[] looks)
    {
        if (style.Parts.IsEmpty) yield break;
        for (var i = 0; i < looks.Length; i++)
            if (looks[i].IsVisible && ink.Owners[i].Name is { } name && style.Parts[name] is { } part)
                yield return (ink.Owners[i], part, looks[i]);
    }

    /// <summary>A decoration fades with its part.</summary>
    static SKPaint PaintOf(SKColor color, OwnerLook look) => FillPaint.Of(OwnerLooks.Faded(color, look.Color.Alpha / 255f));

    static SKRect BoxOf(InkOwner owner) => SKRect.Inflate(owner.Bounds, BoxPadding * owner.Scale, BoxPadding * owner.Scale);

    static SKRect UnderlineOf(InkOwner owner)
    {
        var top = owner.Bounds.Bottom + UnderlineGap * owner.Scale;
        return new(owner.Bounds.Left, top, owner.Bounds.Right, top + LineThickness * owner.Scale);
    }

    static SKRect StrikeOf(InkOwner owner) => SKRect.Inflate(owner.Bounds, StrikeReach * owner.Scale, StrikeReach * owner.Scale);
}
