using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Sets delimiters that are as tall as what they enclose. Appendix G, rule 19.</summary>
internal static class FenceSetter
{
    // Plain TeX's \delimiterfactor (901/1000) and \delimitershortfall (5 pt at 10 pt): a delimiter covers most of its contents, or all but
    // a little.
    const float Factor = 0.901f;
    const float Shortfall = 0.5f;

    // Plain TeX's \nulldelimiterspace.
    const float EmptyWidth = 0.12f;

    public static Atom Set(FormulaSetter setter, Fenced fenced, MathStyle style)
    {
        var font = setter.Font;
        var axis = font.Axis(style);
        var segments = fenced.Segments.Select(segment => RowSetter.Set(setter, segment.Items, style)).ToArray();
        var reach = segments.Max(segment => Math.Max(segment.Height - axis, segment.Depth + axis));
        var extent = Math.Max(2 * reach * Factor, 2 * reach - Shortfall);

        var row = new List<Placed>();
        var x = 0f;
        for (var i = 0; i < fenced.Delimiters.Length; i++)
        {
            var delimiter = Delimiter(setter, fenced.Delimiters[i], style, extent, fenced.Column);
            row.Add(new(delimiter, x, 0));
            x += delimiter.Width;
            if (i == segments.Length) break;
            row.Add(new(segments[i], x, 0));
            x += segments[i].Width;
        }
        return new(Boxes.Row(x, [.. row]), AtomClass.Inner);
    }

    public static Atom Set(FormulaSetter setter, BigDelimiter big) =>
        new(Delimiter(setter, big.Character, MathStyle.Display, big.Size, big.Column), big.Class);

    static Box Delimiter(FormulaSetter setter, int? character, MathStyle style, float extent, int column)
    {
        var font = setter.Font;
        if (character is null) return new RowBox(EmptyWidth, 0, 0, []);
        // Delimiters have no forms of their own for scripts; they are stretched instead.
        if (setter.Glyph(new Rune(character.Value), style with { Level = StyleLevel.Text }, column) is not { } glyph) return Boxes.Empty;
        return StretchedGlyph.Vertical(font, glyph, style, extent).CentredOn(font.Axis(style));
    }
}
