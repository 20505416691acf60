using System.Globalization;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>
/// Regular expressions for numbers within limits, for what YAML takes for a text and the schema cannot compare: a number with its unit, or
/// with a typographic minus. They are without anchors and in the words that JSON Schema (ECMA-262) and .NET share.
/// </summary>
internal static class DecimalPattern
{
    /// <summary>Any decimal number without sign and exponent: 2, 2.5, .5 or 2.</summary>
    public const string Any = @"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)";

    // The rest of a number may not follow: 1 is not meant by the 1 of 12.
    const string End = "(?![0-9.])";

    /// <summary>Decimal numbers without sign and exponent from one number to another, both not below 0.</summary>
    public static string Within(decimal min, decimal max) => (min > 0 ? $"(?!{UpTo(min, orEqual: false)}{End})" : "") + UpTo(max);

    /// <summary>Decimal numbers without sign and exponent up to one that is not below 0.</summary>
    /// <param name="orEqual">Whether the number itself is one of them.</param>
    public static string UpTo(decimal max, bool orEqual = true)
    {
        var parts = max.ToString(CultureInfo.InvariantCulture).Split('.');
        var (whole, fraction) = (parts[0], parts.Length > 1 ? parts[1].TrimEnd('0') : "");
        var same = $"0*{(whole == "0" ? "" : whole)}(?:\\.(?:{Fraction(fraction, orEqual)}))?";
        // A point alone is no number; and what is left out after one is 0, which is below any fraction but none.
        const string aDigit = @"(?=\.?[0-9])";
        if (fraction.Length == 0 && !orEqual) return whole == "0" ? "(?!)" : $"{aDigit}{Below(whole)}(?:\\.[0-9]*)?";
        return whole == "0" ? $"{aDigit}{same}" : $"{aDigit}(?:{Below(whole)}(?:\\.[0-9]*)?|{same})";
    }

    /// <summary>Whole numbers without sign from one to another, both above 0.</summary>
    public static string Whole(int min, int max) =>
        FormattableString.Invariant($"(?!{Below($"{min}")}(?![0-9]))(?:{Below($"{max}")}|0*{max})");

    /// <summary>Fields of a clock up to some, such as 59:30: the first as long as it likes, each other from 00 to 59.</summary>
    /// <param name="most">The highest fields, two or more.</param>
    public static string Clock(params ReadOnlySpan<int> most)
    {
        const string part = @"(?:\.[0-9]*)?";
        var equal = most[0] == 0 ? "0+" : $"0*{most[0]}";
        List<string> forms = most[0] == 0 ? [] : [$"(?=[0-9]){Below($"{most[0]}")}{Fields(most.Length - 1)}{part}"];
        for (var i = 1; i < most.Length; i++)
        {
            var digits = most[i].ToString("00", CultureInfo.InvariantCulture);
            foreach (var lower in SameLengthBelow(digits)) forms.Add($"{equal}:{lower}{Fields(most.Length - 1 - i)}{part}");
            equal += $":{digits}";
        }
        return $"(?:{string.Join('|', forms.Append($"{equal}(?:\\.0*)?"))})";

        static string Fields(int count) => string.Concat(Enumerable.Repeat(":[0-5][0-9]", count));
    }

    // Digits after the point up to some: 2499 and 25 for 25. Fewer of the same digits are less.
    static string Fraction(string most, bool orEqual) => string.Join(
        '|', Enumerable.Range(0, most.Length)
            .Select(i => most[..i] + (most[i] == '0' ? "" : $"(?:{Digit(most[i] - '1')}[0-9]*)?"))
            .Concat(orEqual ? [$"{most}0*"] : []));

    // Whole numbers below one, with zeros before them; also no digit at all.
    static string Below(string number) =>
        $"0*(?:{string.Join('|', SameLengthBelow(number).Prepend($"[0-9]{{0,{number.Length - 1}}}"))})";

    // Whole numbers below one that have as many digits.
    static IEnumerable<string> SameLengthBelow(string number)
    {
        for (var i = 0; i < number.Length; i++)
            if (number[i] > '0')
                yield return number[..i] + Digit(number[i] - '1') + (i + 1 < number.Length ? $"[0-9]{{{number.Length - i - 1}}}" : "");
    }

    // Digits from 0 on.
    static string Digit(int last) => last == 0 ? "0" : $"[0-{last}]";
}
