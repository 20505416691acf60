namespace BackpropAnimator.Typesetting;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    // Two slips in fewer letters would make one word of many another.
    const int LettersForTwoSlips = 7;

    /// <summary>
    /// The known name with the fewest letters inserted, dropped, changed or swapped with their neighbour; null where none is so near that
    /// it is likely to be meant.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var farthest = name.Length < LettersForTwoSlips ? 1 : 2;
        return known
            .Where(it => it.Length > 1 && Math.Abs(it.Length - name.Length) <= farthest && IsLikely(name, it))
            .Select(it => (Name: it, Distance: Distance(name, it)))
            .Where(it => it.Distance <= farthest)
            .OrderBy(it => it.Distance).ThenByDescending(it => SharedStart(name, it.Name)).ThenBy(it => it.Name, StringComparer.Ordinal)
            .Select(it => it.Name).FirstOrDefault();
    }

    /// <summary>
    /// Whether one slip can have made a name of another. Of short names nearly every one is near some other: \tag is no \tan, and \sinc no
    /// \sin, while a letter that was left out or swapped with its neighbour is a slip at any length.
    /// </summary>
    static bool IsLikely(string name, string meant) => name.Length switch
    {
        < 3 => IsSwapped(name, meant),
        3 => IsSwapped(name, meant) || (meant.Length > name.Length && meant[0] == name[0]),
        4 => (meant.Length >= name.Length && (meant[0] == name[0] || IsSwapped(name, meant))) || IsDoubled(name, meant),
        _ => true,
    };

    static bool IsSwapped(string a, string b) => a.Order().SequenceEqual(b.Order());

    /// <summary>Whether a key was struck twice.</summary>
    static bool IsDoubled(string name, string meant) =>
        Enumerable.Range(1, name.Length - 1).Any(i => name[i] == name[i - 1] && name.Remove(i, 1) == meant);

    static int SharedStart(string a, string b) => a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();

    // Optimal string alignment: Levenshtein's distance with swaps of neighbours (Damerau, 1964).
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
