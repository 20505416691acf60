using System.Collections.Immutable;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>The lessons' formulas in TeX-like notation, in symbols and with the numbers of a learning step.</summary>
internal static class Formulas
{
    // Longer sums than this show their first two terms and their last.
    const int MostTerms = 4;

    /// <summary>Words in a formula, whatever signs are in them.</summary>
    public static string Words(string text) =>
        $@"\text{{{string.Concat(text.Select(c => c is '{' or '}' or '\\' ? $@"\{c}" : $"{c}"))}}}";

    public static string LossOf(Loss loss) => "L = " + loss.Formula(@"\sum", @"\hat{y}", "y");

    /// <summary>The same on two lines, for one that is long; on one otherwise.</summary>
    public static string LossInLines(Loss loss) => loss.FormulaOnTwoLines ?? LossOf(loss);

    /// <summary>"= …": the loss with every output and target put in.</summary>
    public static string LossWithNumbers(LearningStep step)
    {
        var (loss, outputs, targets) = (step.Before.Loss, step.Forward.Output, step.Example.Target);
        string Term(int k) => loss.TermWithNumbers(
            new(outputs[k], Numbers.InFormula.Value(outputs[k]), Numbers.InFormula.Value(1 - outputs[k])),
            new(targets[k], Numbers.InFormula.Factor(targets[k], 2), Numbers.InFormula.Value(1 - targets[k])));
        return "= " + loss.SumWithNumbers(Sum(outputs.Count, Term), outputs.Count);
    }

    /// <summary>A unit's pre-activation with every weight and input put in, in pieces that may stand on lines of their own.</summary>
    public static IEnumerable<string> PreActivationWithNumbers(LearningStep step, Unit unit)
    {
        var layer = step.Before.Layers[unit.Layer - 1];
        var inputs = step.Forward.ActivationsOf(unit.Layer - 1);
        var terms = Terms(
            inputs.Count,
            i => $@"{Numbers.InFormula.Factor(layer.Weights[unit.Index, i], 2)} \cdot {Numbers.InFormula.Factor(inputs[i], 2)}");
        var bias = layer.Biases[unit.Index];
        var end = $"{(bias < 0 ? "-" : "+")} {Numbers.InFormula.Value(Math.Abs(bias))}";
        if (terms.Length < MostTerms) return [$"= {string.Join(" + ", terms)} {end}"];
        return [$"= {string.Join(" + ", terms[..2])}", $"{{}} + {string.Join(" + ", terms[2..])} {end}"];
    }

    /// <summary>a of a unit in symbols: a = σ(z), or the share that it has of its whole layer.</summary>
    public static string ActivationInSymbols(Activation activation) => activation is LayerActivation whole
        ? "a_j = " + whole.ValueFormula("z_j", "z_k")
        : $"a = {activation.ValueInTex("z")}";

    /// <summary>"= …": the same with the z of the unit, or of its whole layer, put in.</summary>
    public static string ActivationWithNumbers(LearningStep step, Unit unit)
    {
        var z = step.Forward.Layers[unit.Layer - 1].PreActivation;
        string Written(int k) => Numbers.InFormula.Value(z[k]);
        var activation = step.Before.Layers[unit.Layer - 1].Activation;
        return "= " + (activation is LayerActivation whole
            ? whole.ShareFormula(whole.PartFormula(Written(unit.Index)), Sum(z.Count, k => whole.PartFormula(Written(k))))
            : activation.ValueInTex(Written(unit.Index)));
    }

    /// <summary>The products of errors and slopes that add up to δ of a unit, for a line that may have to break between them.</summary>
    public static string[] DeltaTerms(ImmutableArray<DeltaTerm> terms) => Terms(
        terms.Length,
        i => $@"\part{{error}}{{{Numbers.InFormula.Factor(terms[i].Error, 3)}}} \cdot "
            + $@"\part{{slope}}{{{Numbers.InFormula.Factor(terms[i].Slope, 3)}}}");

    /// <summary>(…, …): values of a layer as a row of numbers.</summary>
    public static string Row(Vector<double> values) =>
        $@"\left({string.Join(@",\;", Terms(values.Count, k => Numbers.InFormula.Fine(values[k])))}\right)";

    /// <summary>The backprop sum of a hidden unit with every weight and δ of the layer after put in.</summary>
    public static string BackpropSumWithNumbers(LearningStep step, Unit unit) => string.Join(" + ", BackpropSumTerms(step, unit));

    /// <summary>The terms of that sum, for a line that may have to break between them.</summary>
    public static string[] BackpropSumTerms(LearningStep step, Unit unit)
    {
        var weights = step.Before.Layers[unit.Layer].Weights;
        var delta = step.Backward.Layers[unit.Layer].Delta;
        return Terms(
            delta.Count, k => $@"{Numbers.InFormula.Factor(weights[k, unit.Index], 2)} \cdot {Numbers.InFormula.Factor(delta[k], 3)}");
    }

    static string Sum(int count, Func<int, string> term) => string.Join(" + ", Terms(count, term));

    static string[] Terms(int count, Func<int, string> term) => count <= MostTerms
        ? [.. Enumerable.Range(0, count).Select(term)]
        : [term(0), term(1), @"\cdots", term(count - 1)];
}
