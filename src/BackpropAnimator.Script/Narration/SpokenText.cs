using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Script;

/// <summary>A text to be spoken, cut at its marks: the pieces between them, one more than there are marks. Pieces may be empty.</summary>
/// <param name="Pieces">The words between the marks, with single spaces and none at their ends.</param>
/// <param name="Marks">The marks in order.</param>
/// <param name="Flaw">Where a brace stands that makes no mark, as an index into the text; null where there is none.</param>
public sealed record SpokenText(ImmutableArray<string> Pieces, ImmutableArray<TextMark> Marks, int? Flaw)
{
    /// <summary>All of it as people read it, without its marks.</summary>
    public string Words => string.Join(' ', Pieces.Where(piece => piece.Length > 0));

    /// <summary>Whether there is anything to be said.</summary>
    public bool IsEmpty => Pieces.All(piece => piece.Length == 0);

    /// <summary>Cuts a text at its marks.</summary>
    public static SpokenText Parse(string text)
    {
        var (pieces, marks) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<TextMark>());
        int? flaw = null;
        var from = 0;
        for (var at = text.IndexOfAny(['{', '}']); at >= 0; at = text.IndexOfAny(['{', '}'], at + 1))
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            var name = end < 0 ? "" : text[(at + 1)..end].Trim();
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                flaw ??= at;
                continue;
            }
            pieces.Add(Plain(text[from..at]));
            marks.Add(new(name, at + 1));
            from = (at = end) + 1;
        }
        pieces.Add(Plain(text[from..]));
        return new(pieces.ToImmutable(), marks.ToImmutable(), flaw);
    }

    // Line breaks of the file are no part of what is said; to engines that read line by line they would be an end.
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        return plain.ToString().TrimEnd();
    }
}

/// <summary>A mark in a text.</summary>
/// <param name="Name">The moment that falls on it.</param>
/// <param name="At">Where its name stands in the text, from 0.</param>
public readonly record struct TextMark(string Name, int At);
