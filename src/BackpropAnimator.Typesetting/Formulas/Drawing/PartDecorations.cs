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
            using var paint = new SKPaint { IsAntialias = true, Color = OwnerLooks.Faded(color, look.Color.Alpha / 255f) };
            var radius = BoxRadius * owner.Scale * look.Placement.Scale;
            canvas.DrawRoundRect(look.Placement.Apply(BoxOf(owner)), radius, radius, paint);
        }
    }

    public static void DrawOver(SKCanvas canvas, FormulaInk ink, FormulaStyle style, OwnerLook[] looks)
    {
        foreach (var (owner, part, look) in Decorated(ink, style, looks))
        {
            var thickness = LineThickness * owner.Scale * look.Placement.Scale;
            if (part.Underline is { } color)
            {
                using var paint = new SKPaint { IsAntialias = true, Color = OwnerLooks.Faded(color, look.Color.Alpha / 255f) };
                var line = look.Placement.Apply(UnderlineOf(owner));
                canvas.DrawRoundRect(line, line.Height / 2, line.Height / 2, paint);
            }
            if (part.Strike > 0)
            {
                using var paint = new SKPaint
                {
                    IsAntialias = true, Color = look.Color,
                    Style = SKPaintStyle.Stroke, StrokeWidth = thickness, StrokeCap = SKStrokeCap.Round,
                };
                var across = look.Placement.Apply(StrikeOf(owner));
                var reached = Math.Min(1, part.Strike);
                canvas.DrawLine(
                    across.Left, across.Bottom, across.Left + across.Width * reached, across.Bottom - across.Height * reached, paint);
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

    static SKRect BoxOf(InkOwner owner) => SKRect.Inflate(owner.Bounds, BoxPadding * owner.Scale, BoxPadding * owner.Scale);

    static SKRect UnderlineOf(InkOwner owner)
    {
        var top = owner.Bounds.Bottom + UnderlineGap * owner.Scale;
        return new(owner.Bounds.Left, top, owner.Bounds.Right, top + LineThickness * owner.Scale);
    }

    static SKRect StrikeOf(InkOwner owner) => SKRect.Inflate(owner.Bounds, StrikeReach * owner.Scale, StrikeReach * owner.Scale);
}
