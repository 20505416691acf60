using System.Globalization;

namespace BackpropAnimator.Cli.Output;

/// <summary>Numbers with their units, for people.</summary>
internal static class Quantity
{
    static readonly string[] units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>In powers of a thousand, with three digits: 42.1 kB.</summary>
    public static string OfBytes(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        // What rounds to a thousand belongs to the next unit.
        for (; value >= 999.5 && unit < units.Length - 1; unit++) value /= 1000;
        var digits = unit == 0 || value >= 99.95 ? "0" : value >= 9.995 ? "0.0" : "0.00";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    public static string OfSeconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    public static string Of(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
