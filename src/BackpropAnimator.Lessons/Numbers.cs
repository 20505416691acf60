using System.Globalization;

namespace BackpropAnimator.Lessons;

/// <summary>How numbers are written: a true minus sign, and as many digits as can be read at a glance.</summary>
internal static class Numbers
{
    /// <summary>A value with two decimals, fewer where the number is large.</summary>
    public static string Value(double value) => Write(value, 2);

    /// <summary>A value with three decimals, for losses, slopes and gradients inside formulas.</summary>
    public static string Fine(double value) => Write(value, 3);

    /// <summary>Three decimals and always a sign, for δ and gradients.</summary>
    public static string Signed(double value) => value < 0 ? Fine(value) : "+" + Fine(value);

    /// <summary>A number as a factor inside a formula: in parentheses when it is negative.</summary>
    public static string Factor(double value, int decimals) => value < 0 ? $"({Write(value, decimals)})" : Write(value, decimals);

    public static string Write(double value, int decimals)
    {
        var size = Math.Abs(value);
        if (size != 0 && size < 0.5 * Math.Pow(10, -decimals)) return Scientific(value);
        if (size >= 1e5) return Scientific(value);
        decimals = size >= 1000 ? 0 : size >= 100 ? Math.Min(decimals, 1) : decimals;
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    static string Scientific(double value) =>
        value.ToString("0e-0", CultureInfo.InvariantCulture).Replace('-', '−');
}
