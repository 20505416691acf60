using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One step of learning cut into exercises: forward layer by layer, loss, backward layer by layer, update, and the loss again. The
/// gradients that it asks for, those of the lesson's example, make the update, also where the lesson averages over its data.
/// </summary>
internal sealed class Exercises(LessonNumbers numbers, Words.WorksheetWords words, Words all)
{
    readonly LearningStep step = OfExampleAlone(numbers.Step);
    readonly WorkedPath path = new(numbers.Step);

    ImmutableArray<DenseLayer> Layers => step.Before.Layers;

    static LearningStep OfExampleAlone(LearningStep step) => new(step.Before, step.Example, step.Rule, step.State);

    public IEnumerable<Exercise> All() =>
    [
        .. Enumerable.Range(0, Layers.Length).Select(Forward),
        Loss(),
        .. Enumerable.Range(0, Layers.Length).Reverse().SelectMany(l => new[] { Errors(l), Gradients(l) }),
        .. Enumerable.Range(0, Layers.Length).Select(Update),
        LossAfter(),
    ];

    Exercise Forward(int l) => new(
        words.Forward(NameOf(l)),
        words.Then(
            $"${Symbol("z", l, "j")} = \\sum_i {Symbol("w", l, "ji")} {Input(l, "i")} + {Symbol("b", l, "j")}$",
            $"${Layers[l].Activation.Formula}$"),
        Layers[l].Activation is LayerActivation
            ? [.. Units(l).Select(j => PreActivation(l, j)), .. Units(l).Select(j => Activation(l, j))]
            : [.. Units(l).SelectMany(j => new[] { PreActivation(l, j), Activation(l, j) })]);

    Blank PreActivation(int l, int j)
    {
        var (weights, inputs) = (Layers[l].Weights, step.Forward.ActivationsOf(l));
        var bias = new Operand(Symbol("b", l, j), Layers[l].Biases[j]);
        return new(
            Symbol("z", l, j), Sum(inputs.Count, i => $"{Weight(l, j, i)} {Input(l, i)}") + $" + {Symbol("b", l, j)}",
            step.Forward.Layers[l].PreActivation[j])
        {
            Substitution = written =>
                Sum(inputs.Count, i => written(new(Weight(l, j, i), weights[j, i])) + @" \cdot " + written(new(Input(l, i), inputs[i])))
                    + $" + {written(bias)}",
            InShortSheet = OnPath(l, j, beside: Layers[l].Activation is LayerActivation),
        };
    }

    Blank Activation(int l, int j) => new(
        Symbol("a", l, j),
        Layers[l].Activation is LayerActivation whole
            ? whole.ValueFormula(Symbol("z", l, j), Symbol("z", l, "k"))
            : $"f({Symbol("z", l, j)})",
        step.Forward.Layers[l].Activation[j])
    {
        Substitution = Layers[l].Activation is LayerActivation
            ? null
            : written => $"f({written(new(Symbol("z", l, j), step.Forward.Layers[l].PreActivation[j], IsAlone: true))})",
        InShortSheet = OnPath(l, j, beside: true),
    };

    Exercise Loss() => new(
        words.Loss,
        step.Before.OutputCount > 1
            ? words.OutputsAre("$a$", $"$a^{{({Layers.Length})}}$", "$y$", $"$n = {step.Before.OutputCount}$")
            : words.OutputIs("$a$", $"$a^{{({Layers.Length})}}$", "$y$"),
        [new("L", Tex.LossOf(step.Before.Loss), step.Loss) { InShortSheet = InShortSheet.Asked }]);

    Exercise Errors(int l)
    {
        var back = step.Backward.Layers[l];
        if (back.IsCancelled)
            return new(
                words.Backward(NameOf(l)),
                words.Cancels(
                    @"$\delta = \frac{\partial L}{\partial a} \cdot \frac{\partial a}{\partial z} = a - y$"),
                [.. Units(l).Select(j => CancelledDelta(l, j))]);
        var what = l == Layers.Length - 1
            ? words.LossSlope(@"$\frac{\partial L}{\partial a_j}$", $"${SlopeOf(l)}$")
            : words.BackpropSum(
                $@"$\frac{{\partial L}}{{\partial a_j}} = \sum_k {Symbol("w", l + 1, "kj")} {Symbol(@"\delta", l + 1, "k")}$",
                $"${SlopeOf(l)}$");
        return new(words.Backward(NameOf(l)), what,
            Layers[l].Activation is LayerActivation whole
                ? [.. Units(l).Select(j => ActivationGradient(l, j)), .. Units(l).Select(j => Delta(whole, l, j))]
                : [.. Units(l).SelectMany(j => new[] { ActivationGradient(l, j), Slope(l, j), Delta(l, j) })]);
    }

