using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A rectangle with round corners: a panel, a card, a plate behind a label, a bar.</summary>
public sealed record Panel(SKRect Rect, float Corner, SKColor Fill, SKColor Border = default, float BorderWidth = 0) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts)
    {
        var bounds = Rect;
        bounds.Inflate(BorderWidth, BorderWidth);
        return bounds;
    }

    internal override void Paint(SKCanvas canvas, Brushes brushes)
    {
        if (Fill.Alpha > 0) canvas.DrawRoundRect(Rect, Corner, Corner, brushes.Fill(Fill));
        if (Border.Alpha > 0 && BorderWidth > 0) canvas.DrawRoundRect(Rect, Corner, Corner, brushes.Stroke(Border, BorderWidth));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Rect);
        hash.Add(Corner);
        hash.Add(Fill);
        hash.Add(Border);
        hash.Add(BorderWidth);
    }
}
