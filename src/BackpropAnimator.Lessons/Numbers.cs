using System.Globalization;

namespace BackpropAnimator.Lessons;

/// <summary>
/// How numbers are written on screen: a true minus sign, as many digits as can be read at a glance, and a power of ten where they are too
/// small or too large for that: 5·10⁻¹¹. No zero has a sign. The decimal mark is that of the thread's culture, which a lesson sets to its
/// language's.
/// </summary>
public static class Numbers
{
    // From here on a number has its power of ten, and this many digits before it.
    const double Large = 1e5;
    const int LargeDigits = 2;

    /// <summary>A value or a weight: two decimals, fewer where the number is large.</summary>
    public static string Value(double value) => Plain(value, 2);

    /// <summary>A loss or a slope: three decimals; a number too small for them keeps one digit and its power of ten.</summary>
    public static string Fine(double value) => Rounded(value, 3);

    /// <summary>A number of so many decimals; one too small for them keeps one digit and its power of ten.</summary>
    public static string Rounded(double value, int decimals) => Local(WithPower(value, decimals, Raised));

    /// <summary>As <see cref="Fine"/>, and with a sign unless it is exactly 0: δ and gradients.</summary>
    public static string Signed(double value) => WithSign(value, Fine(value));

    /// <summary>A signed number on its way from 0 to a value, share 0 to 1.</summary>
    public static string Signed(double value, double share) => share >= 1 ? Signed(value) : WithSign(value, Plain(value * share, 3));

    /// <summary>
    /// A signed number on its way from 0 to a value where there is only so much room: with fewer decimals, or "≈ 0" where none of them
    /// tells it from nothing.
    /// </summary>
    /// <param name="length">The most characters.</param>
    public static string SignedWithin(double value, double share, int length)
    {
        var written = Signed(value, share);
        for (var decimals = 2; decimals >= 0 && written.Length > length; decimals--)
        {
            var fewer = Plain(value, decimals);
            written = fewer.AsSpan().ContainsAnyInRange('1', '9') ? WithSign(value, fewer) : "≈ 0";
        }
        return written;
    }

    /// <summary>A number as it is written, and with a plus where it is more than 0; of 0 itself nothing but the digit.</summary>
    public static string WithSign(double value, string written) => value > 0 ? "+" + written : value == 0 ? "0" : written;

    /// <summary>A number of so many decimals, fewer where it is large; what rounds to 0 has no sign.</summary>
    public static string Plain(double value, int decimals) => Local(Plain(value, decimals, Raised));

    /// <summary>A number as short as it is, such as one that the author has given: as many decimals as it has, within bounds.</summary>
    public static string Trimmed(double value, int least, int most) => Local(Trimmed(value, least, most, Raised));

