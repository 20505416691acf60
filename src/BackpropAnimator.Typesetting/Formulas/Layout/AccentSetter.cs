using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets a mark on a letter, over or under a sub-formula, or through a sign. Appendix G, rule 12, with the MATH table's attachment points
/// for the slanted letters.
/// </summary>
internal static class AccentSetter
{
    public static Atom Set(FormulaSetter setter, Accent accent, MathStyle style)
    {
        var font = setter.Font;
        var nucleus = setter.Set(WithoutDot(accent.Nucleus), style.Cramped);
        var body = nucleus.Box;
        if (setter.Glyph(new Rune(accent.Mark), style with { Level = StyleLevel.Text }, accent.Column) is not { } plain) return nucleus;

        var mark = font.Box(plain, style);
        // A mark is drawn at the height that suits a letter of the accent base height; over taller ones it goes up with them. One that
        // is drawn below the baseline goes down as deep as they do.
        var isBelow = mark.Ink.Top > 0;
        var y = isBelow ? Math.Max(0, body.Depth) : -Math.Max(0, body.Height - font.At(style, MathConstant.AccentBaseHeight));
        var spanned = Math.Max(body.Width, body.InkRight());
        var placed = accent.IsWide && spanned > mark.Ink.Width
            ? new Placed(StretchedGlyph.Horizontal(font, plain, style, spanned), 0, y)
            : new(mark, (nucleus.AccentX ?? body.Width / 2) - font.Table.TopAccent(plain) * mark.Scale, y);
        return nucleus with { Box = Boxes.Row(body.Width, new(body, 0, 0), placed), Class = AtomClass.Ordinary };
    }

    /// <summary>A sign that is denied: the sign that Unicode has for it, or else a slash across it.</summary>
    public static Atom Set(FormulaSetter setter, Negated negated, MathStyle style)
    {
        var font = setter.Font;
        if (FormulaParser.Items(negated.Nucleus) is [Symbol symbol])
        {
            var composed = symbol with { Text = Composition.Compose(symbol.Text + Negated.Slash), Column = negated.Column };
            var isThere = composed.Text.EnumerateRunes().All(rune => rune.Value != Negated.Slash && font.Glyph(rune, style) != 0);
            if (isThere) return setter.Set(composed, style);
        }
        var nucleus = setter.Set(negated.Nucleus, style);
        if (setter.Glyph(new Rune(Negated.Slash), style with { Level = StyleLevel.Text }, negated.Column) is not { } glyph) return nucleus;
        var slash = font.Box(glyph, style);
        var box = Boxes.Row(nucleus.Box.Width, new(nucleus.Box, 0, 0), new(slash, nucleus.Box.Width / 2 - slash.Ink.MidX, 0));
        return nucleus with { Box = box };
    }

    /// <summary>The letter to put the mark on: i and j lose their dots.</summary>
    static MathNode WithoutDot(MathNode nucleus)
    {
        if (nucleus is Group { Class: AtomClass.Ordinary, Items: [var only] }) nucleus = only;
        return nucleus is Symbol { Text: "𝑖" or "𝑗" or "i" or "j" } symbol ? symbol with { Text = Dotless(symbol.Text) } : nucleus;
    }

    static string Dotless(string letter) => letter switch { "𝑖" => "𝚤", "𝑗" => "𝚥", "i" => "ı", _ => "ȷ" };
}
