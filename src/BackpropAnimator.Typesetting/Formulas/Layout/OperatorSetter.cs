using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Sets an operator's sign and, where they belong under and over it, its limits. Appendix G, rules 13 and 13a.</summary>
internal static class OperatorSetter
{
    /// <summary>The operator without limits.</summary>
    public static Atom Set(FormulaSetter setter, Operator op, MathStyle style)
    {
        if (op is { IsLarge: true, Body: Symbol symbol }) return SetLarge(setter, op, symbol, style);
        var body = setter.SetBox(op.Body, style);
        return new(body, op.Class);
    }

    public static bool TakesLimits(Operator op, MathStyle style) =>
        op.Limits == LimitPlacement.Under || (op.Limits == LimitPlacement.UnderInDisplay && style.IsDisplay);

    /// <summary>The limits centred over and under the nucleus, shifted apart by half its slant.</summary>
    public static Box WithLimits(FormulaSetter setter, Atom nucleus, MathNode? below, MathNode? above, MathStyle style)
    {
        float At(MathConstant constant) => setter.Font.At(style, constant);

        var upper = above is null ? null : setter.SetBox(above, style.Super);
        var lower = below is null ? null : setter.SetBox(below, style.Sub);
        var body = nucleus.Box;
        var slant = nucleus.Italic / 2;

        var left = Math.Min(0, Math.Min(
            upper is null ? 0 : (body.Width - upper.Width) / 2 + slant,
            lower is null ? 0 : (body.Width - lower.Width) / 2 - slant));
        var right = Math.Max(body.Width, Math.Max(
            upper is null ? 0 : (body.Width + upper.Width) / 2 + slant,
            lower is null ? 0 : (body.Width + lower.Width) / 2 - slant));

        var rows = new List<Placed> { new(body, -left, 0) };
        if (upper is not null)
        {
            var rise = Math.Max(At(MathConstant.UpperLimitBaselineRiseMin), At(MathConstant.UpperLimitGapMin) + upper.Depth);
            rows.Add(new(upper, (body.Width - upper.Width) / 2 + slant - left, -(body.Height + rise)));
        }
        if (lower is not null)
        {
            var drop = Math.Max(At(MathConstant.LowerLimitBaselineDropMin), At(MathConstant.LowerLimitGapMin) + lower.Height);
            rows.Add(new(lower, (body.Width - lower.Width) / 2 - slant - left, body.Depth + drop));
        }
        return Boxes.Row(right - left, [.. rows]);
    }

    static Atom SetLarge(FormulaSetter setter, Operator op, Symbol symbol, MathStyle style)
    {
        var font = setter.Font;
        var fullSize = style with { Level = StyleLevel.Text };
        if (setter.Glyph(Rune.GetRuneAt(symbol.Text, 0), fullSize, op.Column) is not { } glyph) return Atom.Empty;
        if (style.IsDisplay)
            glyph = StretchedGlyph.Variant(font.Table.Vertical(glyph), font.Table[MathConstant.DisplayOperatorMinHeight]) ?? glyph;
        var box = font.Box(glyph, style);
        return new(box.CentredOn(font.Axis(style)), op.Class, font.Table.ItalicCorrection(glyph) * font.Scale(style));
    }
}
