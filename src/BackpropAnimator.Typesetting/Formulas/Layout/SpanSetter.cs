using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets what spans a sub-formula: lines and braces above or below it, a stroke through it, nothing in its place, or no room for it.
/// </summary>
internal static class SpanSetter
{
    const float StrokeThickness = 0.06f;

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
        var sign = new Rune(braced.IsOver ? '⏞' : '⏟');
        var brace = StretchedGlyph.Horizontal(font, font.Glyph(sign), style with { Level = StyleLevel.Text }, body.Width);
        var gap = font.At(style, braced.IsOver ? MathConstant.StretchStackGapBelowMin : MathConstant.StretchStackGapAboveMin);
        var y = braced.IsOver ? -(body.Height + gap + brace.Depth) : body.Depth + gap + brace.Height;
        var width = Math.Max(body.Width, brace.Width);
        return new(Boxes.Row(width, new(body, (width - body.Width) / 2, 0), new(brace, (width - brace.Width) / 2, y)), AtomClass.Operator);
    }

    public static Atom Set(FormulaSetter setter, Struck struck, MathStyle style) =>
        new(new StruckBox(setter.SetBox(struck.Body, style), StrokeThickness * setter.Font.Scale(style)), AtomClass.Ordinary);

    public static Atom Set(FormulaSetter setter, Phantom phantom, MathStyle style)
    {
        var body = setter.SetBox(phantom.Body, style);
        return new(new RowBox(body.Width, body.Height, body.Depth, []), AtomClass.Ordinary);
    }

    public static Atom Set(FormulaSetter setter, Lapped lapped, MathStyle style)
    {
        var body = setter.SetBox(lapped.Body, style);
        return new(Boxes.Row(0, new Placed(body, -body.Width / 2, 0)), AtomClass.Ordinary);
    }
}
