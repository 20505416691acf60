using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// ∂L/∂w of one weight written as the chain of its factors, ∂L/∂a · ∂a/∂z · ∂z/∂w, in symbols and in numbers whose product is the gradient.
/// After softmax, where every output depends on every z, the first two are those of the outputs that have an error:
/// δₖ = Σⱼ ∂L/∂aⱼ · ∂aⱼ/∂zₖ. Goodfellow, Bengio &amp; Courville (2016), §6.5.
/// </summary>
/// <param name="Symbols">The product in symbols; the named parts are "error", "slope", "delta" below both, and "input".</param>
/// <param name="Numbers">The same in numbers.</param>
/// <param name="Result">The gradient with the sign before it: "=", or "≈" where the numbers as written give another last digit.</param>
/// <param name="ErrorsAt">Which units of the layer the error belongs to.</param>
internal sealed record ChainFactors(string Symbols, string Numbers, string Result, ImmutableArray<int> ErrorsAt)
{
    // A product that is off by more than this is no longer δ: at the very
    // end of a sigmoid its slope is 0, and only a − y is left of the two.
    const double Tolerance = 1e-9;

    // More digits would crowd the panel, and more terms are told by their sum.
    const int MostDecimals = 4, MostTerms = 2;

    public static ChainFactors Of(LearningStep step, Edge edge)
    {
        var layer = step.Backward.Layers[edge.Layer];
        var (delta, gradient, input) = (layer.Delta[edge.To], step.GradientOf(edge), step.Forward.ActivationsOf(edge.Layer)[edge.From]);
        var terms = layer.TermsOf(edge.To);
        ImmutableArray<int> errors = [.. terms.Select(term => term.Unit)];
        var isWhole = Math.Abs(terms.Sum(term => term.Error * term.Slope) - delta) <= Tolerance * Math.Max(1, Math.Abs(delta));
        var (numbers, comesOut) =
            !isWhole || terms.Length is 0 or > MostTerms ? OfDelta(delta, input)
            : terms is [var only] ? OfOne(only.Error, only.Slope, delta, input)
            : OfSeveral(terms, delta, input, gradient);
        return new(
            SymbolsOf(layer, errors, edge.To), numbers,
            $@"{(comesOut ? "=" : @"\approx")} {Signs.PartAtEnd(gradient)}", errors);
    }

    static (string Numbers, bool ComesOut) OfOne(double error, double slope, double delta, double input)
    {
        ShownFactor[] both = [new(error, 3), new(slope, 3)], all = [.. both, new(input, 2)];
        var decimals = ShownFactors.DecimalsFor([all, both], 3, MostDecimals)[0];
        // Where δ below the two would take more digits, the gradient alone may do with few.
        if (!ShownFactors.ComesOut(all, decimals, 3)) decimals = ShownFactors.DecimalsFor([all], 3, MostDecimals)[0];
        return (
            Product(
                Pair(Written(error, decimals[0]), Written(slope, decimals[1])), Lessons.Numbers.InFormula.Signed(delta),
                Written(input, decimals[2])),
            ShownFactors.ComesOut(all, decimals, 3));
    }

    static (string Numbers, bool ComesOut) OfSeveral(ImmutableArray<DeltaTerm> terms, double delta, double input, double gradient)
    {
        var seen = terms.Sum(term => Rounded.AsWritten(term.Error, 3) * Rounded.AsWritten(term.Slope, 3)) * Rounded.AsWritten(input, 2);
        var sum = string.Join(
            " + ", terms.Select(term => $@"\part{{error}}{{{Written(term.Error, 3)}}} \cdot \part{{slope}}{{{Written(term.Slope, 3)}}}"));
        return (
            Product(sum, Lessons.Numbers.InFormula.Signed(delta), Written(input, 2)),
            Lessons.Numbers.InFormula.Fine(seen) == Lessons.Numbers.InFormula.Fine(gradient));
    }

    static (string Numbers, bool ComesOut) OfDelta(double delta, double input)
    {
        ShownFactor[] known = [new(delta, 3), new(input, 2)];
        var decimals = ShownFactors.DecimalsFor([known], 3, MostDecimals)[0];
        return (
            $@"\part{{delta}}{{{Written(delta, decimals[0])}}} \;\part{{dots}}{{\cdot}}\; \part{{input}}{{{Written(input, decimals[1])}}}",
            ShownFactors.ComesOut(known, decimals, 3));
    }

    static string SymbolsOf(LayerBackward layer, ImmutableArray<int> errors, int unit)
    {
        if (layer.Jacobian is null) return Symbolic("", "a", "z");
        // Outputs are counted from 1, as their names are.
        var j = errors is [var one] ? FormattableString.Invariant($"{one + 1}") : "j";
        return Symbolic(
            errors.Length != 1 ? @"\textstyle\sum_j \displaystyle" : "", $"a_{{{j}}}", FormattableString.Invariant($"z_{{{unit + 1}}}"));
    }

    static string Symbolic(string sum, string a, string z) =>
        Product(
            Pair($@"{sum}\frac{{\partial L}}{{\partial {a}}}", $@"\frac{{\partial {a}}}{{\partial {z}}}"), @"\delta",
            $@"\frac{{\partial {z}}}{{\partial w}}");

    static string Pair(string error, string slope) => $@"\part{{error}}{{{error}}} \;\part{{dot}}{{\cdot}}\; \part{{slope}}{{{slope}}}";

    static string Product(string pair, string delta, string input) =>
        $@"\underbrace{{{pair}}}_{{\part{{delta}}{{{delta}}}}} \;\part{{dots}}{{\cdot}}\; \part{{input}}{{{input}}}";

    static string Written(double value, int decimals) => Lessons.Numbers.InFormula.Factor(value, decimals);
}
