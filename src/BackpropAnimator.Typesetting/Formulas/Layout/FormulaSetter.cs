using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets nodes into boxes by TeX's rules (Knuth, The TeXbook, Appendix G) with the measures of the OpenType MATH table. One setter sets one
/// formula; letters that the font lacks are gathered on the way.
/// </summary>
internal sealed class FormulaSetter(MathFont font)
{
    readonly List<(Rune Character, int Column, bool InWords)> _missing = [];

    public MathFont Font => font;

    /// <summary>What the fonts lack of the formula, each character once; all that its words lack is one problem.</summary>
    public ImmutableArray<FormulaProblem> ProblemsIn(string source)
    {
        var problems = _missing.Where(it => !it.InWords).DistinctBy(it => it.Character)
            .Select(it => new FormulaProblem(
                it.Column, $"the font has no '{it.Character}' (U+{it.Character.Value:X4}, {ScriptFont.NameOf(it.Character)})",
                TypedScripts.Hint(it.Character) ?? "choose another sign, or write it as words with \\text{…}")).ToList();
        var words = _missing.Where(it => it.InWords).ToList();
        var letters = words.Select(it => it.Character.ToString()).Distinct().ToImmutableArray();
        if (MissingLetters.Of(source, letters) is { } lacking)
        {
            // Where the words begin is known, and the letter is the first such after it.
            var at = source.IndexOf(letters[0], words[0].Column - 1, StringComparison.Ordinal);
            problems.Add(new(at < 0 ? words[0].Column : at + 1, lacking.Message, lacking.Hint));
        }
        return [.. problems.OrderBy(problem => problem.Column)];
    }

    /// <summary>A whole formula, whose unnamed atoms become terms that can be shown one after another.</summary>
    public Box SetFormula(Group root) => RowSetter.Set(this, root.Items, MathStyle.Display, namesTerms: true);

    /// <summary>A sub-formula as one box.</summary>
    public Box SetBox(MathNode node, MathStyle style) => RowSetter.Set(this, FormulaParser.Items(node), style);

    /// <summary>One atom. Parts, gaps and style switches are no atoms: the row around them sees to those.</summary>
    public Atom Set(MathNode node, MathStyle style) => node switch
    {
        Symbol symbol => SetSymbol(symbol, style),
        Words words => SetWords(words, style),
        Group { Class: AtomClass.Ordinary, Items: [Symbol { Class: AtomClass.Ordinary } only] } => SetSymbol(only, style),
        Group group => new(SetBox(group with { Class = AtomClass.Ordinary }, style), group.Class),
        Operator op => OperatorSetter.Set(this, op, style),
        Scripts scripts => ScriptSetter.Set(this, scripts, style),
        ScriptAnchor anchor => anchor.Set(this, style),
        Fraction fraction => FractionSetter.Set(this, fraction, style),
        Radical radical => RadicalSetter.Set(this, radical, style),
        Accent accent => AccentSetter.Set(this, accent, style),
        Barred barred => SpanSetter.Set(this, barred, style),
        Braced braced => SpanSetter.Set(this, braced, style),
        Struck struck => SpanSetter.Set(this, struck, style),
        LabelledArrow arrow => SpanSetter.Set(this, arrow, style),
        Boxed boxed => SpanSetter.Set(this, boxed, style),
        Negated negated => AccentSetter.Set(this, negated, style),
        Measured measured => RoomSetter.Set(this, measured, style),
        Lapped lapped => RoomSetter.Set(this, lapped, style),
        InlineMath math => new(RowSetter.Set(this, math.Items, style.Inline), AtomClass.Ordinary),
        Fenced fenced => FenceSetter.Set(this, fenced, style),
        BigDelimiter delimiter => FenceSetter.Set(this, delimiter),
        Grid grid => GridSetter.Set(this, grid, style),
        NamedPart or Tinted => new(RowSetter.Set(this, [node], style), AtomClass.Ordinary),
        _ => Atom.Empty,
    };

    /// <summary>The glyph for a character in the form of a style; null, reported, where the font has none.</summary>
    public ushort? Glyph(Rune character, MathStyle style, int column)
    {
        var glyph = font.Glyph(character, style);
        if (glyph != 0) return glyph;
        _missing.Add((character, column, InWords: false));
        return null;
    }

    Atom SetSymbol(Symbol symbol, MathStyle style)
    {
        var runes = symbol.Text.EnumerateRunes().ToArray();
        var row = new List<Placed>();
        var x = 0f;
        ushort last = 0;
        foreach (var rune in runes)
        {
            if (Glyph(rune, style, symbol.Column) is not { } glyph) continue;
            var box = font.Box(glyph, style);
            row.Add(new(box, x, 0));
            x += box.Width;
            last = glyph;
        }
        if (row.Count == 0) return Atom.Empty;
        if (runes.Length > 1) return new(Boxes.Row(x, [.. row]), symbol.Class);
        var scale = font.Scale(style);
        var (italic, accentX) = (font.Table.ItalicCorrection(last) * scale, font.Table.TopAccent(last) * scale);
        return new(row[0].Box, symbol.Class, italic, IsCharacter: true, accentX);
    }

    Atom SetWords(Words words, MathStyle style)
    {
        if (!font.HasAll(words))
        {
            var line = font.Shape(words, style);
            foreach (var letter in line.MissingCharacters) _missing.Add((Rune.GetRuneAt(letter, 0), words.Column, InWords: true));
            return new(
                Boxes.Row(line.Width, [.. line.Glyphs.Select(glyph => new Placed(font.WordBox(glyph), glyph.X, glyph.Y))]),
                AtomClass.Ordinary);
        }
        var row = new List<Placed>();
        var x = 0f;
        foreach (var rune in words.Shown.EnumerateRunes())
        {
            var box = font.Box(font.Glyph(rune), style);
            row.Add(new(box, x, 0));
            x += box.Width;
        }
        return new(Boxes.Row(x, [.. row]), AtomClass.Ordinary);
    }
}
