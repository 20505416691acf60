using System.Globalization;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script.Editing;

/// <summary>A number in the form that the one before it had: 1500ms becomes 2000ms, not 2s.</summary>
internal static class NumberSpelling
{
    /// <param name="written">What stands in the text; null for nothing.</param>
    /// <param name="unit">"s" for a duration, which has a unit where nothing was written.</param>
    public static string Like(string? written, double value, string unit)
    {
        var number = Plain((decimal)value);
        if (unit != "s") return written is ['−', ..] && number.StartsWith('-') ? $"−{number[1..]}" : number;
        if (written is null) return number + "s";
        var text = written.Trim('"', '\'');
        // A time on a clock goes on with its seconds: there is no telling how many digits its author wants.
        if (text.Contains(':', StringComparison.Ordinal)) return number + "s";
        var name = text.TrimStart("0123456789.+- \u00A0\u202F".ToCharArray());
        foreach (var known in DurationText.Units)
            if (known.Name == name)
            {
                var blanks = text[..^name.Length];
                blanks = blanks[blanks.TrimEnd(DurationText.Blanks.ToCharArray()).Length..];
                return Plain((decimal)value / known.Seconds) + blanks + name;
            }
        return number;
    }

    // Without the digits that a division by 60 would have for ever.
    static string Plain(decimal number) => Math.Round(number, 9).ToString("0.#########", CultureInfo.InvariantCulture);
}
