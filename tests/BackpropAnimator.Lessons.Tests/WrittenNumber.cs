using System.Globalization;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A number as it stands on screen: with so many decimals, it stands for every value that rounds to it.</summary>
/// <param name="Value">What is written.</param>
/// <param name="HalfStep">Half of its last digit's worth.</param>
readonly partial record struct WrittenNumber(string Text, double Value, double HalfStep)
{
    public bool StandsFor(double value) => Math.Abs(Value - value) <= HalfStep * (1 + 1e-9) + 1e-12;

    /// <summary>The numbers with decimals in a text or a formula's source; counts such as the 2 of a square are none.</summary>
    public static IEnumerable<WrittenNumber> In(string text)
    {
        // A formula's source has its signs in braces, and powers of ten instead of raised digits.
        text = text.Replace("{−}", "−", StringComparison.Ordinal).Replace("{+}", "+", StringComparison.Ordinal);
        // A length is nothing that anyone reads.
        foreach (Match match in Pattern().Matches(Length().Replace(text, "")))
        {
            var digits = match.Groups["digits"].Value;
            var exponent = match.Groups["raised"].Success ? Lowered(match.Groups["raised"].Value)
                : match.Groups["exponent"].Success ? Lowered(match.Groups["exponent"].Value)
                : 0;
            var decimals = digits.Contains('.', StringComparison.Ordinal)
                ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1
                : 0;
            if (decimals == 0 && exponent == 0) continue;
            var size = double.Parse(digits, CultureInfo.InvariantCulture) * Math.Pow(10, exponent);
            var sign = match.Groups["sign"].Value == "−" ? -1 : 1;
            yield return new(match.Value, sign * size, 0.5 * Math.Pow(10, exponent - decimals));
        }
    }

    static int Lowered(string power) => int.Parse(
        string.Concat(power.Select(c => c is '⁻' or '−' ? '-' : "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c) is >= 0 and var digit ? (char)('0' + digit) : c)),
        CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\hspace\{[^}]*\}")]
    private static partial Regex Length();

    // A true minus sign belongs to its number; the hyphen of a formula is an operator.
    [GeneratedRegex(@"(?<sign>[+−])?(?<digits>\d+(\.\d+)?)(·10(?<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\\!\\cdot\\!10\^\{(?<exponent>−?\d+)\})?")]
    private static partial Regex Pattern();
}
