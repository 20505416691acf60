using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what stands one over the other, and roots.</summary>
internal static class PileReader
{
    public static ImmutableArray<Construct> All { get; } =
    [
        Fraction(@"\frac{a}{b}", null),
        Fraction(@"\dfrac{a}{b}", StyleLevel.Display),
        Fraction(@"\tfrac{a}{b}", StyleLevel.Text),
        Fraction(@"\cfrac{a}{b}", StyleLevel.Display),
        Binomial(@"\binom{n}{k}", null),
        Binomial(@"\dbinom{n}{k}", StyleLevel.Display),
        Binomial(@"\tbinom{n}{k}", StyleLevel.Text),
        new(@"\sqrt[3]{x}", Root),
        Stack(@"\overset{!}{=}", isOver: true),
        Stack(@"\underset{x}{\to}", isOver: false),
        Stack(@"\stackrel{!}{=}", isOver: true),
        new(@"\substack{i < n \\ j < n}", GridReader.ReadStack),
        new(@"\begin{matrix} a & b \\ c & d \end{matrix}", GridReader.Read),
    ];

    static Construct Fraction(string form, StyleLevel? style)
    {
        var command = Construct.CommandOf(form);
        return new(form, (parser, column) => ReadFraction(parser, column, command, hasRule: true, style));
    }

    static Construct Binomial(string form, StyleLevel? style)
    {
        var command = Construct.CommandOf(form);
        return new(form, (parser, column) =>
        {
            var pile = ReadFraction(parser, column, command, hasRule: false, style);
            return new Fenced(column, ['(', ')'], [new Group(column, [pile])]);
        });
    }

    static Fraction ReadFraction(FormulaParser parser, int column, string name, bool hasRule, StyleLevel? style) =>
        new(column, parser.Argument(name), parser.Argument(name), hasRule, style);

    static Radical Root(FormulaParser parser, int column)
    {
        MathNode? degree = null;
        parser.Cursor.SkipSpace();
        var opening = parser.Cursor.Column;
        if (parser.Cursor.TrySkip('['))
        {
            degree = new Group(opening, parser.Row(Closer.Bracket));
            parser.Close(']', opening, "[");
        }
        return new(column, parser.Argument("\\sqrt"), degree);
    }

    static Construct Stack(string form, bool isOver)
    {
        var command = Construct.CommandOf(form);
        return new(form, (parser, column) =>
        {
            var mark = parser.Argument(command);
            var body = parser.Argument(command);
            var nucleus = new Operator(column, body, IsLarge: false, LimitPlacement.Under, ClassOf(body));
            return new Scripts(column, nucleus, isOver ? null : mark, isOver ? mark : null);
        });
    }

    static AtomClass ClassOf(MathNode body) => FormulaParser.Items(body) is [Symbol symbol] ? symbol.Class : AtomClass.Ordinary;
}
