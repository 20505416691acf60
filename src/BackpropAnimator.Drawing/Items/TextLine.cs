using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Which point of a line of text its position gives: on the baseline, or half way up a capital letter.</summary>
public enum TextAnchor { Baseline, Middle }

/// <summary>One line of text with tabular digits.</summary>
/// <param name="Size">The em, in stage units.</param>
/// <param name="Align">Whether the position is the line's left end, middle or right end.</param>
public sealed record TextLine(
    string Text, SKPoint Position, float Size, SKColor Color, Face Face = Face.Regular,
    SKTextAlign Align = SKTextAlign.Left, TextAnchor Anchor = TextAnchor.Baseline) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts)
    {
        var shaped = fonts.Shape(Text, Face, Size);
        var start = Start(shaped);
        var ink = shaped.InkBounds;
        return new(start.X + ink.Left, start.Y + ink.Top, start.X + ink.Right, start.Y + ink.Bottom);
    }

    internal override void Paint(PaintContext context)
    {
        var shaped = context.Fonts.Shape(Text, Face, Size);
        context.DrawText(shaped, Start(shaped), Color, Align);
    }

    SKPoint Start(ShapedText shaped) => new(
        Position.X - (Align == SKTextAlign.Left ? 0 : Align == SKTextAlign.Center ? shaped.Width / 2 : shaped.Width),
        Position.Y + (Anchor == TextAnchor.Middle ? shaped.CapHeight / 2 : 0));

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Text);
        hash.Add(Position);
        hash.Add(Size);
        hash.Add(Color);
        hash.Add((ulong)Face);
        hash.Add((ulong)Align);
        hash.Add((ulong)Anchor);
    }
}
