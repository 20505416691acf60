using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>A formula on the way from the chain rule to a − y, and what happens in it.</summary>
internal readonly record struct CancellationStep(string Formula, string Words);

/// <summary>How δ of an output shortens to a − y, in symbols and with the numbers of a learning step.</summary>
internal static class CancellationSteps
{
    /// <param name="output">Which output's numbers.</param>
    /// <param name="words">Of the lesson.</param>
    /// <param name="isNarrow">Whether long rows are broken, so that all can be set larger.</param>
    public static ImmutableArray<CancellationStep> Of(LearningStep step, int output, Words words, bool isNarrow = false) =>
        step.Before.Loss switch
        {
            BinaryCrossEntropy => OfSigmoid(step, output, words, isNarrow),
            CategoricalCrossEntropy => OfSoftmax(step, output, words),
            var loss => throw new NotSupportedException($"How {loss.Name} cancels is written nowhere yet"),
        };

    // ∂L/∂a = (a − y) / (a(1 − a)) and ∂a/∂z = a(1 − a).
    static ImmutableArray<CancellationStep> OfSigmoid(LearningStep step, int output, Words words, bool isNarrow)
    {
        var (a, y) = (step.Forward.Output[output], step.Example.Target[output]);
        var decimals = DecimalsFor(a);
        var (ours, rest, target) = (Written(a, decimals), Written(1 - a, decimals), Written(y, y is 0 or 1 ? 0 : 2));
        string Rows(Func<string, string> struck) => Aligned(
            $@"\part{{delta}}{{\delta}} &= \part{{error}}{{\frac{{a - y}}{{{struck("a(1 - a)")}}}}} \cdot " +
                $@"\part{{slope}}{{{struck("a(1 - a)")}}}",
            $@"&= \part{{error}}{{\frac{{{ours} - {target}}}{{{struck($@"{ours} \cdot {rest}")}}}}} \cdot " +
                $@"\part{{slope}}{{{struck($@"{ours} \cdot {rest}")}}}");
        var delta = step.Backward.Layers[^1].Delta[output];
        var equals = Rounded.Sign(Rounded.AsWritten(a, decimals) - y, delta, decimals);
        return
        [
            new(
                @"\part{delta}{\delta} = \part{error}{\frac{\partial L}{\partial a}} \cdot \part{slope}{\frac{\partial a}{\partial z}}",
                words.Cancel.ChainRule),
            new(
                Aligned(
                    @"L &= -\left(y \ln a + (1 - y) \ln (1 - a)\right)",
                    @"\part{error}{\frac{\partial L}{\partial a}} &= \part{error}{-\frac{y}{a} + \frac{1 - y}{1 - a}}"),
                words.Cancel.FirstFactor),
            new(
                Aligned(
                    @"\part{error}{\frac{\partial L}{\partial a}} &= \part{error}{\frac{-y\,(1 - a) + (1 - y)\,a}{a(1 - a)}}",
                    @"&= \part{error}{\frac{a - y}{a(1 - a)}}"),
                words.Cancel.OneDenominator),
            new(Rows(it => it), words.Cancel.SecondFactor),
            new(Rows(it => $@"\cancel{{{it}}}"), words.Cancel.Cancels),
            new(
                Aligned(
                    @"\part{delta}{\delta} &= \part{error}{a - y}",
                    $@"&= \part{{error}}{{{ours} - {target}}} {equals} \part{{delta}}{{{Signed(delta, decimals)}}}"),
                words.Cancel.Left),
            Contrast(step, output, decimals, words, isNarrow),
        ];
    }

