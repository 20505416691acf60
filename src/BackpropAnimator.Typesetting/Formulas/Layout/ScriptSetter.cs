using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Sets sub- and superscripts beside their nucleus. Appendix G, rule 18.</summary>
internal static class ScriptSetter
{
    public static Atom Set(FormulaSetter setter, Scripts scripts, MathStyle style)
    {
        var nucleus = Nucleus(setter, scripts.Nucleus, style, out var op);
        return op is not null && OperatorSetter.TakesLimits(op, style)
            ? new(OperatorSetter.WithLimits(setter, nucleus, scripts.Sub, scripts.Super, style), nucleus.Class)
            : new(Beside(setter, nucleus, isOperator: op is { IsLarge: true }, scripts, style), nucleus.Class);
    }

    /// <summary>The nucleus, and the operator that it is; a part may have been wrapped around it.</summary>
    static Atom Nucleus(FormulaSetter setter, MathNode node, MathStyle style, out Operator? op)
    {
        switch (node)
        {
            case NamedPart { Items: [var only] } part:
                var named = Nucleus(setter, only, style, out op);
                return named with { Box = new PartBox(part.Name, null, IsTerm: false, named.Box) };
            case Tinted { Items: [var only] } tinted:
                var coloured = Nucleus(setter, only, style, out op);
                return coloured with { Box = new PartBox(null, tinted.Color, IsTerm: false, coloured.Box) };
            default:
                op = node as Operator;
                return setter.Set(node, style);
        }
    }

    static RowBox Beside(FormulaSetter setter, Atom nucleus, bool isOperator, Scripts scripts, MathStyle style)
    {
        var font = setter.Font;
        var body = nucleus.Box;
        var sub = scripts.Sub is null ? null : setter.SetBox(scripts.Sub, style.Sub);
        var super = scripts.Super is null ? null : setter.SetBox(scripts.Super, style.Super);
        var (up, down) = Shifts(font, nucleus, super, sub, style);

        // An integral's advance already holds its slant: the superscript follows it, and the subscript is tucked in under the slant.
        var subX = isOperator ? body.Width - nucleus.Italic : body.Width;
        var superX = subX + nucleus.Italic;
        var space = font.At(style, MathConstant.SpaceAfterScript);
        var row = new List<Placed> { new(body, 0, 0) };
        var width = body.Width;
        if (super is not null)
        {
            row.Add(new(super, superX, -up));
            width = Math.Max(width, superX + super.Width + space);
        }
        if (sub is not null)
        {
            row.Add(new(sub, subX, down));
            width = Math.Max(width, subX + sub.Width + space);
        }
        return Boxes.Row(width, [.. row]);
    }

    /// <summary>How far the superscript goes up and the subscript down.</summary>
    static (float Up, float Down) Shifts(MathFont font, Atom nucleus, Box? super, Box? sub, MathStyle style)
    {
        float At(MathConstant constant) => font.At(style, constant);

        // Scripts of a single character stand at the same heights whatever the character; those of anything larger follow its edges.
        var up = nucleus.IsCharacter ? 0 : nucleus.Box.Height - At(MathConstant.SuperscriptBaselineDropMax);
        var down = nucleus.IsCharacter ? 0 : nucleus.Box.Depth + At(MathConstant.SubscriptBaselineDropMin);
        if (super is not null)
        {
            up = Math.Max(up, At(style.IsCramped ? MathConstant.SuperscriptShiftUpCramped : MathConstant.SuperscriptShiftUp));
            up = Math.Max(up, super.Depth + At(MathConstant.SuperscriptBottomMin));
        }
        if (sub is not null)
        {
            down = Math.Max(down, At(MathConstant.SubscriptShiftDown));
            if (super is null) down = Math.Max(down, sub.Height - At(MathConstant.SubscriptTopMax));
        }
        if (super is null || sub is null) return (up, down);

        var gap = up - super.Depth - (sub.Height - down);
        var lacking = At(MathConstant.SubSuperscriptGapMin) - gap;
        if (lacking <= 0) return (up, down);
        down += lacking;
        var raise = Math.Max(0, At(MathConstant.SuperscriptBottomMaxWithSubscript) - (up - super.Depth));
        return (up + raise, down - raise);
    }
}

/// <summary>
/// Stands in a row after an atom that is there already, takes no room and shows nothing, and carries scripts at the places where that atom
/// would carry them.
/// </summary>
internal sealed record ScriptAnchor(int Column, MathNode Of) : MathNode(Column)
{
    public Atom Set(FormulaSetter setter, MathStyle style)
    {
        // The last atom of nested parts, as in \part{a}{\part{b}{x}}^2.
        var last = Of;
        while (RowFlattener.ItemsOf(last) is [.., var inPart]) last = inPart;

        var atom = setter.Set(last, style);
        // The row has added the italic correction to the atom's width already.
        var box = new RowBox(-atom.Italic, atom.Box.Height, atom.Box.Depth, []);
        // A closing atom has no space before it, and after it the same as an ordinary one.
        return atom with { Box = box, Class = AtomClass.Closing };
    }
}

/// <summary>Characters that are a script already, such as ² or ᵀ. A math font has none of them; the formula's notation has all.</summary>
internal static class TypedScripts
{
    const string Super = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-ⁿnⁱiᵀTˡlʲjᵏk";
    const string Sub = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-ᵢiⱼjₖkₗlₙn";

    /// <summary>What to write instead, or null for any other character.</summary>
    public static string? Hint(Rune character)
    {
        if (!character.IsBmp) return null;
        if (After(Super, (char)character.Value) is { } raised) return $"write ^{raised}";
        return After(Sub, (char)character.Value) is { } lowered ? $"write _{lowered}" : null;
    }

    static char? After(string pairs, char character)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            if (pairs[i] == character) return pairs[i + 1];
        return null;
    }
}
