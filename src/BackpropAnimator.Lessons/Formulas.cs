using System.Collections.Immutable;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>The lessons' formulas in TeX-like notation, in symbols and with the numbers of a learning step.</summary>
internal static class Formulas
{
    // Longer rows of numbers than this show their first two and their last.
    const int MostInRow = 4;

    public static string LossOf(Loss loss) => "L = " + loss.Formula(@"\sum", @"\hat{y}", "y");

    /// <summary>The same on two lines, for one that is long; on one otherwise.</summary>
    public static string LossInLines(Loss loss) => loss.FormulaOnTwoLines ?? LossOf(loss);

    /// <summary>"= …": the loss with outputs and targets put in, in pieces that may stand on lines of their own.</summary>
    /// <param name="step">Whose loss it is.</param>
    /// <param name="most">How many terms there is room for.</param>
    public static IEnumerable<string> LossWithNumbers(LearningStep step, int most, Words words)
    {
        var (loss, outputs, targets) = (step.Before.Loss, step.Forward.Output, step.Example.Target);
        string Term(int k) => loss.TermWithNumbers(
            new(outputs[k], Numbers.InFormula.Value(outputs[k]), Numbers.InFormula.Value(1 - outputs[k])),
            new(targets[k], Numbers.InFormula.Factor(targets[k], 2), Numbers.InFormula.Value(1 - targets[k])));
        var sum = LossTerms(step, most);
        yield return "= " + loss.SumWithNumbers(string.Join(" + ", sum.WriteAlone(Term)), outputs.Count);
        if (sum.Others > 0) yield return "{} + " + sum.RestInFormula(3, words);
    }

    /// <summary>Which outputs' shares of the loss are written out.</summary>
    public static LongSum LossTerms(LearningStep step, int most)
    {
        var terms = step.Before.Loss.Terms(step.Forward.Output, step.Example.Target);
        return new(terms.Count, k => terms[k], most);
    }

    /// <summary>A unit's pre-activation with every weight and input put in, in pieces that may stand on lines of their own.</summary>
    public static IEnumerable<string> PreActivationWithNumbers(LearningStep step, Unit unit, Words words)
    {
        var layer = step.Before.Layers[unit.Layer - 1];
        var inputs = step.Forward.ActivationsOf(unit.Layer - 1);
        var terms = PreActivationTerms(step, unit).Write(
            i => $@"{Numbers.InFormula.Factor(layer.Weights[unit.Index, i], 2)} \cdot {Numbers.InFormula.Factor(inputs[i], 2)}", 2, words);
        var bias = layer.Biases[unit.Index];
        var end = $"{(bias < 0 ? "-" : "+")} {Numbers.InFormula.Value(Math.Abs(bias))}";
        if (terms.Length < LongSum.MostTerms) return [$"= {string.Join(" + ", terms)} {end}"];
        return [$"= {string.Join(" + ", terms[..2])}", $"{{}} + {string.Join(" + ", terms[2..])} {end}"];
    }

    /// <summary>Which products of a unit's sum are written out.</summary>
    public static LongSum PreActivationTerms(LearningStep step, Unit unit)
    {
        var (weights, inputs) = (step.Before.Layers[unit.Layer - 1].Weights, step.Forward.ActivationsOf(unit.Layer - 1));
        return new(inputs.Count, i => weights[unit.Index, i] * inputs[i]);
    }

    /// <summary>a of a unit in symbols: a = σ(z), or the share that it has of its whole layer.</summary>
    public static string ActivationInSymbols(Activation activation) => activation is LayerActivation whole
        ? "a_j = " + whole.ValueFormula("z_j", "z_k")
        : $"a = {activation.ValueInTex("z")}";

    /// <summary>"= …": the same with the z of the unit, or of its whole layer, put in.</summary>
    public static string ActivationWithNumbers(LearningStep step, Unit unit, Words words)
    {
        var z = step.Forward.Layers[unit.Layer - 1].PreActivation;
        string Written(int k) => Numbers.InFormula.Value(z[k]);
        var activation = step.Before.Layers[unit.Layer - 1].Activation;
        return "= " + (activation is LayerActivation whole
            ? whole.ShareFormula(
                whole.PartFormula(Written(unit.Index)),
                string.Join(" + ", PartsOf(whole, z).Write(k => whole.PartFormula(Written(k)), 2, words)))
            : activation.ValueInTex(Written(unit.Index)));
    }

    /// <summary>Which units' parts of a layer's sum are written out.</summary>
    public static LongSum PartsOf(LayerActivation whole, Vector<double> z) => new(z.Count, k => whole.PartAt(z[k]));

    /// <summary>The products of errors and slopes that add up to δ of a unit, for a line that may have to break between them.</summary>
    public static ImmutableArray<string> DeltaTerms(ImmutableArray<DeltaTerm> terms, Words words) => DeltaSum(terms).Write(
        i => $@"\part{{error}}{{{Numbers.InFormula.Factor(terms[i].Error, 3)}}} \cdot "
            + $@"\part{{slope}}{{{Numbers.InFormula.Factor(terms[i].Slope, 3)}}}",
        3, words);

    /// <summary>Which of those products are written out.</summary>
    public static LongSum DeltaSum(ImmutableArray<DeltaTerm> terms) => new(terms.Length, i => terms[i].Error * terms[i].Slope);

    /// <summary>(…, …): values of a layer as a row of numbers.</summary>
    public static string Row(Vector<double> values) =>
        $@"\left({string.Join($@"{Numbers.ListMark}\;", Terms(values.Count, k => Numbers.InFormula.Fine(values[k])))}\right)";

    /// <summary>The backprop sum of a hidden unit with every weight and δ of the layer after put in.</summary>
    public static string BackpropSumWithNumbers(LearningStep step, Unit unit, Words words) =>
        string.Join(" + ", BackpropSumTerms(step, unit, words));

    /// <summary>The terms of that sum, for a line that may have to break between them.</summary>
    public static ImmutableArray<string> BackpropSumTerms(LearningStep step, Unit unit, Words words)
    {
        var (weights, delta) = (step.Before.Layers[unit.Layer].Weights, step.Backward.Layers[unit.Layer].Delta);
        return BackpropSum(step, unit).Write(
            k => $@"{Numbers.InFormula.Factor(weights[k, unit.Index], 2)} \cdot {Numbers.InFormula.Factor(delta[k], 3)}", 3, words);
    }

    /// <summary>Which products of a hidden unit's backprop sum are written out.</summary>
    public static LongSum BackpropSum(LearningStep step, Unit unit)
    {
        var (weights, delta) = (step.Before.Layers[unit.Layer].Weights, step.Backward.Layers[unit.Layer].Delta);
        return new(delta.Count, k => weights[k, unit.Index] * delta[k]);
    }

    static IEnumerable<string> Terms(int count, Func<int, string> term) => count <= MostInRow
        ? Enumerable.Range(0, count).Select(term)
        : [term(0), term(1), @"\cdots", term(count - 1)];
}
