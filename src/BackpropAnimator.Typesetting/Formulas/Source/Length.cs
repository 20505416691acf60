using System.Globalization;

namespace BackpropAnimator.Typesetting;

/// <summary>A length as TeX writes it.</summary>
/// <param name="Ems">In ems.</param>
/// <param name="IsOfStyle">Whether the em is that of the style at its place (mu), and not the formula's.</param>
internal readonly record struct Length(float Ems, bool IsOfStyle)
{
    const float MuPerEm = 18;

    // Wider than any screen at a size that can be read.
    const float LongestEms = 50;

    // In ems: a formula's size counts as the 10 points that LaTeX's measures are made for; an ex is that of Computer Modern.
    static readonly Dictionary<string, float> Units = new()
    {
        ["em"] = 1, ["ex"] = 0.431f, ["pt"] = 0.1f, ["bp"] = 0.100375f, ["pc"] = 1.2f,
        ["mm"] = 0.284528f, ["cm"] = 2.84528f, ["in"] = 7.227f, ["mu"] = 1 / MuPerEm,
    };

    public static Length None => default;

    public static string KnownUnits => string.Join(", ", Units.Keys.Order(StringComparer.Ordinal));

    /// <param name="mu">Eighteenths of an em.</param>
    public static Length OfMu(float mu) => new(mu / MuPerEm, IsOfStyle: true);

    /// <summary>In ems of the formula's size, where the style is set at a scale.</summary>
    public float At(float scale) => IsOfStyle ? Ems * scale : Ems;

    /// <summary>A number and a unit, such as 4pt or -0.5 em; null for anything else, and for what is too long for any screen.</summary>
    public static Length? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 3 || !Units.TryGetValue(trimmed[^2..], out var unit)) return null;
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite;
        if (!float.TryParse(trimmed[..^2], Decimal, CultureInfo.InvariantCulture, out var number)) return null;
        var ems = number * unit;
        return MathF.Abs(ems) <= LongestEms ? new(ems, trimmed.EndsWith("mu", StringComparison.Ordinal)) : null;
    }

    /// <summary>Reads a length in braces, or as <c>\kern</c> has it without; reports what is none and gives null.</summary>
    /// <param name="of">Whose argument it is, as the author wrote it.</param>
    public static Length? Read(FormulaParser parser, string of)
    {
        parser.Cursor.SkipSpace();
        var column = parser.Cursor.Column;
        var written = parser.Cursor.Next == '{' ? parser.RawArgument(of) ?? "" : parser.Cursor.TakeLength();
        var length = Parse(written);
        if (length is null)
            parser.Report(
                column, $"{of} needs a length",
                string.Create(CultureInfo.InvariantCulture, $"write a number of at most {LongestEms}em and a unit: {KnownUnits}"));
        return length;
    }
}
