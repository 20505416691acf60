using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A rectangle with round corners: a panel, a card, a plate behind a label, a bar.</summary>
/// <param name="IsGround">Whether it is a piece of the ground over what lies below: where a picture has no ground, a hole.</param>
public sealed record Panel(
    SKRect Rect, float Corner, SKColor Fill, SKColor Border = default, float BorderWidth = 0, bool IsGround = false) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts)
    {
        var bounds = Rect;
        bounds.Inflate(BorderWidth, BorderWidth);
        return bounds;
    }

    internal override void Paint(PaintContext context)
    {
        if (Fill.Alpha > 0) PaintFill(context);
        if (Border.Alpha > 0 && BorderWidth > 0)
            context.DrawRoundRect(Rect, Corner, context.StrokePaint(Border, BorderWidth));
    }

    void PaintFill(PaintContext context)
    {
        var paint = IsGround ? context.GroundPaint(Fill) : context.FillPaint(Fill);
        if (Corner > 0)
        {
            context.DrawRoundRect(Rect, Corner, paint);
            return;
        }
        using var bar = Bars.Of(Rect);
        context.Canvas.DrawPath(bar, paint);
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Rect);
        hash.Add(Corner);
        hash.Add(Fill);
        hash.Add(Border);
        hash.Add(BorderWidth);
        hash.Add(IsGround);
    }
}
