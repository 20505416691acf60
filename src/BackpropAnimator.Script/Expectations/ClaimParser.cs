using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Expectations;

/// <summary>
/// Reads a claim by recursive descent:
/// <code>
/// claim      = comparison { ("and" | "&amp;&amp;") comparison }
/// comparison = sum relation sum { relation sum } | sum "==" sum "within" sum
/// sum        = product { ("+" | "-") product }
/// product    = factor { ("*" | "/") factor }
/// factor     = "-" factor | number | "(" sum ")" | "abs" "(" sum ")" | fact
/// fact       = name | name "(" argument ")" | unit
/// unit       = layer "." number from 1 | layer "[" number from 0 "]" | quoted name
/// </code>
/// </summary>
internal sealed class ClaimParser(string text)
{
    // Nobody's claim nests so deep, and the stack holds a hundred times as much.
    const int MaxDepth = 32;

    readonly ImmutableArray<ClaimToken> tokens = ClaimLexer.Split(text);
    int at;
    int depth;

    ClaimToken Current => tokens[at];

    public Claim Claim()
    {
        var comparisons = ImmutableArray.CreateBuilder<Comparison>();
        do AddComparisons(comparisons);
        while (TakeAnd());
        if (Current.Kind == TokenKind.End) return new(text, comparisons.ToImmutable());
        var hint = Current.Is("||") || Current.IsWord("or") ? "make it two claims, or one that is always to hold" : null;
        throw Problem($"expected 'and' or the end, found {Current.InWords}", hint);
    }

    void AddComparisons(ImmutableArray<Comparison>.Builder comparisons)
    {
        var left = Sum();
        var relation = TakeRelation()
            ?? throw Problem(
                $"expected a comparison, found {Current.InWords}", Current.Is("=") ? "equality is ==" : "one of < <= > >= == !=");
        do
        {
            var right = Sum();
            comparisons.Add(new(left, relation, right, TakeTolerance(relation)));
            left = right;
        }
        while (TakeRelation() is { } next && (relation = next) == next);
    }

    Expression? TakeTolerance(Relation relation)
    {
        if (!Current.IsWord("within")) return null;
        if (relation is not (Relation.Equal or Relation.NotEqual))
            throw Problem("'within' goes with == or !=", "such as: o.1 == 0.75 within 0.01");
        at++;
        return Sum();
    }

    bool TakeAnd()
    {
        if (!Current.Is("&&") && !Current.IsWord("and")) return false;
        at++;
        return true;
    }

    Relation? TakeRelation()
    {
        Relation? relation = Current is not { Kind: TokenKind.Symbol } ? null : Current.Text switch
        {
            "<" => Relation.Less,
            "<=" => Relation.LessOrEqual,
            ">" => Relation.Greater,
            ">=" => Relation.GreaterOrEqual,
            "==" => Relation.Equal,
            "!=" => Relation.NotEqual,
            _ => null,
        };
        if (relation is not null) at++;
        return relation;
    }

    Expression Sum() => Chain(Product, "+", "-");

    Expression Product() => Chain(Factor, "*", "/");

    Expression Chain(Func<Expression> operand, string first, string second)
    {
        var left = operand();
        while (Current.Is(first) || Current.Is(second))
        {
            var sign = tokens[at++].Text[0];
            var right = operand();
            left = new ArithmeticExpression(left, sign, right, new(left.Span.Start, right.Span.End));
        }
        return left;
    }

    Expression Factor()
    {
        if (++depth > MaxDepth) throw Problem($"the claim nests deeper than {MaxDepth} levels");
        var token = Current;
        var factor = token.Kind switch
        {
            TokenKind.Number => Number(),
            TokenKind.Name => NamedFact(),
            TokenKind.Quoted => NamedUnit(),
            _ when token.Is("-") => Negated(),
            _ when token.Is("(") => Parenthesised(),
            _ => throw Problem($"expected a number or a name, found {token.InWords}"),
        };
        depth--;
        return factor;
    }

