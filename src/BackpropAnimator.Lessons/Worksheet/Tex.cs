using System.Globalization;
using System.Text.RegularExpressions;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Numbers, vectors and functions in TeX that Markdown leaves alone: no <c>\\</c>, <c>\,</c> or <c>|</c>, which many readers of
/// Markdown take for their own.
/// </summary>
internal static partial class Tex
{
    /// <summary>Six significant digits, and powers of ten spelt out.</summary>
    public static string Number(double value)
    {
        // Adding 0 takes the sign from −0.
        var text = (value + 0.0).ToString("G6", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0
            ? Lessons.Numbers.InFormula.Marked(text)
            : $@"{Lessons.Numbers.InFormula.Marked(text[..e])} \cdot 10^{{{PowerIn(text.AsSpan(e + 1))}}}";
    }

    // "-05" is −5.
    static int PowerIn(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A number that something else is written before: in parentheses where it is negative.</summary>
    public static string Operand(double value) =>
        value < 0 || Number(value).Contains('\\', StringComparison.Ordinal) ? $"({Number(value)})" : Number(value);

    public static string Column(IEnumerable<double> values) => Matrix(values.Select(value => new[] { value }));

    public static string Matrix(IEnumerable<IEnumerable<double>> rows) =>
        $@"\begin{{pmatrix}} {string.Join(@" \cr ", rows.Select(row => string.Join(" & ", row.Select(Number))))} \end{{pmatrix}}";

    /// <summary>A formula of a picture for Markdown, with the larger fractions that paper has room for.</summary>
    static string OnPaper(string formula) => Bars().Replace(
        formula.Replace(@"\tfrac", @"\frac", StringComparison.Ordinal).Replace(@" \\ ", @" \cr ", StringComparison.Ordinal),
        @"\lvert $1 \rvert");

    /// <summary>L of the outputs a and targets y, without "L = ".</summary>
    public static string LossOf(Loss loss) => OnPaper(loss.Formula(@"\sum_k", "a_k", "y_k"));

    [GeneratedRegex(@"\|([^|]*)\|")]
    private static partial Regex Bars();
}
