using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets what spans a sub-formula: lines and braces above or below it, a frame around it, a stroke through it; and arrows that span labels.
/// </summary>
internal static class SpanSetter
{
    const float StrokeThickness = 0.06f;

    // LaTeX's \fboxsep and \fboxrule, 3 pt and 0.4 pt.
    const float FrameGap = 0.3f;
    const float FrameRule = 0.04f;

    // How far an arrow reaches out past its labels, and the least that looks like one.
    const float ArrowEnd = 0.3f;
    const float ShortestArrow = 1;

    /// <summary>A line above (Appendix G, rule 9) or below (rule 10).</summary>
    public static Atom Set(FormulaSetter setter, Barred barred, MathStyle style)
    {
        var font = setter.Font;
        var body = setter.SetBox(barred.Body, barred.IsOver ? style.Cramped : style);
        float At(MathConstant over, MathConstant under) => font.At(style, barred.IsOver ? over : under);

        var gap = At(MathConstant.OverbarVerticalGap, MathConstant.UnderbarVerticalGap);
        var thickness = At(MathConstant.OverbarRuleThickness, MathConstant.UnderbarRuleThickness);
        var extra = At(MathConstant.OverbarExtraAscender, MathConstant.UnderbarExtraDescender);
        var rule = new RuleBox(body.Width, thickness, 0);
        var ruleY = barred.IsOver ? -(body.Height + gap) : body.Depth + gap + thickness;
        var row = Boxes.Row(body.Width, new(body, 0, 0), new(rule, 0, ruleY));
        return new(barred.IsOver ? row with { Height = row.Height + extra } : row with { Depth = row.Depth + extra }, AtomClass.Ordinary);
    }

    public static Atom Set(FormulaSetter setter, Braced braced, MathStyle style)
    {
        var font = setter.Font;
        var body = setter.SetBox(braced.Body, style);
        var brace = StretchedGlyph.Horizontal(
            font, font.Glyph(new Rune(braced.Sign)), style with { Level = StyleLevel.Text }, body.Width);
        var gap = font.At(style, braced.IsOver ? MathConstant.StretchStackGapBelowMin : MathConstant.StretchStackGapAboveMin);
        var y = braced.IsOver ? -(body.Height + gap + brace.Depth) : body.Depth + gap + brace.Height;
        var width = Math.Max(body.Width, brace.Width);
        return new(Boxes.Row(width, new(body, (width - body.Width) / 2, 0), new(brace, (width - brace.Width) / 2, y)), AtomClass.Operator);
    }

    /// <summary>A frame of four rules.</summary>
    public static Atom Set(FormulaSetter setter, Boxed boxed, MathStyle style)
    {
        var body = setter.SetBox(boxed.Body, style.IsDisplay ? style : style.Cramped);
        var (width, height, depth) = (body.Width + 2 * FrameGap, body.Height + FrameGap, body.Depth + FrameGap);
        var across = new RuleBox(width + 2 * FrameRule, FrameRule, 0, IsJoined: true);
        var upright = new RuleBox(FrameRule, height + FrameRule, depth + FrameRule, IsJoined: true);
        return new(
            Boxes.Row(
                width + 2 * FrameRule,
                new(body, FrameRule + FrameGap, 0), new(across, 0, -height), new(across, 0, depth + FrameRule),
                new(upright, 0, 0), new(upright, FrameRule + width, 0)),
            AtomClass.Ordinary);
    }

    /// <summary>An arrow as long as its longer label, with a little more at its ends.</summary>
    public static Atom Set(FormulaSetter setter, LabelledArrow arrow, MathStyle style)
    {
        var font = setter.Font;
        var above = setter.SetBox(arrow.Above, style.Super).Width;
        var below = arrow.Below is null ? 0 : setter.SetBox(arrow.Below, style.Sub).Width;
        var extent = Math.Max(ShortestArrow, Math.Max(above, below) + 2 * ArrowEnd);
        var sign = StretchedGlyph.Horizontal(font, font.Glyph(new Rune(arrow.Sign)), style with { Level = StyleLevel.Text }, extent);
        var nucleus = new Atom(sign, AtomClass.Relation);
        return new(OperatorSetter.WithLimits(setter, nucleus, arrow.Below, arrow.Above, style), AtomClass.Relation);
    }

    public static Atom Set(FormulaSetter setter, Struck struck, MathStyle style) =>
        new(new StruckBox(setter.SetBox(struck.Body, style), StrokeThickness * setter.Font.Scale(style)), AtomClass.Ordinary);
}
