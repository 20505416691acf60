using System.Globalization;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Cli.Trace;

/// <summary>A number of a trace as text. No zero has a sign.</summary>
internal static class TraceNumber
{
    const int Digits = 5;

    /// <summary>Five significant digits, and a power of ten where the number is very small or large: 5·10⁻¹¹.</summary>
    public static string ForReading(double value)
    {
        var size = Math.Abs(value);
        if (size is 0 or (>= 1e-4 and < 1e6))
            return Plain(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Max(size, 1e-4))), 0, 8));
        var written = value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture);
        var e = written.IndexOf('E', StringComparison.Ordinal);
        var power = int.Parse(written.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return $"{Plain(double.Parse(written.AsSpan(0, e), CultureInfo.InvariantCulture), Digits - 1)}·{Numbers.PowerOfTen(power)}";
    }

    static string Plain(double value, int decimals) =>
        Unsigned0(value).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    // Adding 0 takes the sign from −0.
    static double Unsigned0(double value) => value + 0.0;
}
