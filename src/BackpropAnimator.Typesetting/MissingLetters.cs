using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>The characters of a text that no font on the shelf has, each once, in the order of the text; at least one.</summary>
/// <param name="Offset">Where the first of them is, in UTF-16 units.</param>
public sealed record MissingLetters(ImmutableArray<string> Letters, int Offset, string Text)
{
    // More are a whole text in a script without a font; its name says enough.
    const int MostNamed = 8;

    Rune First => Rune.GetRuneAt(Letters[0], 0);

    /// <summary>What is wrong, in words: "no font has '梯' (U+68AF, Han), nor '度'".</summary>
    public string Message
    {
        get
        {
            // A mark alone would show as one on a dotted circle.
            var letters = Letters.Skip(1).Where(letter => !Composition.IsMark(letter, 0));
            var others = letters.Take(MostNamed).Select(letter => $"'{letter}'").ToArray();
            var more = Letters.Length > MostNamed + 1 ? "…" : "";
            var rest = others.Length == 0 ? "" : $", nor {string.Join(' ', others)}{more}";
            return FormattableString.Invariant($"no font has '{Letters[0]}' (U+{First.Value:X4}, {ScriptFont.NameOf(First)}){rest}");
        }
    }

    /// <summary>What to do about it.</summary>
    public string Hint => ScriptFont.For(First, Text)?.Remedy
        ?? "put a font that has it beside the scene, and name it: theme: { fonts: [Mine.ttf] }";

    /// <summary>Null where the fonts have the whole text.</summary>
    internal static MissingLetters? Of(string text, ImmutableArray<string> missing)
    {
        if (missing.IsEmpty) return null;
        var at = text.IndexOf(missing[0], StringComparison.Ordinal);
        return new(missing, Math.Max(0, at), text);
    }
}