    // ∂L/∂aⱼ = −yⱼ / aⱼ and ∂aⱼ/∂zₖ = aⱼ([j = k] − aₖ), summed over j with Σ y = 1.
    static ImmutableArray<CancellationStep> OfSoftmax(LearningStep step, int output, Words words)
    {
        var (a, y) = (step.Forward.Output[output], step.Example.Target[output]);
        var decimals = DecimalsFor(a);
        string Product(string inNumerator, string inDenominator) =>
            $@"\part{{delta}}{{\delta_k}} = \sum_j \part{{error}}{{\frac{{-y_j}}{{{inDenominator}}}}} \cdot " +
                $@"\part{{slope}}{{{inNumerator} \left(\mathbf{{1}}_{{j=k}} - a_k\right)}}";
        var delta = step.Backward.Layers[^1].Delta[output];
        var equals = Rounded.Sign(Rounded.AsWritten(a, decimals) - y, delta, decimals);
        return
        [
            new(
                @"\part{delta}{\delta_k} = \sum_j \part{error}{\frac{\partial L}{\partial a_j}} \cdot \part{slope}{\frac{\partial " +
                    @"a_j}{\partial z_k}}",
                words.Cancel.SoftmaxChainRule),
            new(
                Aligned(@"L &= -\sum_j y_j \ln a_j", @"\part{error}{\frac{\partial L}{\partial a_j}} &= \part{error}{\frac{-y_j}{a_j}}"),
                words.Cancel.SoftmaxFirstFactor),
            new(Product("a_j", "a_j"), words.Cancel.SoftmaxProduct),
            new(Product(@"\cancel{a_j}", @"\cancel{a_j}"), words.Cancel.SoftmaxCancels),
            new(@"\part{delta}{\delta_k} = \part{error}{a_k \sum_j y_j - y_k}", words.Cancel.SoftmaxSum),
            new(
                Aligned(
                    @"\part{delta}{\delta_k} &= \part{error}{a_k - y_k}",
                    $@"&= \part{{error}}{{{Written(a, decimals)} - {Written(y, y is 0 or 1 ? 0 : 2)}}} {equals} " +
                        $@"\part{{delta}}{{{Signed(delta, decimals)}}}"),
                words.Cancel.Left),
        ];
    }

    // What the same output would hand back under half the squared error.
    static CancellationStep Contrast(LearningStep step, int output, int decimals, Words words, bool isNarrow)
    {
        var (layer, a, y) = (step.Backward.Layers[^1], step.Forward.Output[output], step.Example.Target[output]);
        var squared = (a - y) * layer.Slope[output];
        var ours = $@"\part{{delta}}{{\delta}} &= \part{{error}}{{a - y}} = \part{{delta}}{{{Signed(layer.Delta[output], decimals)}}}";
        var theirs = $@"\part{{delta}}{{\delta}} &= \part{{error}}{{(a - y)}} \cdot \part{{slope}}{{a(1 - a)}} = " +
            $@"\part{{delta}}{{{Numbers.InFormula.WithSign(squared, Numbers.InFormula.Significant(squared, 2))}}}";
        var (cross, half) = (words.Cancel.CrossEntropy, words.Cancel.SquaredError);
        return new(
            isNarrow
                ? $@"\begin{{aligned}} & {Formula.Words(cross)} \\ {ours} \\ {Space} & {Formula.Words(half)} \\ {theirs} \end{{aligned}}"
                : Aligned($"{Formula.Words(cross + " ")} {ours}", $"{Formula.Words(half + " ")} {theirs}"),
            words.Cancel.Contrast);
    }

    // Two digits of both a and 1 − a, so that neither is written as 0.
    static int DecimalsFor(double a) => Math.Clamp(Numbers.DecimalsFor(Math.Min(a, 1 - a), 2), 2, 6);

    // Nothing, but so high that it keeps the second row clear of the first.
    const string Space = @"\phantom{\frac{\frac{1}{1}}{1}}";

    static string Written(double value, int decimals) => Numbers.InFormula.Factor(value, decimals);

    static string Signed(double value, int decimals) =>
        Numbers.InFormula.WithSign(value, Numbers.InFormula.Rounded(value, decimals));

    static string Aligned(string first, string second) => $@"\begin{{aligned}} {first} \\ {Space} {second} \end{{aligned}}";
}