    Blank CancelledDelta(int l, int j) =>
        new(Symbol(@"\delta", l, j), $"{Symbol("a", l, j)} - {Target(j)}", step.Backward.Layers[l].Delta[j])
    {
        Substitution = written => written(new(Symbol("a", l, j), step.Forward.Output[j], IsAlone: true))
            + $" - {written(new(Target(j), step.Example.Target[j]))}",
        InShortSheet = OnPath(l, j, beside: l > 0),
    };

    Blank ActivationGradient(int l, int j)
    {
        var (value, share) = (step.Backward.Layers[l].Incoming[j], OnPath(l, j, beside: Layers[l].Activation is LayerActivation));
        if (l == Layers.Length - 1)
            return new(Incoming(l, j), step.Before.Loss.SlopeFormula(Symbol("a", l, j), Target(j)), value) { InShortSheet = share };
        var (weights, delta) = (Layers[l + 1].Weights, step.Backward.Layers[l + 1].Delta);
        return new(Incoming(l, j), Sum(delta.Count, k => $"{Weight(l + 1, k, j)} {Symbol(@"\delta", l + 1, k)}"), value)
        {
            Substitution = written => Sum(
                delta.Count,
                k => written(new(Weight(l + 1, k, j), weights[k, j])) + @" \cdot " + written(new(Symbol(@"\delta", l + 1, k), delta[k]))),
            InShortSheet = share,
        };
    }

    Blank Slope(int l, int j) => new(
        $"f'({Symbol("z", l, j)})", Curve(l).SlopeFormula(Symbol("a", l, j), Symbol("z", l, j)), step.Backward.Layers[l].Slope[j])
    {
        InShortSheet = OnPath(l, j, beside: false),
    };

    ElementwiseActivation Curve(int l) => (ElementwiseActivation)Layers[l].Activation;

    string SlopeOf(int l) => Layers[l].Activation is LayerActivation whole
        ? $@"\frac{{\partial a_j}}{{\partial z_k}} = {whole.JacobianFormula("k", "a_k")}"
        : $"f'(z) = {Curve(l).SlopeFormula("a", "z")}";

    Blank Delta(int l, int j) =>
        new(Symbol(@"\delta", l, j), $@"{Incoming(l, j)} \cdot f'({Symbol("z", l, j)})", step.Backward.Layers[l].Delta[j])
    {
        Substitution = written => written(new(Incoming(l, j), step.Backward.Layers[l].Incoming[j])) + @" \cdot "
            + written(new($"f'({Symbol("z", l, j)})", step.Backward.Layers[l].Slope[j])),
        InShortSheet = OnPath(l, j, beside: l > 0),
    };

    Blank Delta(LayerActivation whole, int l, int k) => new(
        Symbol(@"\delta", l, k),
        $@"\sum_j \frac{{\partial L}}{{\partial a_j}} {whole.JacobianFormula(Written(k), Symbol("a", l, k))}",
        step.Backward.Layers[l].Delta[k])
    {
        InShortSheet = OnPath(l, k, beside: l > 0),
    };

    Exercise Gradients(int l) => new(
        words.Gradients(NameOf(l)),
        words.Both(
            $@"$\frac{{\partial L}}{{\partial w_{{ji}}}} = {Symbol(@"\delta", l, "j")} {Input(l, "i")}$",
            $@"$\frac{{\partial L}}{{\partial b_j}} = {Symbol(@"\delta", l, "j")}$") + ".",
        [
            .. Units(l).SelectMany(j => Inputs(l).Select(i => WeightGradient(l, j, i))),
            .. Units(l).Select(j =>
                new Blank(Partial(Symbol("b", l, j)), Symbol(@"\delta", l, j), step.Backward.Layers[l].BiasGradient[j])),
        ]);

    Blank WeightGradient(int l, int j, int i) =>
        new(Partial(Weight(l, j, i)), $"{Symbol(@"\delta", l, j)} {Input(l, i)}", step.Backward.Layers[l].WeightGradient[j, i])
    {
        Substitution = written => written(new(Symbol(@"\delta", l, j), step.Backward.Layers[l].Delta[j])) + @" \cdot "
            + written(new(Input(l, i), step.Forward.ActivationsOf(l)[i])),
        InShortSheet = OfWeight(l, j, i),
    };

