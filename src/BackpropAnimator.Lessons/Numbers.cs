using System.Globalization;

namespace BackpropAnimator.Lessons;

/// <summary>How numbers are written on screen: a true minus sign, and as many digits as can be read at a glance.</summary>
public static class Numbers
{
    /// <summary>A value or a weight: two decimals, fewer where the number is large.</summary>
    public static string Value(double value) => Plain(value, 2);

    /// <summary>A loss or a slope: three decimals; a number too small for them keeps one digit and its power of ten.</summary>
    public static string Fine(double value) => Rounded(value, 3);

    /// <summary>A number of so many decimals; one too small for them keeps one digit and its power of ten.</summary>
    public static string Rounded(double value, int decimals) => WithPower(value, decimals, "e");

    /// <summary>As <see cref="Fine"/>, and always with a sign: δ and gradients.</summary>
    public static string Signed(double value) => (value < 0 ? "" : "+") + Fine(value);

    /// <summary>A signed number on its way from 0 to a value, share 0 to 1.</summary>
    public static string Signed(double value, double share) =>
        share >= 1 ? Signed(value) : (value < 0 ? "" : "+") + Plain(value * share, 3);

    /// <summary>A number of so many decimals, fewer where it is large; what rounds to 0 has no sign.</summary>
    public static string Plain(double value, int decimals)
    {
        var size = Math.Abs(value);
        if (size >= 1e5) return WithPower(value, decimals, "e");
        decimals = size >= 1000 ? 0 : size >= 100 ? Math.Min(decimals, 1) : decimals;
        var written = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        var isZero = !written.AsSpan().ContainsAnyInRange('1', '9');
        return isZero ? written.TrimStart('-') : written.Replace('-', '−');
    }

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

    /// <summary>A value to so many significant digits: 0.25, 0.0099; a small one with its power of ten, 5.5e−4.</summary>
    public static string Significant(double value, int digits) => Significant(value, digits, "e");

    /// <summary>A target or a slope: the whole numbers that these mostly are without decimals, others to two significant digits.</summary>
    public static string Brief(double value) => double.IsInteger(value) ? Plain(value, 0) : Significant(value, 2);

    /// <summary>The same numbers as TeX-like source.</summary>
    public static class InFormula
    {
        public static string Value(double value) => Grouped(WithPower(value, 2, null));

        public static string Fine(double value) => Grouped(WithPower(value, 3, null));

        /// <summary>A number of so many significant digits.</summary>
        public static string Significant(double value, int digits) => Grouped(Numbers.Significant(value, digits, null));

        /// <summary>A number of so many decimals.</summary>
        public static string Rounded(double value, int decimals) => Grouped(WithPower(value, decimals, null));

        public static string Signed(double value) => value < 0 ? Fine(value) : "{+}" + Fine(value);

        /// <summary>A number among others that it is multiplied with or subtracted from: in parentheses when it is negative.</summary>
        public static string Factor(double value, int decimals)
        {
            var written = Grouped(WithPower(value, decimals, null));
            return written.Contains('−', StringComparison.Ordinal) && value < 0 ? $"({written})" : written;
        }

        // A sign that belongs to its number, rather than a subtraction.
        static string Grouped(string written) => written.StartsWith('−') ? "{−}" + written[1..] : written;
    }

    // "4e−4", or "4 · 10^{−4}" where no exponent mark is given.
    static string WithPower(double value, int decimals, string? mark)
    {
        var size = Math.Abs(value);
        if (size == 0 || (size >= 0.5 * Math.Pow(10, -decimals) && size < 1e5)) return Plain(value, decimals);
        return Scientific(value, 1, mark);
    }

    static string Significant(double value, int digits, string? mark) =>
        Math.Abs(value) is > 0 and < 1e-3 ? Scientific(value, digits, mark) : Plain(value, DecimalsFor(value, digits));

    static string Scientific(double value, int digits, string? mark)
    {
        var written =
            value.ToString(digits > 1 ? $"0.{new string('0', digits - 1)}e-0" : "0e-0", CultureInfo.InvariantCulture).Replace('-', '−');
        var e = written.IndexOf('e', StringComparison.Ordinal);
        return mark is null ? $@"{written[..e]}\!\cdot\!10^{{{written[(e + 1)..]}}}" : written[..e] + mark + written[(e + 1)..];
    }
}
