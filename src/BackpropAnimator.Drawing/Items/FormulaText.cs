using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A formula, set from its source.</summary>
/// <param name="Source">TeX-like; it has been checked.</param>
/// <param name="Origin">The left end of its baseline.</param>
/// <param name="Size">The em, in stage units.</param>
/// <param name="Style">The formula's colour, and what differs in its named parts.</param>
public sealed record FormulaText(string Source, SKPoint Origin, float Size, FormulaStyle Style) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => fonts.Lay(Source, Size).BoundsAt(Origin, Style);

    internal override void Paint(PaintContext context) =>
        context.Fonts.Lay(Source, Size).Draw(context.Canvas, Origin, Style, context.OutlinesFormulas);

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Source);
        hash.Add(Origin);
        hash.Add(Size);
        hash.Add(Style);
    }
}
