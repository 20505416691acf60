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
            TextLine line => new TextOnScreen(order, line.Text, line.Position, line.Size, line.Bounds(fonts), [line.Color.WithAlpha(255)], line.Color.Alpha / 255.0),
            FormulaText formula => Of(formula, order, fonts),
            _ => null,
        };
        return text is null || text.Ink.IsEmpty ? null : text;
    }

    static TextOnScreen Of(FormulaText formula, int order, FontShelf fonts)
    {
        var bare = formula.Style with { Parts = PartStyles.None };
        List<SKColor> colors = [formula.Style.Color.WithAlpha(255)];
        foreach (var name in formula.Style.Parts.Names)
        {
            var part = formula.Style.Parts[name]!;
            bare = bare.With(name, part with { Box = null, Underline = null, Strike = 0 });
            if (part.Color is { } color) colors.Add(color.WithAlpha(255));
        }
        var ink = fonts.Lay(formula.Source, formula.Size).BoundsAt(formula.Origin, bare);
        return new(order, formula.Source, formula.Origin, formula.Size, ink, [.. colors], formula.Style.Color.Alpha / 255.0 * formula.Style.Opacity);
    }

    /// <summary>Whether this is the same text as one of another frame: it says the same, or stands where that stood.</summary>
    public bool IsSameAs(TextOnScreen other) => Words == other.Words || (Place - other.Place).Length < 1;
}
