namespace BackpropAnimator.Script;

/// <summary>A stretch of a claim's text, to quote it and to point at it.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A side of a comparison: numbers and facts, and what is reckoned from them.</summary>
/// <param name="Span">Where it is written.</param>
public abstract record Expression(TextSpan Span);

public sealed record NumberExpression(double Value, TextSpan Span) : Expression(Span);

public sealed record NegatedExpression(Expression Operand, TextSpan Span) : Expression(Span);

/// <summary><c>abs(…)</c></summary>
public sealed record MagnitudeExpression(Expression Operand, TextSpan Span) : Expression(Span);

/// <param name="Left">The first operand.</param>
/// <param name="Operator">One of + − * /.</param>
/// <param name="Right">The second operand.</param>
public sealed record ArithmeticExpression(Expression Left, char Operator, Expression Right, TextSpan Span) : Expression(Span);

public sealed record LessonFactExpression(LessonFact Fact, TextSpan Span) : Expression(Span);

public sealed record EpochFactExpression(EpochFact Fact, int Epoch, TextSpan Span) : Expression(Span);

public sealed record LayerFactExpression(LayerFact Fact, string Layer, TextSpan Span) : Expression(Span);

public sealed record UnitFactExpression(UnitFact Fact, UnitReference Unit, TextSpan Span) : Expression(Span);

public sealed record WeightFactExpression(WeightFact Fact, EdgeReference Weight, TextSpan Span) : Expression(Span);
