using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Reads a character that stands for itself: a letter in the alphabet in force, a sign of its class, or a letter with an accent on it.
/// </summary>
internal static class CharacterReader
{
    /// <summary>What was read, or null where the character shows nothing (and was reported).</summary>
    public static MathNode? Read(FormulaParser parser)
    {
        var cursor = parser.Cursor;
        var column = cursor.Column;
        var rune = cursor.TakeRune();
        if (rune == Rune.ReplacementChar || rune.Value is '"' or '#' or '$' or '`')
        {
            parser.Report(column, $"'{rune}' has no meaning in a formula", rune.Value switch
            {
                '$' => "a formula needs no dollars around it",
                '#' => "write \\#",
                '"' => "write '' for two primes",
                _ => null,
            });
            return null;
        }
        MathNode symbol = Show(parser, column, rune);
        while (!cursor.AtEnd && Accents.OfMark(cursor.Next) is { } mark)
        {
            cursor.Skip();
            symbol = new Accent(column, mark, IsWide: false, symbol);
        }
        return symbol;
    }

    static MathNode Show(FormulaParser parser, int column, Rune rune)
    {
        if (!rune.IsBmp) return new Symbol(column, rune.ToString(), AtomClass.Ordinary);
        var character = (char)rune.Value;
        if (Symbols.Large(character) is { } large) return large with { Column = column };
        if (Alphabet.IsLetter(character)) return new Symbol(column, parser.Alphabet.Show(character), AtomClass.Ordinary);
        if (Symbols.Typed.TryGetValue(character, out var @class)) return new Symbol(column, Symbols.Shown(character).ToString(), @class);
        if (!Composition.TryTake(character, out var letter, out var mark)) return new Symbol(column, rune.ToString(), AtomClass.Ordinary);
        // ŷ as one character: the math font has no such letter, and a hat must sit where the slanted letter wants it.
        if (Accents.OfMark(mark) is { } accent) return new Accent(column, accent, IsWide: false, Show(parser, column, new Rune(letter)));
        // ⊄ is to its neighbours what ⊂ is.
        return new Symbol(column, rune.ToString(), mark == Negated.Slash ? Symbols.Typed.GetValueOrDefault(letter) : AtomClass.Ordinary);
    }
}
