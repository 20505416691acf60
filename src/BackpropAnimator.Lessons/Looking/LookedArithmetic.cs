using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>How the numbers of a unit or a weight come about: the lines that phases write of them, for any that is looked at.</summary>
internal static class LookedArithmetic
{
    /// <summary>Forward through a unit, and back to it.</summary>
    public static IEnumerable<LookedLine> OfUnit(LessonStage stage, LearningStep step, Unit unit)
    {
        if (unit.Layer == 0) yield break;
        var (activation, words) = (step.Before.Layers[unit.Layer - 1].Activation, stage.Words);
        string[] sum = [@"z = \textstyle\sum w\,a + b", .. Formulas.PreActivationWithNumbers(step, unit, words)];
        yield return new("", [.. sum, Result(step.Forward.Layers[unit.Layer - 1].PreActivation[unit.Index])]);
        yield return new(
            "",
            [Formulas.ActivationInSymbols(activation), Formulas.ActivationWithNumbers(step, unit, words), Result(step.ActivationOf(unit))]);
        // What comes back to a unit is the same for all weights that lead to it.
        var back = ConnectionArithmetic.Of(step, new(unit.Layer - 1, 0, unit.Index), "", words);
        foreach (var quantity in new[] { back.Error, back.Slope, back.Delta }) yield return LineOf(quantity);
    }

    /// <summary>The loss with the outputs and targets put in.</summary>
    public static LookedLine OfLoss(LessonStage stage, LearningStep step) => new(
        "",
        [
            Formulas.LossOf(step.Before.Loss), .. Formulas.LossWithNumbers(step, MostLossTerms, stage.Words),
            $"{Rounded.Sign(Rounded.Loss(step, MostLossTerms), step.Loss, 3)} {Numbers.InFormula.Fine(step.Loss)}",
        ]);

    // As many outputs' shares as the panel beside the picture has room for; the others are one number.
    const int MostLossTerms = 4;

    /// <summary>The gradient of a weight, and its update.</summary>
    public static IEnumerable<LookedLine> OfWeight(LessonStage stage, LearningStep step, Edge edge)
    {
        var arithmetic = ConnectionArithmetic.Of(step, edge, Focus.NameOf(stage, new Unit(edge.Layer, edge.From)), stage.Words);
        foreach (var quantity in new[]
        {
            arithmetic.Error, arithmetic.Slope, arithmetic.Delta, arithmetic.Input, arithmetic.Gradient,
        })
            yield return LineOf(quantity);
        var numerals = UpdateNumerals.For(step, edge);
        foreach (var line in step.WorkingOf(edge.Address()))
        {
            var (symbols, written) = ($"{line.Result.Symbol} {line.Relation} {line.Formula}", UpdateLine.Whole(numerals.Substituted(line)));
            yield return new("", [symbols, "= " + written, numerals.Outcome(line)]);
        }
    }

    static LookedLine LineOf(Quantity quantity) =>
        new(quantity.Name, [.. new[] { quantity.Symbols, Equal(quantity), quantity.Result }.Where(formula => formula.Length > 0)]);

    static string Equal(Quantity quantity) =>
        quantity.Symbols.Length > 0 && quantity.Numbers.Length > 0 ? "= " + quantity.Numbers : quantity.Numbers;

    static string Result(double value) => $@"\approx {Numbers.InFormula.Fine(value)}";
}
