using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>Breaks a text into lines between words.</summary>
internal static class Wrapping
{
    /// <summary>
    /// As few lines as fit, and these as equal as they can be: no last word alone. A word wider than the room stands on a line of its own.
    /// </summary>
    /// <param name="width">The room, in stage units.</param>
    public static IReadOnlyList<string> Wrap(this FontShelf fonts, string text, Face face, float size, float width)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var fewest = fonts.Fill(words, face, size, width);
        if (fewest.Count <= 1) return fewest;
        for (var narrower = width * 0.5f; narrower < width; narrower += width / 40)
        {
            var balanced = fonts.Fill(words, face, size, narrower);
            if (balanced.Count == fewest.Count && balanced.All(l => fonts.Shape(l, face, size).Width <= width)) return balanced;
        }
        return fewest;
    }

    static List<string> Fill(this FontShelf fonts, IReadOnlyList<string> words, Face face, float size, float width)
    {
        List<string> lines = [];
        foreach (var word in words)
            if (lines.Count > 0 && fonts.Shape($"{lines[^1]} {word}", face, size).Width <= width) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }
}
