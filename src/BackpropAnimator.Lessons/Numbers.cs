using System.Globalization;

namespace BackpropAnimator.Lessons;

/// <summary>How numbers are written on screen: a true minus sign, and as many digits as can be read at a glance.</summary>
internal static class Numbers
{
    /// <summary>A value or a weight: two decimals, fewer where the number is large.</summary>
    public static string Value(double value) => Plain(value, 2);

    /// <summary>A loss or a slope: three decimals; a number too small for them keeps one digit and its power of ten.</summary>
    public static string Fine(double value) => WithPower(value, 3, "e");

    /// <summary>As <see cref="Fine"/>, and always with a sign: δ and gradients.</summary>
    public static string Signed(double value) => (value < 0 ? "" : "+") + Fine(value);

    /// <summary>A signed number on its way from 0 to a value, share 0 to 1.</summary>
    public static string Signed(double value, double share) => share >= 1 ? Signed(value) : (value < 0 ? "" : "+") + Plain(value * share, 3);

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

    /// <summary>The same numbers as TeX-like source.</summary>
    public static class InFormula
    {
        public static string Value(double value) => Grouped(WithPower(value, 2, null));

        public static string Fine(double value) => Grouped(WithPower(value, 3, null));

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
        var written = value.ToString("0e-0", CultureInfo.InvariantCulture).Replace('-', '−');
        var e = written.IndexOf('e', StringComparison.Ordinal);
        return mark is null ? $@"{written[..e]}\!\cdot\!10^{{{written[(e + 1)..]}}}" : written[..e] + mark + written[(e + 1)..];
    }
}
