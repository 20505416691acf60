using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>One factor of a chain: in symbols, and in numbers.</summary>
internal sealed record ChainFactor(string Symbol, string Number);

/// <summary>
/// ∂L/∂w of one weight written as the chain of its factors, ∂L/∂a · ∂a/∂z · ∂z/∂w, in symbols and in numbers whose product is the gradient.
/// After softmax, where every output depends on every z, the first two are those of the outputs that have an error:
/// δₖ = Σⱼ ∂L/∂aⱼ · ∂aⱼ/∂zₖ. Goodfellow, Bengio &amp; Courville (2016), §6.5.
/// </summary>
/// <param name="Factors">
/// The named parts are "error", "slope" and "input". All but the last one make δ; where they are a sum, they are one factor.
/// </param>
/// <param name="Delta">What stands below those that make δ: what their numbers come to, or δ alone where that is what they are.</param>
/// <param name="Result">The gradient with the sign before it: "=", or "≈" where the numbers as written give another last digit.</param>
/// <param name="ErrorsAt">Which units of the layer the error belongs to.</param>
internal sealed record ChainFactors(ImmutableArray<ChainFactor> Factors, string Delta, string Result, ImmutableArray<int> ErrorsAt)
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
        var symbols = ChainSymbols.Of(layer, errors, edge.To);
        var (factors, below, comesOut) =
            !isWhole || terms.Length is 0 or > MostTerms ? OfDelta(symbols, delta, input)
            : terms is [var only] ? OfOne(symbols, only.Error, only.Slope, delta, input)
            : OfSeveral(symbols, terms, delta, input, gradient);
        return new(factors, below, $@"{(comesOut ? "=" : @"\approx")} {Signs.PartAtEnd(gradient)}", errors);
    }

    readonly record struct Written(ImmutableArray<ChainFactor> Factors, string Delta, bool ComesOut);

    static Written OfOne(ChainSymbols symbols, double error, double slope, double delta, double input)
    {
        ShownFactor[] both = [new(error, 3), new(slope, 3)], all = [.. both, new(input, 2)];
        var decimals = ShownFactors.DecimalsFor([all, both], 3, MostDecimals)[0];
        // Where δ below the two would take more digits, the gradient alone may do with few.
        if (!ShownFactors.ComesOut(all, decimals, 3)) decimals = ShownFactors.DecimalsFor([all], 3, MostDecimals)[0];
        return new(
            [
                new(symbols.Error, Part("error", error, decimals[0])), new(symbols.Slope, Part("slope", slope, decimals[1])),
                new(symbols.Input, Part("input", input, decimals[2])),
            ],
            WhatComesTo(delta), ShownFactors.ComesOut(all, decimals, 3));
    }

    static Written OfSeveral(ChainSymbols symbols, ImmutableArray<DeltaTerm> terms, double delta, double input, double gradient)
    {
        var seen = terms.Sum(term => Rounded.AsWritten(term.Error, 3) * Rounded.AsWritten(term.Slope, 3)) * Rounded.AsWritten(input, 2);
        var sum = string.Join(" + ", terms.Select(term => $@"{Part("error", term.Error, 3)} \cdot {Part("slope", term.Slope, 3)}"));
        return new(
            [new(symbols.Pair, sum), new(symbols.Input, Part("input", input, 2))], WhatComesTo(delta),
            Numbers.InFormula.Fine(seen) == Numbers.InFormula.Fine(gradient));
    }

    static Written OfDelta(ChainSymbols symbols, double delta, double input)
    {
        ShownFactor[] known = [new(delta, 3), new(input, 2)];
        var decimals = ShownFactors.DecimalsFor([known], 3, MostDecimals)[0];
        return new(
            [new(symbols.Pair, Part("delta", delta, decimals[0])), new(symbols.Input, Part("input", input, decimals[1]))],
            @"\part{delta}{\delta}", ShownFactors.ComesOut(known, decimals, 3));
    }

    static string WhatComesTo(double delta) => $@"\part{{delta}}{{\delta = {Numbers.InFormula.Signed(delta)}}}";

    static string Part(string name, double value, int decimals) => $@"\part{{{name}}}{{{Numbers.InFormula.Factor(value, decimals)}}}";
}