    NumberExpression Number()
    {
        var token = tokens[at++];
        // A number too large to hold reads as infinity.
        var value = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new(value, token.Span)
            : throw new ClaimException(token.Span.Start, $"{token.Text} is too large a number");
    }

    NegatedExpression Negated()
    {
        var start = tokens[at++].Span.Start;
        var operand = Factor();
        return new(operand, new(start, operand.Span.End));
    }

    Expression Parenthesised()
    {
        var start = Take("(").Span.Start;
        var inner = Sum();
        return inner with { Span = new(start, Take(")").Span.End) };
    }

    Expression NamedFact()
    {
        var name = tokens[at++];
        if (Current.Is("[") || Current.IsFraction) return UnitByNumber(name);
        if (name.Text == "abs")
        {
            Take("(");
            var operand = Sum();
            return new MagnitudeExpression(operand, new(name.Span.Start, Take(")").Span.End));
        }
        var fact = FactNames.Find(name.Text)
            ?? throw new ClaimException(
                name.Span.Start, $"there is no number called {name.InWords}", Nearest.Hint(name.Text, FactNames.All, "names"));
        if (fact is LessonFact lessonFact) return new LessonFactExpression(lessonFact, name.Span);
        if (!Current.Is("(")) throw Problem($"{name.InWords} needs {FactNames.ArgumentOf(fact)}, found {Current.InWords}");
        at++;
        Expression made = fact switch
        {
            EpochFact epochFact => new EpochFactExpression(epochFact, WholeNumber("an epoch"), default),
            LayerFact layerFact => new LayerFactExpression(layerFact, Name("a layer"), default),
            UnitFact unitFact => new UnitFactExpression(unitFact, Unit(), default),
            WeightFact weightFact => new WeightFactExpression(weightFact, Edge(), default),
            _ => throw new NotSupportedException(fact.ToString()),
        };
        return made with { Span = new(name.Span.Start, Take(")").Span.End) };
    }

    // 'setosa' is the activation of the output of that name.
    UnitFactExpression NamedUnit()
    {
        var name = tokens[at++];
        return new(UnitFact.Activation, UnitReference.Named(name.Text), name.Span);
    }

    // o.1 is its activation; target.1 is what that should have been.
    UnitFactExpression UnitByNumber(ClaimToken name)
    {
        var (index, end) = NumberOfUnit();
        return name.Text == "target"
            ? new(UnitFact.Target, new("output", index), new(name.Span.Start, end))
            : new(UnitFact.Activation, new(name.Text, index), new(name.Span.Start, end));
    }

    EdgeReference Edge()
    {
        var from = Unit();
        Take("->");
        return new(from, Unit());
    }

    UnitReference Unit()
    {
        if (Current.Kind == TokenKind.Quoted) return UnitReference.Named(tokens[at++].Text);
        var name = Name("a unit such as h.2");
        return Current.Is("[") || Current.IsFraction ? new(name, NumberOfUnit().Value) : UnitReference.Named(name);
    }

    // From 0, as the brackets have it; after a point it is counted from 1.
    (int Value, int End) NumberOfUnit()
    {
        if (Current.IsFraction)
            return int.TryParse(Current.Text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var fromOne)
                ? (fromOne - 1, tokens[at++].Span.End)
                : throw Problem($"expected a unit's number after the point, found {Current.InWords}");
        Take("[");
        var value = WholeNumber("a unit's number, from 0");
        return (value, Take("]").Span.End);
    }

    int WholeNumber(string what) =>
        Current.Kind == TokenKind.Number && int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && at++ >= 0
            ? number
            : throw Problem($"expected {what}, found {Current.InWords}");

    string Name(string what) =>
        Current.Kind == TokenKind.Name ? tokens[at++].Text : throw Problem($"expected {what}, found {Current.InWords}");

    ClaimToken Take(string symbol) => Current.Is(symbol) ? tokens[at++] : throw Problem($"expected '{symbol}', found {Current.InWords}");

    ClaimException Problem(string message, string? hint = null) => new(Current.Span.Start, message, hint);
}
