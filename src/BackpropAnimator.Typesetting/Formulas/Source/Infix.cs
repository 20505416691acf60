using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Plain TeX's fractions, which stand between what is above and what is below: <c>{n \choose k}</c>.</summary>
/// <param name="Name">The command, with its backslash.</param>
internal sealed record Infix(string Name, bool HasRule, int? Left, int? Right)
{
    static readonly ImmutableArray<Infix> All =
    [
        new(@"\over", HasRule: true, null, null), new(@"\atop", HasRule: false, null, null),
        new(@"\choose", HasRule: false, '(', ')'), new(@"\brack", HasRule: false, '[', ']'), new(@"\brace", HasRule: false, '{', '}'),
    ];

    public static IEnumerable<string> Names => All.Select(it => it.Name[1..]);

    /// <summary>Reads the one that stands here, if one does.</summary>
    public static Infix? Read(FormulaParser parser)
    {
        if (parser.Cursor.Next != '\\') return null;
        var name = parser.Cursor.PeekCommand();
        var found = All.FirstOrDefault(it => it.Name.AsSpan(1).SequenceEqual(name));
        if (found is not null) parser.Cursor.Skip(found.Name.Length);
        return found;
    }
}

/// <summary>The upper half of a row that an <see cref="Infix"/> divides.</summary>
/// <param name="Column">Where the row begins.</param>
/// <param name="InfixColumn">Where its lower half does.</param>
internal sealed record Division(Infix Infix, int Column, ImmutableArray<MathNode> Above, int InfixColumn)
{
    /// <summary>The whole row, with its lower half.</summary>
    public MathNode Below(ImmutableArray<MathNode> below)
    {
        var fraction = new Fraction(Column, new Group(Column, Above), new Group(InfixColumn, below), Infix.HasRule, null);
        return Infix is { Left: null, Right: null }
            ? fraction
            : new Fenced(Column, [Infix.Left, Infix.Right], [new Group(Column, [fraction])]);
    }
}
