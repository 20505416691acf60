namespace BackpropAnimator.Typesetting;

/// <summary>Sets one thing over another, with a rule between them or without. Appendix G, rules 15 to 15e.</summary>
internal static class FractionSetter
{
    // Plain TeX's \nulldelimiterspace (1.2 pt at 10 pt): what keeps a fraction from touching its neighbours.
    const float SideSpace = 0.12f;

    public static Atom Set(FormulaSetter setter, Fraction fraction, MathStyle style)
    {
        if (fraction.Style is { } level) style = style with { Level = level };
        var over = setter.SetBox(fraction.Numerator, style.Numerator);
        var under = setter.SetBox(fraction.Denominator, style.Denominator);
        return new(fraction.HasRule ? WithRule(setter.Font, over, under, style) : Pile(setter.Font, over, under, style), AtomClass.Inner);
    }

    static RowBox WithRule(MathFont font, Box over, Box under, MathStyle style)
    {
        float At(MathConstant inDisplay, MathConstant inText) => font.At(style, style.IsDisplay ? inDisplay : inText);

        var (axis, thickness) = (font.Axis(style), font.At(style, MathConstant.FractionRuleThickness));
        var (ruleTop, ruleBottom) = (axis + thickness / 2, axis - thickness / 2);
        var up = Math.Max(
            At(MathConstant.FractionNumeratorDisplayStyleShiftUp, MathConstant.FractionNumeratorShiftUp),
            ruleTop + At(MathConstant.FractionNumDisplayStyleGapMin, MathConstant.FractionNumeratorGapMin) + over.Depth);
        var down = Math.Max(
            At(MathConstant.FractionDenominatorDisplayStyleShiftDown, MathConstant.FractionDenominatorShiftDown),
            At(MathConstant.FractionDenomDisplayStyleGapMin, MathConstant.FractionDenominatorGapMin) + under.Height - ruleBottom);
        var width = Math.Max(over.Width, under.Width);
        return Boxes.Row(
            width + 2 * SideSpace,
            new(over, SideSpace + (width - over.Width) / 2, -up),
            new(new RuleBox(width, ruleTop, -ruleBottom), SideSpace, 0),
            new(under, SideSpace + (width - under.Width) / 2, down));
    }

    static RowBox Pile(MathFont font, Box over, Box under, MathStyle style)
    {
        float At(MathConstant inDisplay, MathConstant inText) => font.At(style, style.IsDisplay ? inDisplay : inText);

        var up = At(MathConstant.StackTopDisplayStyleShiftUp, MathConstant.StackTopShiftUp);
        var down = At(MathConstant.StackBottomDisplayStyleShiftDown, MathConstant.StackBottomShiftDown);
        var lacking = At(MathConstant.StackDisplayStyleGapMin, MathConstant.StackGapMin) - (up - over.Depth - (under.Height - down));
        if (lacking > 0) (up, down) = (up + lacking / 2, down + lacking / 2);
        var width = Math.Max(over.Width, under.Width);
        return Boxes.Row(width, new(over, (width - over.Width) / 2, -up), new(under, (width - under.Width) / 2, down));
    }
}
