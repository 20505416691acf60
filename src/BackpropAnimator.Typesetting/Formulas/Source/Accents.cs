namespace BackpropAnimator.Typesetting;

/// <summary>The marks that stand on a letter or span a sub-formula, above or below it.</summary>
internal static class Accents
{
    /// <summary>By command: the combining character, and whether it grows with what it stands on.</summary>
    public static IReadOnlyDictionary<string, (int Mark, bool IsWide)> ByCommand { get; } = new Dictionary<string, (int, bool)>
    {
        ["hat"] = (0x302, false),
        ["check"] = (0x30C, false),
        ["tilde"] = (0x303, false),
        ["acute"] = (0x301, false),
        ["grave"] = (0x300, false),
        ["dot"] = (0x307, false),
        ["ddot"] = (0x308, false),
        ["breve"] = (0x306, false),
        ["bar"] = (0x304, false),
        ["mathring"] = (0x30A, false),
        ["vec"] = (0x20D7, false),
        ["widehat"] = (0x302, true),
        ["widetilde"] = (0x303, true),
        ["widecheck"] = (0x30C, true),
        ["overrightarrow"] = (0x20D7, true),
        ["overleftarrow"] = (0x20D6, true),
        ["overleftrightarrow"] = (0x20E1, true),
        ["overrightharpoon"] = (0x20D1, true),
        ["overleftharpoon"] = (0x20D0, true),
        ["underrightarrow"] = (0x20EF, true),
        ["underleftarrow"] = (0x20EE, true),
    };

    static readonly HashSet<int> Marks = ByCommand.Values.Select(accent => accent.Mark).ToHashSet();

    /// <summary>The mark, if a character is one that can be typed after a letter to stand on it.</summary>
    public static int? OfMark(char character) => Marks.Contains(character) ? character : null;
}
