namespace BackpropAnimator.Typesetting;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name with the fewest letters inserted, dropped, changed or swapped with their neighbour; null where none is near
    /// (one change for short names, two from five letters on).
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var farthest = name.Length < 5 ? 1 : 2;
        return known
            .Where(it => Math.Abs(it.Length - name.Length) <= farthest)
            .Select(it => (Name: it, Distance: Distance(name, it)))
            .Where(it => it.Distance <= farthest)
            .OrderBy(it => it.Distance).ThenByDescending(it => SharedStart(name, it.Name)).ThenBy(it => it.Name, StringComparer.Ordinal)
            .Select(it => it.Name).FirstOrDefault();
    }

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
