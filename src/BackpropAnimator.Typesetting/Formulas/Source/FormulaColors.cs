using System.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// The colours that <c>\color</c> knows: by the role that they play in a lesson, and by the names that the web has for them.
/// </summary>
internal static class FormulaColors
{
    public static IReadOnlyDictionary<string, SKColor> ByRole { get; } = new Dictionary<string, SKColor>
    {
        ["forward"] = new(0x00, 0xE5, 0xFF),
        ["backward"] = new(0xFF, 0x8C, 0x1A),
        ["error"] = new(0xFF, 0x4D, 0x5E),
        ["positive"] = new(0xFF, 0x6B, 0x6B),
        ["negative"] = new(0x5B, 0x9D, 0xFF),
        ["factor_error"] = new(0xFF, 0x7A, 0xC6),
        ["factor_slope"] = new(0xFF, 0xD1, 0x66),
        ["factor_input"] = new(0x7C, 0xE3, 0x8B),
        ["text"] = new(0xE8, 0xEC, 0xF8),
        ["secondary"] = new(0x93, 0xA0, 0xC0),
    };

    /// <summary>CSS's names, such as red and dodgerblue, in small letters.</summary>
    public static IReadOnlyDictionary<string, SKColor> ByName { get; } =
        Enum.GetValues<KnownColor>().Select(Color.FromKnownColor).Where(color => color is { IsSystemColor: false, A: 255 })
        .ToDictionary(color => color.Name.ToLowerInvariant(), color => new SKColor(color.R, color.G, color.B));

    public static IEnumerable<string> Names => ByRole.Keys.Concat(ByName.Keys);

    /// <summary>The colour of a role, of a name, or of <c>#rrggbb</c>.</summary>
    public static bool TryParse(string text, out SKColor color)
    {
        if (ByRole.TryGetValue(text, out color) || ByName.TryGetValue(text.ToLowerInvariant(), out color)) return true;
        return text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) && SKColor.TryParse(text, out color);
    }
}
