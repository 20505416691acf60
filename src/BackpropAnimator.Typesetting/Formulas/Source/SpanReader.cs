using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what spans a sub-formula, frames it or strikes it out, and arrows that span their labels.</summary>
internal static class SpanReader
{
    public static ImmutableArray<Construct> All { get; } =
    [
        Construct.Of(@"\overline{AB}", (column, body) => new Barred(column, IsOver: true, body)),
        Construct.Of(@"\underline{AB}", (column, body) => new Barred(column, IsOver: false, body)),
        Brace(@"\overbrace{a + b}^{n}", '⏞', isOver: true),
        Brace(@"\underbrace{a + b}_{n}", '⏟', isOver: false),
        Brace(@"\overbracket{a + b}^{n}", '⎴', isOver: true),
        Brace(@"\underbracket{a + b}_{n}", '⎵', isOver: false),
        Brace(@"\overparen{a + b}", '⏜', isOver: true),
        Brace(@"\underparen{a + b}", '⏝', isOver: false),
        Arrow(@"\xrightarrow[b]{a}", '→'),
        Arrow(@"\xleftarrow[b]{a}", '←'),
        Arrow(@"\xleftrightarrow[b]{a}", '↔'),
        Arrow(@"\xRightarrow[b]{a}", '⇒'),
        Arrow(@"\xLeftarrow[b]{a}", '⇐'),
        Arrow(@"\xmapsto[b]{a}", '↦'),
        Construct.Of(@"\boxed{a}", (column, body) => new Boxed(column, body)),
        Construct.Of(@"\cancel{a}", (column, body) => new Struck(column, body)),
        Construct.Of(@"\not\in", (column, body) => new Negated(column, body)),
    ];

    static Construct Brace(string form, char sign, bool isOver) => Construct.Of(form, (column, body) =>
        // Plain TeX makes it an operator, which takes away the spaces of a sign that follows ("{…} + c").
        new Operator(column, new Braced(column, sign, isOver, body), IsLarge: false, LimitPlacement.Under, AtomClass.Ordinary));

    static Construct Arrow(string form, char sign)
    {
        var command = Construct.CommandOf(form);
        return new(form, (parser, column) =>
        {
            MathNode? below = null;
            parser.Cursor.SkipSpace();
            var opening = parser.Cursor.Column;
            if (parser.Cursor.TrySkip('['))
            {
                below = new Group(opening, parser.Row(Closer.Bracket));
                parser.Close(']', opening, "[");
            }
            return new LabelledArrow(column, sign, parser.Argument(command), below);
        });
    }
}
