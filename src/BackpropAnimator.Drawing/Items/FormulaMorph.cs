using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// A formula on its way to becoming another: what only the old one has lifts away, what both have glides to its new place, and then the
/// rest of the new one is written.
/// </summary>
/// <param name="From">The formula before, by its source.</param>
/// <param name="To">The formula after.</param>
/// <param name="FromOrigin">The left end of the first one's baseline.</param>
/// <param name="ToOrigin">The left end of the second one's.</param>
/// <param name="Size">The em of both, in stage units.</param>
/// <param name="Progress">0 shows the first, 1 the second; even in time.</param>
public sealed record FormulaMorph(
    string From, string To, SKPoint FromOrigin, SKPoint ToOrigin, float Size, float Progress, FormulaStyle Style)
    : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => Transition(fonts).BoundsAt(FromOrigin, ToOrigin, Progress, Style);

    internal override void Paint(PaintContext context) =>
        Transition(context.Fonts).Draw(context.Canvas, FromOrigin, ToOrigin, Progress, Style, context.OutlinesFormulas);

    FormulaTransition Transition(FontShelf fonts) => FormulaTransition.Between(fonts.Lay(From, Size), fonts.Lay(To, Size));

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(From);
        hash.Add(To);
        hash.Add(FromOrigin);
        hash.Add(ToOrigin);
        hash.Add(Size);
        hash.Add(Progress);
        hash.Add(Style);
    }
}
