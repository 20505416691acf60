using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script.Editing;

/// <summary>Puts a new key where the reference lists it: after the last of the written keys that come before it.</summary>
internal static class KeyInsertion
{
    /// <param name="text">The scene.</param>
    /// <param name="keys">The keys that are there.</param>
    /// <param name="shape">Knows their order; null where nobody does.</param>
    /// <param name="value">As it is written.</param>
    public static TextEdit Of(string text, SyntaxMapping keys, ElementShape? shape, string name, string value)
    {
        var entry = $"{name}: {value}";
        if (keys.Entries.IsEmpty) return new(keys.Start, keys.End, $"{{ {entry} }}");
        var before = Predecessor(text, keys, shape, name);
        if (keys.IsFlow || keys.InFlow) return TextEdit.Insert(keys.Entries[Math.Max(before, 0)].Value.End, $", {entry}");
        var first = keys.Entries[0].Key.Start;
        var indent = new string(' ', Lines.Column(text, first));
        return before < 0
            ? TextEdit.Insert(first, entry + Lines.Break(text) + indent)
            : TextEdit.Insert(Lines.ContentEnd(text, keys.Entries[before].Value.End), Lines.Break(text) + indent + entry);
    }

    // Where no key comes before it, it follows the first one, which a comment above is about, unless that has a long value.
    static int Predecessor(string text, SyntaxMapping keys, ElementShape? shape, string name)
    {
        if (shape?.Names.IndexOf(name) is not (>= 0 and var place)) return keys.Entries.Length - 1;
        for (var i = keys.Entries.Length - 1; i >= 0; i--)
            if (keys.Entries[i].Key is SyntaxScalar key && shape.Names.IndexOf(key.Text) is >= 0 and var other && other < place) return i;
        var (start, value) = (keys.Entries[0].Key.Start, keys.Entries[0].Value);
        return Lines.ContentEnd(text, start) >= value.End ? 0 : -1;
    }
}
