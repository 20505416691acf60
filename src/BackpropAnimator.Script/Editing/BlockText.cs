using System.Collections.Immutable;

namespace BackpropAnimator.Script.Editing;

/// <summary>A text under <c>></c> or <c>|</c>, in the form of the one before it.</summary>
internal static class BlockText
{
    // Texts that were short do not make short lines of a longer one.
    const int NarrowestLine = 60;

    // A word more need not make a line of its own.
    const int Slack = 12;

    /// <param name="text">The scene.</param>
    /// <param name="block">What is there.</param>
    /// <param name="words">What shall be read, with the line breaks at its end that are read now.</param>
    /// <returns>What is written in its place, from its <c>></c> or <c>|</c> on.</returns>
    /// <exception cref="EditRefusedException">It cannot be written in lines so.</exception>
    public static string Like(string text, SyntaxScalar block, string words)
    {
        var head = text[block.Start..Lines.ContentEnd(text, block.Start)];
        ImmutableArray<string> before = [.. text[block.Start..block.End].Split('\n').Skip(1).Select(line => line.TrimEnd('\r'))];
        var first = before.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));
        words = words.TrimEnd('\n');
        if (words.Length == 0 || first is null || words.Split('\n').Any(line => line.StartsWith(' ')))
            throw new EditRefusedException(
                block.Start, "this text is written in lines of its own, which may not be empty or begin with blanks",
                "change it in the scene's file");
        var indent = first[..^first.TrimStart().Length];
        var lines = head[0] == '|' ? words.Split('\n') : Folded(words, [.. before.Select(line => line.Trim())]);
        var lineBreak = Lines.Break(text);
        return head + string.Concat(lines.Select(line => lineBreak + (line.Length > 0 ? indent + line : "")));
    }

    // Blanks part the lines of a paragraph, and an empty line is a line break.
    static IEnumerable<string> Folded(string words, ImmutableArray<string> before)
    {
        var width = Math.Max(NarrowestLine, before.Max(line => line.Length) + Slack);
        var paragraphs = words.Split('\n');
        return paragraphs.Length == 1 ? Rewrapped(words, before, width) : Joined(paragraphs.Select(line => Wrapped(line, width)));
    }

    static IEnumerable<string> Joined(IEnumerable<IEnumerable<string>> paragraphs) =>
        paragraphs.SelectMany((lines, i) => i == 0 ? lines : lines.Prepend(""));

    // The lines before the change and after it stay.
    static IEnumerable<string> Rewrapped(string words, ImmutableArray<string> before, int width)
    {
        var above = 0;
        while (above < before.Length && (words == before[above] || words.StartsWith(before[above] + " ", StringComparison.Ordinal)))
            words = words[Math.Min(words.Length, before[above++].Length + 1)..];
        var below = before.Length;
        while (below > above && (words == before[below - 1] || words.EndsWith(" " + before[below - 1], StringComparison.Ordinal)))
            words = words[..Math.Max(0, words.Length - before[--below].Length - 1)];
        return [.. before[..above], .. words.Length > 0 ? Wrapped(words, width) : [], .. before[below..]];
    }

    // Only single blanks are places to go on in the next line: two in a row would be one less.
    static IEnumerable<string> Wrapped(string words, int width)
    {
        var start = 0;
        while (words.Length - start > width)
        {
            var end = PlaceToBreak(words, start, start + width);
            if (end < 0) break;
            yield return words[start..end];
            start = end + 1;
        }
        yield return words[start..];
    }

    // The last one that is not too far, or else the first one after it; -1 for none.
    static int PlaceToBreak(string words, int start, int farthest)
    {
        for (var at = farthest; at > start; at--) if (IsPlaceToBreak(words, at)) return at;
        for (var at = farthest + 1; at < words.Length; at++) if (IsPlaceToBreak(words, at)) return at;
        return -1;
    }

    static bool IsPlaceToBreak(string words, int at) =>
        words[at] == ' ' && at + 1 < words.Length && words[at - 1] != ' ' && words[at + 1] != ' ';
}
