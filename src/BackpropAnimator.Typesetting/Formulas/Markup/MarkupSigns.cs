using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace BackpropAnimator.Typesetting;

/// <summary>Single signs and accents as MathML has them.</summary>
internal static class MarkupSigns
{
    /// <summary>A letter, a number, a name or a sign.</summary>
    public static XElement Of(XNamespace mathML, Symbol symbol)
    {
        var letters = Typed(symbol.Text, out var isItalic);
        // Only fences of \left and \right grow.
        if (symbol.Class is AtomClass.Opening or AtomClass.Closing)
            return new(
                mathML + "mo", new XAttribute("form", symbol.Class == AtomClass.Opening ? "prefix" : "postfix"),
                new XAttribute("stretchy", "false"), letters);
        if (symbol.Class is not (AtomClass.Ordinary or AtomClass.Inner)) return new(mathML + "mo", letters);
        if (letters.All(char.IsDigit) || (letters.Length > 1 && char.IsDigit(letters[0]))) return new(mathML + "mn", letters);
        var element = new XElement(mathML + "mi", letters);
        // A single letter is slanted where nothing else is said.
        if (!isItalic && new StringInfo(letters).LengthInTextElements == 1) element.SetAttributeValue("mathvariant", "normal");
        return element;
    }

    /// <summary>A letter or a sub-formula with a mark above or below.</summary>
    /// <param name="body">What it stands on.</param>
    public static XElement Accented(XNamespace mathML, Accent accent, XElement body)
    {
        var isUnder = accent.Mark is 0x20EE or 0x20EF;
        return new(
            mathML + (isUnder ? "munder" : "mover"), new XAttribute(isUnder ? "accentunder" : "accent", "true"), body,
            new XElement(mathML + "mo", new XAttribute("stretchy", accent.IsWide ? "true" : "false"), Spacing(accent.Mark)));
    }

    // The slanted letters of mathematics, as the plain ones that browsers slant: few fonts have the others.
    static string Typed(string shown, out bool isItalic)
    {
        var (letters, slanted) = (new StringBuilder(), true);
        foreach (var rune in shown.EnumerateRunes())
        {
            if (Plain(rune.Value) is { } plain) letters.Append(plain);
            else
            {
                slanted = false;
                letters.Append(rune);
            }
        }
        isItalic = slanted;
        return letters.ToString();
    }

    static char? Plain(int shown)
    {
        foreach (var letter in Slanted)
            if (char.ConvertToUtf32(letter.Shown, 0) == shown) return letter.Letter;
        return null;
    }

    static readonly (char Letter, string Shown)[] Slanted =
    [
        .. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzαβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"
            .Select(letter => (letter, Alphabet.Usual.Show(letter))),
    ];

    // The mark without a letter to stand on.
    static string Spacing(int mark) => mark switch
    {
        0x302 => "^",
        0x30C => "ˇ",
        0x303 => "~",
        0x301 => "´",
        0x300 => "`",
        0x307 => "˙",
        0x308 => "¨",
        0x306 => "˘",
        0x304 => "‾",
        0x30A => "˚",
        0x20D7 or 0x20EF => "→",
        0x20D6 or 0x20EE => "←",
        0x20E1 => "↔",
        0x20D1 => "⇀",
        0x20D0 => "↼",
        _ => char.ConvertFromUtf32(mark),
    };
}
