using System.Globalization;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// What a value without quotes is to every YAML program: a number, a truth value or a text (YAML 1.2.2, §10.3.2). Editors hold it against
/// the JSON Schema so, and the reader must not see another thing.
/// </summary>
internal static partial class CoreSchema
{
    /// <summary>The number that a text is, 0x10 and .inf among them; null for what is none.</summary>
    public static double? Number(string text)
    {
        // Most values are words, and a start without regular expressions is a quick one.
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')) return null;
        if (text.StartsWith("0x", StringComparison.Ordinal)) return InBase(16, text[2..], char.IsAsciiHexDigit);
        if (text.StartsWith("0o", StringComparison.Ordinal)) return InBase(8, text[2..], c => c is >= '0' and <= '7');
        return text.TrimStart('+', '-') switch
        {
            ".nan" or ".NaN" or ".NAN" => text[0] == '.' ? double.NaN : null,
            ".inf" or ".Inf" or ".INF" when text.Length <= 5 => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            _ when Decimal().IsMatch(text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>The truth value that a text is; null for what is none.</summary>
    public static bool? Flag(string text) => text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    static double? InBase(int radix, string digits, Func<char, bool> isDigit) =>
        digits.Length > 0 && digits.All(isDigit)
            ? digits.Aggregate(0.0, (number, digit) => number * radix + Convert.ToInt32($"{digit}", 16))
            : null;

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
