using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// The alphabets of mathematics. A letter in one of them is a character of its own in Unicode's block "Mathematical Alphanumeric Symbols"
/// (U+1D400…1D7FF), except for those that Unicode had before.
/// </summary>
internal sealed class Alphabet
{
    const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const string Smalls = "abcdefghijklmnopqrstuvwxyz";
    const string Digits = "0123456789";

    // The order of a Greek alphabet in that block.
    const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";
    const int GreekCapitals = 25;

    readonly Dictionary<char, int> _letters;

    // Where a letter comes twice, its first form holds: the exceptions stand before the alphabet that they belong to.
    Alphabet(IEnumerable<(char Letter, int Shown)> letters) =>
        _letters = letters.DistinctBy(it => it.Letter).ToDictionary(it => it.Letter, it => it.Shown);

    /// <summary>What a formula starts with: Latin and small Greek letters italic, capital Greek letters and digits upright.</summary>
    public static Alphabet Usual { get; } = new([.. ItalicLatin, .. Greeks(0x1D6E2).Where(it => IsSmall(it.Letter))]);

    public static Alphabet Italic { get; } = new([.. ItalicLatin, .. Greeks(0x1D6E2)]);

    public static Alphabet Roman { get; } = new([]);

    public static Alphabet Bold { get; } = new([.. Latin(0x1D400), .. Greeks(0x1D6A8), .. Run(Digits, 0x1D7CE)]);

    public static Alphabet BoldItalic { get; } = new([.. Latin(0x1D468), .. Greeks(0x1D71C), .. Run(Digits, 0x1D7CE)]);

    public static Alphabet Calligraphic { get; } = new([.. Pairs("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"), .. Latin(0x1D49C)]);

    public static Alphabet Blackboard { get; } = new([.. Pairs("CℂHℍNℕPℙQℚRℝZℤ"), .. Latin(0x1D538), .. Run(Digits, 0x1D7D8)]);

    public static Alphabet Fraktur { get; } = new([.. Pairs("CℭHℌIℑRℜZℨ"), .. Latin(0x1D504)]);

    public static Alphabet Sans { get; } = new([.. Latin(0x1D5A0), .. Run(Digits, 0x1D7E2)]);

    public static Alphabet Typewriter { get; } = new([.. Latin(0x1D670), .. Run(Digits, 0x1D7F6)]);

    /// <summary>The commands that set their argument in an alphabet.</summary>
    public static IReadOnlyDictionary<string, Alphabet> ByCommand { get; } = new Dictionary<string, Alphabet>
    {
        ["mathnormal"] = Usual,
        ["mathit"] = Italic,
        ["mathrm"] = Roman,
        ["mathbf"] = Bold,
        ["boldsymbol"] = BoldItalic,
        ["bm"] = BoldItalic,
        ["mathcal"] = Calligraphic,
        ["mathscr"] = Calligraphic,
        ["mathbb"] = Blackboard,
        ["mathfrak"] = Fraktur,
        ["mathsf"] = Sans,
        ["mathtt"] = Typewriter,
    };

    /// <summary>Whether letters in a row are one word, as in \mathrm{softmax}, and not a product of variables.</summary>
    public bool FormsWords => this == Roman || this == Italic || this == Bold || this == Sans || this == Typewriter;

    /// <summary>Whether a character is one that alphabets change: a Latin or Greek letter, a digit, ∂ or ∇.</summary>
    public static bool IsLetter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is 'ı' or 'ȷ' || Greek.Contains(character);

    /// <summary>The letter as this alphabet shows it; itself where the alphabet has no form of its own for it.</summary>
    public string Show(char letter) => _letters.TryGetValue(letter, out var shown) ? char.ConvertFromUtf32(shown) : letter.ToString();

    public string Show(string letters)
    {
        var shown = new StringBuilder();
        foreach (var letter in letters) shown.Append(Show(letter));
        return shown.ToString();
    }

    static IEnumerable<(char Letter, int Shown)> ItalicLatin => [('h', 0x210E), ('ı', 0x1D6A4), ('ȷ', 0x1D6A5), .. Latin(0x1D434)];

    static IEnumerable<(char Letter, int Shown)> Latin(int first) => Run(Capitals, first).Concat(Run(Smalls, first + Capitals.Length));

    static IEnumerable<(char Letter, int Shown)> Greeks(int first) => Run(Greek, first);

    static IEnumerable<(char Letter, int Shown)> Run(string letters, int first) => letters.Select((letter, i) => (letter, first + i));

    static IEnumerable<(char Letter, int Shown)> Pairs(string pairs) => pairs.Chunk(2).Select(pair => (pair[0], (int)pair[1]));

    static bool IsSmall(char greek) => Greek.IndexOf(greek) > GreekCapitals;
}
