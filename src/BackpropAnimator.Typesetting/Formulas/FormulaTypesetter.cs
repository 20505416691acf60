using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>From a formula's source to its layout.</summary>
internal sealed class FormulaTypesetter(Func<Face, FontFile> files, TextShaper shaper)
{
    readonly Lazy<MathFont> _font = new(() => new(files, shaper));

    public FormulaLayout Lay(string source, float size)
    {
        var (box, problems) = Set(source);
        return problems.IsEmpty
            ? new(source, size, box, _font.Value.Axis(MathStyle.Display), files)
            : throw new FormulaException(source, problems);
    }

    /// <summary>The formula's box in ems, and what is wrong with the source.</summary>
    public (Box Box, ImmutableArray<FormulaProblem> Problems) Set(string source)
    {
        var parsed = FormulaParser.Parse(source);
        if (!parsed.Problems.IsEmpty) return (Boxes.Empty, parsed.Problems);
        var setter = new FormulaSetter(_font.Value);
        var box = setter.SetFormula(parsed.Root);
        return (box, setter.ProblemsIn(source));
    }
}
