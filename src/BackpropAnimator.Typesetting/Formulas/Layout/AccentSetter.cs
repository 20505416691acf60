using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets a mark on a letter or a sub-formula. Appendix G, rule 12, with the MATH table's attachment points for the slanted letters.
/// </summary>
internal static class AccentSetter
{
    public static Atom Set(FormulaSetter setter, Accent accent, MathStyle style)
    {
        var font = setter.Font;
        var nucleus = setter.Set(WithoutDot(accent.Nucleus), style.Cramped);
        var body = nucleus.Box;
        if (setter.Glyph(new Rune(accent.Mark), style with { Level = StyleLevel.Text }, accent.Column) is not { } plain) return nucleus;

        var glyph = accent.IsWide ? WidestWithin(font, plain, body.Width / font.Scale(style)) : plain;
        var mark = font.Box(glyph, style);
        var markX = font.Table.TopAccent(glyph) * mark.Scale;

        // A mark is drawn at the height that suits a letter of the accent base height; over taller ones it goes up with them.
        var rise = Math.Max(0, body.Height - font.At(style, MathConstant.AccentBaseHeight));
        var box = Boxes.Row(body.Width, new(body, 0, 0), new(mark, (nucleus.AccentX ?? body.Width / 2) - markX, -rise));
        return nucleus with { Box = box, Class = AtomClass.Ordinary };
    }

    /// <summary>The letter to put the mark on: i and j lose their dots.</summary>
    static MathNode WithoutDot(MathNode nucleus)
    {
        if (nucleus is Group { Class: AtomClass.Ordinary, Items: [var only] }) nucleus = only;
        return nucleus is Symbol { Text: "𝑖" or "𝑗" or "i" or "j" } symbol ? symbol with { Text = Dotless(symbol.Text) } : nucleus;
    }

    static string Dotless(string letter) => letter switch { "𝑖" => "𝚤", "𝑗" => "𝚥", "i" => "ı", _ => "ȷ" };

    static ushort WidestWithin(MathFont font, ushort glyph, float width)
    {
        var widest = glyph;
        foreach (var variant in font.Table.Horizontal(glyph).Variants)
            if (variant.Extent <= width) widest = variant.Glyph;
        return widest;
    }
}