    Exercise Update(int l)
    {
        var rule = step.Rule.IsPlain
            ? words.Both(
                @"$w \leftarrow w - \eta \frac{\partial L}{\partial w}$", @"$b \leftarrow b - \eta \frac{\partial L}{\partial b}$")
            : InWords(l);
        var averaged = numbers.Step.Batch.Count;
        var what = averaged == 1 ? $"{rule}." : words.OfThisExample(rule, averaged);
        return new(words.Update(NameOf(l)), what,
        [
            .. Units(l).SelectMany(j => Inputs(l).SelectMany(i =>
                Lines(step.WorkingOf(new WeightAddress(l, i, j), Weight(l, j, i), Partial(Weight(l, j, i))), OfWeight(l, j, i)))),
            .. Units(l).SelectMany(j =>
                Lines(step.WorkingOf(new UnitAddress(l, j), Symbol("b", l, j), Partial(Symbol("b", l, j))), InShortSheet.LeftOut)),
        ]);
    }

    // The optimizer with the numbers that are given.
    string InWords(int l)
    {
        var (rule, label) = (step.Rule, all.NameOf(step.Rule.Optimizer));
        var given = step.WorkingOf(new WeightAddress(l, 0, 0)).SelectMany(line => line.Operands)
            .Where(operand => operand.Kind == UpdateNumberKind.Given).Distinct()
            .Select(operand => $"${operand.Symbol} = {Tex.Number(operand.Value)}$");
        var told = words.Optimizer(
            $"{char.ToUpperInvariant(label[0])}{label[1..]}", $"${OnPaper(rule.Optimizer.Formula)}$", string.Join(", ", given));
        if (!rule.Optimizer.Memory.IsEmpty) told = words.Memory(told);
        return rule.WeightDecay == 0 ? told : words.Decay(told);
    }

    // Spaces of TeX that Markdown would take for an escape.
    static string OnPaper(string formula) => formula.Replace(@"\,", " ", StringComparison.Ordinal);

    // What the first line has computed, later ones call by its name.
    IEnumerable<Blank> Lines(ImmutableArray<UpdateLine> lines, InShortSheet share) => lines.Select(line => new Blank(
        line.Result.Kind == UpdateNumberKind.Weight ? $@"\text{{{words.New}}} " + line.Result.Symbol : line.Result.Symbol,
        OnPaper(line.Formula), line.Result.Value)
    {
        Substitution = line.Operands.Length == 1 ? null : written => UpdateLine.Whole(line.Write(new(
            [.. line.Operands.Select(operand => written(new(operand.Symbol, operand.Value, IsAlone: true)))],
            [.. line.Operands.Select(operand => written(new(operand.Symbol, operand.Value)))], @" \cdot "))),
        InShortSheet = share,
    });

    Exercise LossAfter() => new(
        words.After, words.AfterText,
        [new($@"L_{{\text{{{words.AfterIndex}}}}}", Tex.LossOf(step.Before.Loss), step.LossAfter)]);

    InShortSheet OnPath(int l, int unit, bool beside) =>
        path.Has(l, unit) ? InShortSheet.Asked : beside ? InShortSheet.Given : InShortSheet.LeftOut;

    // The path's first weight: the one whose gradient needs all of the path.
    InShortSheet OfWeight(int l, int j, int i) =>
        l == 0 && path.Has(l, j) && i == path.Input ? InShortSheet.Asked : InShortSheet.LeftOut;

    IEnumerable<int> Units(int l) => Enumerable.Range(0, Layers[l].UnitCount);

    IEnumerable<int> Inputs(int l) => Enumerable.Range(0, Layers[l].InputCount);

    static string Sum(int count, Func<int, string> term) => string.Join(" + ", Enumerable.Range(0, count).Select(term));

    string NameOf(int l) => words.LayerInHeading(l + 1, Worksheet.NameOf(l + 1, Layers.Length, words));

    // w₁₁₁ could be row 1, column 11 or row 11, column 1.
    string Separator(int l) => Layers[l].UnitCount > 9 || Layers[l].InputCount > 9 ? "," : "";

    string Weight(int l, int j, int i) => Symbol("w", l, $"{Written(j)}{Separator(l)}{Written(i)}");

    static string Incoming(int l, int j) => Partial(Symbol("a", l, j));

    static string Partial(string of) => $@"\frac{{\partial L}}{{\partial {of}}}";

    static string Input(int l, object i) => l == 0 ? $"x_{{{Written(i)}}}" : Symbol("a", l - 1, i);

    static string Target(int k) => $"y_{{{Written(k)}}}";

    // A layer's number is in parentheses, so that nobody takes it for a power.
    static string Symbol(string letter, int l, object index) => $"{letter}^{{({l + 1})}}_{{{Written(index)}}}";

    // Units are counted from 1 on paper; a letter stands for any of them.
    static string Written(object index) => index is int unit ? (unit + 1).ToString(CultureInfo.InvariantCulture) : (string)index;
}
