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
            style = style.With(
                part, (style.Parts[part] ?? new()) with { Opacity = clause.Opacity > 0 ? (float)(opacity / clause.Opacity) : 0 });
        if (clause.Part is not { } lifted || clause.Pulse <= 0.001) return style;
        var own = style.Parts[lifted] ?? new();
        var box = (own.Color ?? palette.Text).Faded(0.16 * clause.Pulse);
        return style.With(lifted, own with { Scale = 1 + Lift * (float)clause.Pulse, Box = box });
    }

    /// <summary>Every part of these formulas in the colour of its role.</summary>
    public static FormulaStyle ByRole(Palette palette, double opacity, params IEnumerable<FormulaLayout> formulas)
    {
        var roles = RolesOf(palette);
        return formulas.SelectMany(formula => formula.Parts).Aggregate(
            Plain(palette, opacity), (style, part) =>
                roles.TryGetValue(part.Name, out var color) ? style.With(part.Name, new(color)) : style);
    }

    static IEnumerable<(string Part, SKColor Color)> RolesIn(Palette palette, string source) =>
        RolesOf(palette).Where(role => source.Contains($@"\part{{{role.Key}}}", StringComparison.Ordinal))
            .Select(role => (role.Key, role.Value));

    static Dictionary<string, SKColor> RolesOf(Palette palette) => new()
    {
        ["error"] = palette.FactorError, ["slope"] = palette.FactorSlope, ["input"] = palette.FactorInput,
        ["positive"] = palette.Positive, ["negative"] = palette.Negative, ["zero"] = palette.Secondary,
        ["delta"] = palette.Backward, ["loss"] = palette.Error,
    };
}