    /// <summary>How many decimals show so many significant digits of a value; none of a whole number's are lost.</summary>
    public static int DecimalsFor(double value, int digits) =>
        value == 0 ? 0 : Math.Max(0, digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9));

    /// <summary>How many decimals, so many at least, it takes to write two values that differ differently.</summary>
    public static int DecimalsToTell(double one, double other, int least)
    {
        const int most = 6;
        return Enumerable.Range(least, most - least + 1)
            .FirstOrDefault(decimals => one == other || Rounded(one, decimals) != Rounded(other, decimals), most);
    }

    /// <summary>A value to so many significant digits: 0.25, 0.0099; a small one with its power of ten, 5.5·10⁻⁴.</summary>
    public static string Significant(double value, int digits) => Local(Significant(value, digits, Raised));

    /// <summary>A target or a slope: the whole numbers that these mostly are without decimals, others to two significant digits.</summary>
    public static string Brief(double value) => double.IsInteger(value) ? Plain(value, 0) : Significant(value, 2);

    /// <summary>A number with all the decimals that it has, within bounds.</summary>
    internal static string InFull(double value, int most) =>
        Local(value.ToString("0." + new string('#', most), CultureInfo.InvariantCulture));

    /// <summary>A count, with marks between its thousands.</summary>
    internal static string Count(long count) => count.ToString("#,0", CultureInfo.CurrentCulture);

    /// <summary>What stands between numbers in a row, without the space after it.</summary>
    internal static string ListMark => CultureInfo.CurrentCulture.TextInfo.ListSeparator;

    /// <summary>10⁻³, and 1 for the power 0.</summary>
    public static string PowerOfTen(int power) => power == 0 ? "1" : "10" + Superscript(power);

    /// <summary>The same numbers as TeX-like source.</summary>
    public static class InFormula
    {
        public static string Value(double value) => Rounded(value, 2);

        public static string Fine(double value) => Rounded(value, 3);

        /// <summary>A number of so many significant digits.</summary>
        public static string Significant(double value, int digits) => Grouped(Numbers.Significant(value, digits, Exponent));

        /// <summary>A number of so many decimals.</summary>
        public static string Rounded(double value, int decimals) => Grouped(WithPower(value, decimals, Exponent));

        /// <inheritdoc cref="Numbers.Trimmed(double, int, int)"/>
        public static string Trimmed(double value, int least, int most) => Grouped(Numbers.Trimmed(value, least, most, Exponent));

        public static string Signed(double value) => WithSign(value, Fine(value));

        /// <inheritdoc cref="Numbers.WithSign"/>
        public static string WithSign(double value, string written) => value > 0 ? "{+}" + written : value == 0 ? "0" : written;

        /// <summary>A number among others that it is multiplied with or subtracted from: in parentheses when it is negative.</summary>
        public static string Factor(double value, int decimals) => AsFactor(value, Rounded(value, decimals));

        /// <summary>A number as it is written, in parentheses when it is negative.</summary>
        public static string AsFactor(double value, string written) =>
            value < 0 ? $"({written})" : written;

        /// <inheritdoc cref="Numbers.InFull"/>
        internal static string InFull(double value, int most) =>
            Grouped(value.ToString("0." + new string('#', most), CultureInfo.InvariantCulture));

        // A sign that belongs to its number, rather than a subtraction; and a decimal mark, rather than a comma between numbers.
        static string Grouped(string written)
        {
            written = Marked(written);
            return written.StartsWith('−') ? "{−}" + written[1..] : written;
        }

        /// <summary>A number that is written with a point, with the decimal mark in its place.</summary>
        internal static string Marked(string written) => DecimalMark == "."
            ? written
            : written.Replace(".", $"{{{DecimalMark}}}", StringComparison.Ordinal);
    }

    // The thread's culture is that of the lesson while the lesson is made and drawn.
    static string DecimalMark => CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator;

    static string Local(string written) =>
        DecimalMark == "." ? written : written.Replace(".", DecimalMark, StringComparison.Ordinal);

    // How a number's digits and its power of ten are put together.
    delegate string Power(string digits, int power);

    static string Raised(string digits, int power) => $"{digits}·10{Superscript(power)}";

    static string Exponent(string digits, int power) =>
        $@"{digits}\!\cdot\!10^{{{power.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}}}";

    static string Superscript(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(c => c switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (c - '0')),
    }));

    static string WithPower(double value, int decimals, Power power)
    {
        var size = Math.Abs(value);
        return size == 0 || size >= 0.5 * Math.Pow(10, -decimals) ? Plain(value, decimals, power) : Scientific(value, 1, power);
    }

    static string Plain(double value, int decimals, Power power)
    {
        var size = Math.Abs(value);
        if (size >= Large) return Scientific(value, LargeDigits, power);
        decimals = size >= 1000 ? 0 : size >= 100 ? Math.Min(decimals, 1) : decimals;
        return Unsigned0(value.ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    static string Trimmed(double value, int least, int most, Power power)
    {
        const double small = 1e-4;
        const int smallDigits = 2;
        var size = Math.Abs(value);
        if (size is (> 0 and < small) or >= Large) return Scientific(value, smallDigits, power).Replace(".0", "", StringComparison.Ordinal);
        // One of which nothing would be left has as many decimals as it takes.
        if (size > 0 && size < 0.5 * Math.Pow(10, -most)) most = DecimalsFor(value, smallDigits);
        return Unsigned0(
            value.ToString($"0.{new string('0', least)}{new string('#', Math.Max(0, most - least))}", CultureInfo.InvariantCulture));
    }

    static string Significant(double value, int digits, Power power) =>
        Math.Abs(value) is > 0 and < 1e-3 ? Scientific(value, digits, power) : Plain(value, DecimalsFor(value, digits), power);

    static string Unsigned0(string written) =>
        written.AsSpan().ContainsAnyInRange('1', '9') ? written.Replace('-', '−') : written.TrimStart('-');

    static string Scientific(double value, int digits, Power power)
    {
        var written = value.ToString(digits > 1 ? $"0.{new string('0', digits - 1)}e-0" : "0e-0", CultureInfo.InvariantCulture);
        var e = written.IndexOf('e', StringComparison.Ordinal);
        return power(
            written[..e].Replace('-', '−'), int.Parse(written.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }
}
