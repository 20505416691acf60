using System.Collections.Immutable;
using System.Globalization;

namespace BackpropAnimator.Script.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    const int MaxListed = 40;

    // Of more than can be listed, enough to see what they are like.
    const int Sample = 8;

    /// <summary>A hint that names the likeliest of <paramref name="names"/>, if one is likely, and then all of them.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="names">What could have been.</param>
    /// <param name="kind">What the names are, in the plural: "keys".</param>
    public static string Hint(string text, ImmutableArray<string> names, string kind)
    {
        var known = $"{kind}: {Listed(names)}";
        return To(text, names) is { } near ? $"did you mean '{near}'? Known {known}" : $"known {known}";
    }

    /// <summary>All names, or where these are too many to be read the first of them with how many there are.</summary>
    public static string Listed(ImmutableArray<string> names) => names.Length <= MaxListed
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Sample))}, … ({names.Length:N0} in all)");

    /// <summary>The name with the fewest slips to <paramref name="text"/>, or null when none is close.</summary>
    public static string? To(string text, ImmutableArray<string> names)
    {
        if (text.Length is 0 or > 40 || names.IsEmpty) return null;
        var word = SnakeCase.Of(text);
        var (name, slips) = names.Select(n => (n, Slips(word, n))).MinBy(pair => pair.Item2);
        return slips <= Math.Max(1, Math.Max(word.Length, name.Length) / 3) ? name : null;
    }

    /// <summary>Letters to insert, delete, change or swap with a neighbour: Damerau (1964), the restricted distance.</summary>
    static int Slips(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
