using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A drawn padlock: the sign of a saturated neuron, whose slope lets almost no gradient through.</summary>
/// <param name="Size">Its height while it is closed.</param>
/// <param name="Opened">How far its shackle has sprung up, 0 to 1.</param>
public sealed record Padlock(SKPoint Centre, float Size, SKColor Color, SKColor Keyhole, float Opened = 0) : DrawItem
{
    // How far an open shackle stands up, as a share of the height.
    const float Reach = 0.2f;

    public override SKRect Bounds(FontShelf fonts) =>
        new(Centre.X - Size / 2, Centre.Y - Size * (0.5f + Reach * Opened), Centre.X + Size / 2, Centre.Y + Size / 2);

    internal override void Paint(PaintContext context)
    {
        float bodyWidth = Size * 0.72f, bodyTop = Centre.Y - Size * 0.04f, shackle = Size * 0.21f;
        // Open, it stands on its left leg alone.
        var top = Centre.Y - Size * (0.42f + Reach * Opened);
        using var builder = new SKPathBuilder();
        builder.MoveTo(Centre.X - shackle, bodyTop);
        builder.ArcTo(new SKRect(Centre.X - shackle, top, Centre.X + shackle, top + 2 * shackle), 180, 180, false);
        builder.LineTo(Centre.X + shackle, bodyTop - Size * Reach * Opened);
        using var path = builder.Detach();
        context.Canvas.DrawPath(path, context.StrokePaint(Color, Size * 0.12f));
        context.DrawRoundRect(
            new(Centre.X - bodyWidth / 2, bodyTop, Centre.X + bodyWidth / 2, Centre.Y + Size * 0.48f), Size * 0.1f,
            context.FillPaint(Color));
        context.Canvas.DrawCircle(Centre.X, bodyTop + Size * 0.2f, Size * 0.075f, context.FillPaint(Keyhole));
        context.Canvas.DrawLine(
            Centre.X, bodyTop + Size * 0.2f, Centre.X, bodyTop + Size * 0.35f,
                context.StrokePaint(Keyhole, Size * 0.07f, SKStrokeCap.Round));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Size);
        hash.Add(Color);
        hash.Add(Keyhole);
        hash.Add(Opened);
    }
}
