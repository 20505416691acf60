using System.Collections.Immutable;
using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>
/// A length or a point of time as people write it: <c>2.5s</c>, <c>2 s</c>, <c>1500ms</c>, <c>2min</c>, <c>1:30</c>, or a plain number of
/// seconds.
/// </summary>
public static class DurationText
{
    /// <summary>Each unit with what it is called, the longest name that ends like another before it.</summary>
    internal static ImmutableArray<(string Name, decimal Seconds)> Units { get; } =
    [
        ("ms", 0.001m), ("s", 1), ("sec", 1), ("second", 1), ("seconds", 1), ("min", 60), ("mins", 60), ("minute", 60), ("minutes", 60),
    ];

    /// <summary>What may be between a number and its unit: blanks, also those at which no line breaks.</summary>
    internal const string Blanks = " \u00A0\u202F";

    /// <summary>The seconds that a text means, 0 or more; null for none. A number with a unit has no exponent.</summary>
    public static double? Seconds(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? (double?)OnClock(text.Split(':')) : (double?)WithUnit(text);

    static decimal? WithUnit(string text)
    {
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        var unit = text.AsSpan(digits.Length);
        if (unit.IsEmpty) return Number(digits);
        foreach (var (name, seconds) in Units)
            if (unit.SequenceEqual(name)) return Number(digits.TrimEnd(Blanks)) * seconds;
        return null;
    }

    // 1:30 and 0:01:30: minutes and seconds, before them hours.
    static decimal? OnClock(string[] fields)
    {
        decimal seconds = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var isLast = i == fields.Length - 1;
            if (Number(fields[i], isLast ? NumberStyles.AllowDecimalPoint : NumberStyles.None) is not { } field) return null;
            if (i > 0 && (field >= 60 || fields[i].IndexOf('.') is not (-1 or 2) || (!fields[i].Contains('.') && fields[i].Length != 2)))
                return null;
            seconds = seconds * 60 + field;
        }
        return fields.Length is 2 or 3 ? seconds : null;
    }

    static decimal? Number(ReadOnlySpan<char> digits, NumberStyles style = NumberStyles.AllowDecimalPoint) =>
        decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && number < 1e15m ? number : null;
}
