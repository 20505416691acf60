using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A text of a frame as far as it can be seen.</summary>
/// <param name="Order">Its place among the frame's items, from the back.</param>
/// <param name="Words">What it says; of a formula its source.</param>
/// <param name="Place">Where it is anchored: the same while it counts or grows in place.</param>
/// <param name="Size">The em, in stage units.</param>
/// <param name="Ink">The box around what is drawn, without highlights behind it.</param>
/// <param name="Colors">The colours that it is written in, opaque.</param>
/// <param name="Visibility">How much of it shows, 0 to 1: its opacity, less what lies over it.</param>
internal sealed record TextOnScreen(int Order, string Words, SKPoint Place, float Size, SKRect Ink, SKColor[] Colors, double Visibility)
{
    /// <summary>The text that an item writes; null for every other item and for one without ink.</summary>
    public static TextOnScreen? Of(DrawItem item, int order, FontShelf fonts)
    {
        var text = item switch
        {
            TextLine line =>
                new TextOnScreen(
                    order, line.Text, line.Position, line.Size, line.Bounds(fonts), [line.Color.WithAlpha(255)], line.Color.Alpha / 255.0),
            FormulaText formula =>
                InFormula(
                    order, formula.Source, formula.Origin, formula.Size, (formula with { Style = Bare(formula.Style) }).Bounds(fonts),
                    formula.Style),
            FormulaMorph morph =>
                InFormula(
                    order, morph.To, morph.ToOrigin, morph.Size, (morph with { Style = Bare(morph.Style) }).Bounds(fonts), morph.Style),
            _ => null,
        };
        return text is { Ink: { Width: > 0, Height: > 0 } } ? text : null;
    }

    static TextOnScreen InFormula(int order, string source, SKPoint origin, float size, SKRect ink, FormulaStyle style)
    {
        var partColors = style.Parts.Names.Select(name => style.Parts[name]!.Color).OfType<SKColor>();
        return new(
            order, source, origin, size, ink, [.. partColors.Prepend(style.Color).Select(c => c.WithAlpha(255))],
            style.Color.Alpha / 255.0 * style.Opacity);
    }

    // Without the boxes and lines that point a part out: they may touch what stands beside.
    static FormulaStyle Bare(FormulaStyle style)
    {
        foreach (var name in style.Parts.Names)
            style = style.With(name, style.Parts[name]! with { Box = null, Underline = null, Strike = 0 });
        return style;
    }

    /// <summary>Whether this is the same text as one of another frame: it says the same, or stands where that stood.</summary>
    public bool IsSameAs(TextOnScreen other) => Words == other.Words || (Place - other.Place).Length < 1;
}
