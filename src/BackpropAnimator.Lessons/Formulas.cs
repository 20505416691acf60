using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The lessons' formulas in TeX-like notation, in symbols and with the numbers of a learning step.</summary>
internal static class Formulas
{
    // Longer sums than this show their first two terms and their last.
    const int MostTerms = 4;

    public static string LossOf(Loss loss) => loss switch
    {
        HalfSquaredError => @"L = \tfrac{1}{2} \sum (\hat{y} - y)^2",
        MeanSquaredError => @"L = \tfrac{1}{n} \sum (\hat{y} - y)^2",
        MeanAbsoluteError => @"L = \tfrac{1}{n} \sum |\hat{y} - y|",
        BinaryCrossEntropy => @"L = -\sum \left(y \ln \hat{y} + (1 - y) \ln (1 - \hat{y})\right)",
        CategoricalCrossEntropy => @"L = -\sum y \ln \hat{y}",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Name, null),
    };

    /// <summary>The same on two lines, for one that is long; on one otherwise.</summary>
    public static string LossInLines(Loss loss) => loss is BinaryCrossEntropy
        ? @"\begin{aligned} L = {} & -\textstyle\sum (y \ln \hat{y} \\ & {} + (1 - y) \ln (1 - \hat{y})) \end{aligned}"
        : LossOf(loss);

    /// <summary>"= …": the loss with every output and target put in.</summary>
    public static string LossWithNumbers(LearningStep step)
    {
        var outputs = step.Forward.Output;
        var targets = step.Example.Target;
        string Term(int k) => (Numbers.InFormula.Value(outputs[k]), Numbers.InFormula.Value(targets[k])) is var (a, y) ? step.Before.Loss switch
        {
            HalfSquaredError or MeanSquaredError => $"({a} - {Subtracted(targets[k], y)})^2",
            MeanAbsoluteError => $"|{a} - {Subtracted(targets[k], y)}|",
            BinaryCrossEntropy => $@"{y} \ln {a} + {Numbers.InFormula.Value(1 - targets[k])} \ln {Numbers.InFormula.Value(1 - outputs[k])}",
            CategoricalCrossEntropy => $@"{y} \ln {a}",
            _ => "",
        } : "";
        var sum = Sum(outputs.Count, Term);
        return step.Before.Loss switch
        {
            HalfSquaredError => $@"= \tfrac{{1}}{{2}} \left({sum}\right)",
            MeanSquaredError or MeanAbsoluteError => $@"= \tfrac{{1}}{{{outputs.Count}}} \left({sum}\right)",
            _ => $@"= -\left({sum}\right)",
        };
    }

    /// <summary>A unit's pre-activation with every weight and input put in, in pieces that may stand on lines of their own.</summary>
    public static IEnumerable<string> PreActivationWithNumbers(LearningStep step, Unit unit)
    {
        var layer = step.Before.Layers[unit.Layer - 1];
        var inputs = step.Forward.ActivationsOf(unit.Layer - 1);
        var terms = Terms(inputs.Count, i => $@"{Numbers.InFormula.Factor(layer.Weights[unit.Index, i], 2)} \cdot {Numbers.InFormula.Factor(inputs[i], 2)}");
        var bias = layer.Biases[unit.Index];
        var end = $"{(bias < 0 ? "-" : "+")} {Numbers.InFormula.Value(Math.Abs(bias))}";
        if (terms.Length < MostTerms) return [$"= {string.Join(" + ", terms)} {end}"];
        return [$"= {string.Join(" + ", terms[..2])}", $"{{}} + {string.Join(" + ", terms[2..])} {end}"];
    }

    /// <summary>What an activation makes of z: σ(z), max(0, z); of the identity, z itself.</summary>
    /// <param name="z">As a formula: the symbol, or a number.</param>
    public static string Activated(Activation activation, string z) => activation switch
    {
        Identity => z,
        Relu => $@"\max(0, {z})",
        _ => $"{ActivationName(activation)}({z})",
    };

    static string ActivationName(Activation activation) => activation switch
    {
        Sigmoid => @"\sigma",
        Tanh => @"\tanh",
        Softmax => @"\operatorname{softmax}",
        Relu => @"\operatorname{ReLU}",
        LeakyRelu => @"\text{leaky ReLU}",
        Elu => @"\operatorname{ELU}",
        Gelu => @"\operatorname{GELU}",
        Softplus => @"\operatorname{softplus}",
        Identity => @"\operatorname{id}",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation.Name, null),
    };

    /// <summary>The slope of an activation, as written in formulas: σ′(z), tanh′(z), ReLU′(z).</summary>
    public static string SlopeName(Activation activation) => ActivationName(activation) + "'(z)";

    /// <summary>The backprop sum of a hidden unit with every weight and δ of the layer after put in.</summary>
    public static string BackpropSumWithNumbers(LearningStep step, Unit unit) => string.Join(" + ", BackpropSumTerms(step, unit));

    /// <summary>The terms of that sum, for a line that may have to break between them.</summary>
    public static string[] BackpropSumTerms(LearningStep step, Unit unit)
    {
        var weights = step.Before.Layers[unit.Layer].Weights;
        var delta = step.Backward.Layers[unit.Layer].Delta;
        return Terms(delta.Count, k => $@"{Numbers.InFormula.Factor(weights[k, unit.Index], 2)} \cdot {Numbers.InFormula.Factor(delta[k], 3)}");
    }

    static string Sum(int count, Func<int, string> term) => string.Join(" + ", Terms(count, term));

    static string[] Terms(int count, Func<int, string> term) => count <= MostTerms
        ? [.. Enumerable.Range(0, count).Select(term)]
        : [term(0), term(1), @"\cdots", term(count - 1)];

    static string Subtracted(double value, string written) => value < 0 ? $"({written})" : written;
}
