using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Sets a root: a radical sign as tall as what is under it, whose top runs on as a rule. Appendix G, rule 11.</summary>
internal static class RadicalSetter
{
    static readonly Rune Sign = new('√');

    public static Atom Set(FormulaSetter setter, Radical radical, MathStyle style)
    {
        var font = setter.Font;
        var body = setter.SetBox(radical.Radicand, style.Cramped);
        var thickness = font.At(style, MathConstant.RadicalRuleThickness);
        var gap = font.At(style, style.IsDisplay ? MathConstant.RadicalDisplayStyleVerticalGap : MathConstant.RadicalVerticalGap);
        var sign = StretchedGlyph.Vertical(font, font.Glyph(Sign), style, body.Extent + gap + thickness, isJoined: true);

        // A sign that is taller than asked shares what it has too much between above and below the radicand.
        gap += Math.Max(0, sign.Extent - (body.Extent + gap + thickness)) / 2;
        var top = body.Height + gap + thickness;
        var signY = sign.Height - top;

        // The rule begins where the sign's ink ends, which is a little to the right of where the radicand begins.
        var ruleX = sign.InkRight();
        var rule = new RuleBox(sign.Width + body.Width - ruleX, thickness, 0, IsJoined: true);
        var root = Boxes.Row(
            sign.Width + body.Width,
            new(sign, 0, signY),
            new(rule, ruleX, thickness - top),
            new(body, sign.Width, 0));
        var box = root with { Height = top + font.At(style, MathConstant.RadicalExtraAscender) };
        return new(radical.Degree is null ? box : WithDegree(setter, box, sign, signY, radical.Degree, style), AtomClass.Ordinary);
    }

    static RowBox WithDegree(FormulaSetter setter, RowBox root, Box sign, float signY, MathNode degreeNode, MathStyle style)
    {
        var font = setter.Font;
        var degree = setter.SetBox(degreeNode, style with { Level = StyleLevel.ScriptScript });
        var before = font.At(style, MathConstant.RadicalKernBeforeDegree);
        var after = font.At(style, MathConstant.RadicalKernAfterDegree);
        var raise = font.Table[MathConstant.RadicalDegreeBottomRaisePercent] * sign.Extent - (sign.Depth + signY);

        // A short degree would push the sign to the left of where the formula begins.
        var signX = Math.Max(0, before + degree.Width + after);
        var row = Boxes.Row(signX + root.Width, new(degree, signX - after - degree.Width, -(raise + degree.Depth)), new(root, signX, 0));
        return row;
    }
}
