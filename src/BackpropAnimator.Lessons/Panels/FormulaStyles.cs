using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The colours of the named parts of formulas: the same as of what they stand for in the network.</summary>
internal static class FormulaStyles
{
    // How much a part grows at the height of its pulse.
    const float Lift = 0.16f;

    public static FormulaStyle Plain(Palette palette, double opacity) => new(palette.Text, (float)opacity);

    /// <summary>Every part in the colour of its role, and the clause's own part lifted out as far as it says.</summary>
    public static FormulaStyle WithRoles(Palette palette, Clause clause)
    {
        var style = Plain(palette, clause.Opacity);
        foreach (var (part, color) in RolesIn(palette, clause.Source))
            style = style.With(part, new(color));
        foreach (var (part, opacity) in clause.Reveal)
            style = style.With(part, (style.Parts[part] ?? new()) with { Opacity = clause.Opacity > 0 ? (float)(opacity / clause.Opacity) : 0 });
        if (clause.Part is not { } lifted || clause.Pulse <= 0.001) return style;
        var own = style.Parts[lifted] ?? new();
        var box = (own.Color ?? palette.Text).Faded(0.16 * clause.Pulse);
        return style.With(lifted, own with { Scale = 1 + Lift * (float)clause.Pulse, Box = box });
    }

    static IEnumerable<(string Part, SKColor Color)> RolesIn(Palette palette, string source)
    {
        (string Part, SKColor Color)[] roles =
        [
            ("error", palette.FactorError), ("slope", palette.FactorSlope), ("input", palette.FactorInput),
            ("positive", palette.Positive), ("negative", palette.Negative), ("delta", palette.Backward), ("loss", palette.Error),
        ];
        return roles.Where(role => source.Contains($@"\part{{{role.Part}}}", StringComparison.Ordinal));
    }
}
