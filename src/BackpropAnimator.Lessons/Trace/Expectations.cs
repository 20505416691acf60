using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Holds a scene's claims against its numbers.</summary>
internal static class Expectations
{
    /// <summary>One problem for each comparison that does not hold, with the numbers of both sides.</summary>
    public static IEnumerable<Diagnostic> Failed(LessonNumbers numbers)
    {
        var evaluation = new Evaluation(numbers);
        foreach (var expectation in numbers.Scene.Expect)
        {
            var claim = expectation.Claim;
            foreach (var comparison in claim.Comparisons)
                if (ProblemWith(comparison, claim, evaluation) is (var message, var hint))
                    yield return new(
                        expectation.PositionAt(comparison.Span.Start), Severity.Error,
                        $"expected {InWords(comparison, claim)}, but {message}", hint);
        }
    }

    static (string Message, string? Hint)? ProblemWith(Comparison comparison, Claim claim, Evaluation evaluation)
    {
        var (left, right) = (evaluation.Of(comparison.Left), evaluation.Of(comparison.Right));
        var tolerance = comparison.Tolerance is { } within ? evaluation.Of(within) : 0;
        var sides = new[] { (comparison.Left, left), (comparison.Right, right), (comparison.Tolerance ?? comparison.Right, tolerance) };
        foreach (var (side, value) in sides)
            if (!double.IsFinite(value)) return ($"{claim.TextOf(side.Span)} is not a finite number", "is it divided by 0?");
        return Holds(comparison.Relation, left, right, tolerance) ? null : Denied(comparison, left, right, tolerance);
    }

    static bool Holds(Relation relation, double left, double right, double tolerance) => relation switch
    {
        Relation.Less => left < right,
        Relation.LessOrEqual => left <= right,
        Relation.Greater => left > right,
        Relation.GreaterOrEqual => left >= right,
        Relation.Equal => Math.Abs(left - right) <= tolerance,
        Relation.NotEqual => Math.Abs(left - right) > tolerance,
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };

    static (string, string?) Denied(Comparison comparison, double left, double right, double tolerance)
    {
        var (a, b) = Shown(left, right);
        if (comparison.Tolerance is not null)
            return ($"{a} and {b} are {(comparison.Relation == Relation.Equal ? "" : "only ")}{Short(Math.Abs(left - right))} apart", null);
        var isOneDigitOff = comparison.Relation == Relation.Equal
            && Math.Abs(left - right) <= 0.01 * Math.Max(Math.Abs(left), Math.Abs(right));
        return (
            $"{a} is {Words(comparison.Relation)} {b}",
            isOneDigitOff ? "numbers are compared to the last digit: say how near they must be, as in 'within 0.001'" : null);
    }

    static string Words(Relation relation) => relation switch
    {
        Relation.Less => "not less than",
        Relation.LessOrEqual => "more than",
        Relation.Greater => "not more than",
        Relation.GreaterOrEqual => "less than",
        Relation.Equal => "not",
        _ => "equal to",
    };

    static string InWords(Comparison comparison, Claim claim)
    {
        var sign = comparison.Relation switch
        {
            Relation.Less => "<",
            Relation.LessOrEqual => "<=",
            Relation.Greater => ">",
            Relation.GreaterOrEqual => ">=",
            Relation.Equal => "==",
            _ => "!=",
        };
        var within = comparison.Tolerance is { } tolerance ? $" within {claim.TextOf(tolerance.Span)}" : "";
        return $"{claim.TextOf(comparison.Left.Span)} {sign} {claim.TextOf(comparison.Right.Span)}{within}";
    }

    // As short as still tells them apart.
    static (string, string) Shown(double left, double right) =>
        Short(left) == Short(right) && !left.Equals(right) ? (Full(left), Full(right)) : (Short(left), Short(right));

    static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    static string Full(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
