using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One step of learning cut into exercises: forward layer by layer, loss, backward layer by layer, update, and the loss again.
/// </summary>
internal sealed class Exercises(LessonNumbers numbers)
{
    readonly LearningStep step = numbers.Step;

    ImmutableArray<DenseLayer> Layers => step.Before.Layers;

    public IEnumerable<Exercise> All() =>
    [
        .. Enumerable.Range(0, Layers.Length).Select(Forward),
        Loss(),
        .. Enumerable.Range(0, Layers.Length).Reverse().SelectMany(l => new[] { Errors(l), Gradients(l) }),
        .. Enumerable.Range(0, Layers.Length).Select(Update),
        LossAfter(),
    ];

    Exercise Forward(int l) => new(
        $"Forward: {NameOf(l)}",
        $"${Symbol("z", l, "j")} = \\sum_i {Symbol("w", l, "ji")} {Input(l, "i")} + {Symbol("b", l, "j")}$, "
            + $"then ${Layers[l].Activation.Formula}$.",
        Layers[l].Activation is LayerActivation
            ? [.. Units(l).Select(j => PreActivation(l, j)), .. Units(l).Select(j => Activation(l, j))]
            : [.. Units(l).SelectMany(j => new[] { PreActivation(l, j), Activation(l, j) })]);

    Blank PreActivation(int l, int j)
    {
        var (weights, inputs) = (Layers[l].Weights, step.Forward.ActivationsOf(l));
        return new(
            Symbol("z", l, j), Sum(inputs.Count, i => $"{Weight(l, j, i)} {Input(l, i)}") + $" + {Symbol("b", l, j)}",
            step.Forward.Layers[l].PreActivation[j])
        {
            Substituted = Sum(inputs.Count, i => $@"{Tex.Operand(weights[j, i])} \cdot {Tex.Operand(inputs[i])}")
                + $" + {Tex.Operand(Layers[l].Biases[j])}",
        };
    }

    Blank Activation(int l, int j) => new(
        Symbol("a", l, j),
        Layers[l].Activation is LayerActivation whole
            ? whole.ValueFormula(Symbol("z", l, j), Symbol("z", l, "k"))
            : $"f({Symbol("z", l, j)})",
        step.Forward.Layers[l].Activation[j])
    {
        Substituted = Layers[l].Activation is LayerActivation ? null : $"f({Tex.Number(step.Forward.Layers[l].PreActivation[j])})",
    };

    Exercise Loss() => new(
        "Loss",
            $"$a$ is the output, $a^{{({Layers.Length})}}$, $y$ the target"
                + (step.Before.OutputCount > 1 ? $", $n = {step.Before.OutputCount}$ the number of outputs." : "."),
        [new("L", Tex.LossOf(step.Before.Loss), step.Loss)]);

    Exercise Errors(int l)
    {
        var back = step.Backward.Layers[l];
        if (back.IsCancelled)
            return new(
                $"Backward: {NameOf(l)}",
                $@"The slopes of the loss and of the activation cancel: $\delta = \frac{{\partial L}}{{\partial a}} \cdot " +
                    $@"\frac{{\partial a}}{{\partial z}} = a - y$.",
                [.. Units(l).Select(j => new Blank(
                    Symbol(@"\delta", l, j), $"{Symbol("a", l, j)} - {Target(j)}",
                    back.Delta[j]) { Substituted = $"{Tex.Number(step.Forward.Output[j])} - {Tex.Operand(step.Example.Target[j])}" })]);
        var what = l == Layers.Length - 1
            ? @"$\frac{\partial L}{\partial a_j}$ is the slope of the loss"
            : $@"$\frac{{\partial L}}{{\partial a_j}} = \sum_k {Symbol("w", l + 1, "kj")} {Symbol(@"\delta", l + 1, "k")}$ is the " +
                $@"backprop sum";
        return new($"Backward: {NameOf(l)}", $"{what}; ${SlopeOf(l)}$.",
            Layers[l].Activation is LayerActivation whole
                ? [.. Units(l).Select(j => ActivationGradient(l, j)), .. Units(l).Select(j => Delta(whole, l, j))]
                : [.. Units(l).SelectMany(j => new[] { ActivationGradient(l, j), Slope(l, j), Delta(l, j) })]);
    }

    Blank ActivationGradient(int l, int j)
    {
        var value = step.Backward.Layers[l].Incoming[j];
        if (l == Layers.Length - 1) return new(Incoming(l, j), step.Before.Loss.SlopeFormula(Symbol("a", l, j), Target(j)), value);
        var (weights, delta) = (Layers[l + 1].Weights, step.Backward.Layers[l + 1].Delta);
        return new(Incoming(l, j), Sum(delta.Count, k => $"{Weight(l + 1, k, j)} {Symbol(@"\delta", l + 1, k)}"), value)
        {
            Substituted = Sum(delta.Count, k => $@"{Tex.Operand(weights[k, j])} \cdot {Tex.Operand(delta[k])}"),
        };
    }

    Blank Slope(int l, int j) => new(
        $"f'({Symbol("z", l, j)})", Curve(l).SlopeFormula(Symbol("a", l, j), Symbol("z", l, j)), step.Backward.Layers[l].Slope[j]);

    ElementwiseActivation Curve(int l) => (ElementwiseActivation)Layers[l].Activation;

    string SlopeOf(int l) => Layers[l].Activation is LayerActivation whole
        ? $@"\frac{{\partial a_j}}{{\partial z_k}} = {whole.JacobianFormula("k", "a_k")}"
        : $"f'(z) = {Curve(l).SlopeFormula("a", "z")}";

    Blank Delta(int l, int j) =>
        new(Symbol(@"\delta", l, j), $@"{Incoming(l, j)} \cdot f'({Symbol("z", l, j)})", step.Backward.Layers[l].Delta[j])
    {
        Substituted = $@"{Tex.Operand(step.Backward.Layers[l].Incoming[j])} \cdot {Tex.Operand(step.Backward.Layers[l].Slope[j])}",
    };

    Blank Delta(LayerActivation whole, int l, int k) => new(
        Symbol(@"\delta", l, k),
        $@"\sum_j \frac{{\partial L}}{{\partial a_j}} {whole.JacobianFormula(Written(k), Symbol("a", l, k))}",
        step.Backward.Layers[l].Delta[k]);

    Exercise Gradients(int l) => new(
        $"Gradients: {NameOf(l)}",
        $@"$\frac{{\partial L}}{{\partial w_{{ji}}}} = {Symbol(@"\delta", l, "j")} {Input(l, "i")}$ and " +
            $@"$\frac{{\partial L}}{{\partial b_j}} = {Symbol(@"\delta", l, "j")}$.",
        [
            .. Units(l).SelectMany(j => Inputs(l).Select(i => new Blank(
                Partial(Weight(l, j, i)), $"{Symbol(@"\delta", l, j)} {Input(l, i)}", step.Backward.Layers[l].WeightGradient[j, i])
            {
                Substituted = $@"{Tex.Operand(step.Backward.Layers[l].Delta[j])} \cdot {Tex.Operand(step.Forward.ActivationsOf(l)[i])}",
            })),
            .. Units(l).Select(j =>
                new Blank(Partial(Symbol("b", l, j)), Symbol(@"\delta", l, j), step.Backward.Layers[l].BiasGradient[j])),
        ]);

    Exercise Update(int l)
    {
        var gradient = step.Gradient.Layers[l];
        var rule = step.Rule.IsPlain
            ? @"$w \leftarrow w - \eta \frac{\partial L}{\partial w}$ and $b \leftarrow b - \eta \frac{\partial L}{\partial b}$"
            : InWords(l);
        var mean = step.Batch.Count == 1 ? "." :
            $", with the gradients averaged over {(step.Batch.Count == numbers.Samples.Length ? "all " : "")}{step.Batch.Count} samples: " +
            $@"$\frac{{\partial L}}{{\partial W}} = {Tex.Matrix(gradient.Weights.EnumerateRows())}$ and " +
                $@"$\frac{{\partial L}}{{\partial b}} = {Tex.Column(gradient.Biases)}$.";
        return new($"Update: {NameOf(l)}", rule + mean,
        [
            .. Units(l).SelectMany(j => Inputs(l).SelectMany(i =>
                Lines(step.WorkingOf(new WeightAddress(l, i, j), Weight(l, j, i), Partial(Weight(l, j, i)))))),
            .. Units(l).SelectMany(j =>
                Lines(step.WorkingOf(new UnitAddress(l, j), Symbol("b", l, j), Partial(Symbol("b", l, j))))),
        ]);
    }

    // The optimizer with the numbers that are given.
    string InWords(int l)
    {
        var (rule, label) = (step.Rule, step.Rule.Optimizer.Label);
        var given = step.WorkingOf(new WeightAddress(l, 0, 0)).SelectMany(line => line.Operands)
            .Where(operand => operand.Kind == UpdateNumberKind.Given).Distinct()
            .Select(operand => $"${operand.Symbol} = {Tex.Number(operand.Value)}$");
        var memory = rule.Optimizer.Memory.IsEmpty ? "" : "; what it remembers begins at 0";
        var decay = rule.WeightDecay == 0 ? "" : "; biases do not decay";
        return $"{char.ToUpperInvariant(label[0])}{label[1..]}, ${OnPaper(rule.Optimizer.Formula)}$, with "
            + $"{string.Join(", ", given)}{memory}{decay}";
    }

    // Spaces of TeX that Markdown would take for an escape.
    static string OnPaper(string formula) => formula.Replace(@"\,", " ", StringComparison.Ordinal);

    // What the first line has computed, later ones call by its name.
    static IEnumerable<Blank> Lines(ImmutableArray<UpdateLine> lines) => lines.Select(line => new Blank(
        line.Result.Kind == UpdateNumberKind.Weight ? @"\text{new } " + line.Result.Symbol : line.Result.Symbol,
        OnPaper(line.Formula), line.Result.Value)
    {
        Substituted = line.Operands.Length == 1 ? null : UpdateLine.Whole(line.Write(new(
            [.. line.Operands.Select(operand => Tex.Number(operand.Value))],
            [.. line.Operands.Select(operand => Tex.Operand(operand.Value))], @" \cdot "))),
    });

    Exercise LossAfter() => new(
        "Was it a step forward?", "Go forward once more, with the new weights and biases.",
        [new(@"L_{\text{after}}", Tex.LossOf(step.Before.Loss), step.LossAfter)]);

    IEnumerable<int> Units(int l) => Enumerable.Range(0, Layers[l].UnitCount);

    IEnumerable<int> Inputs(int l) => Enumerable.Range(0, Layers[l].InputCount);

    static string Sum(int count, Func<int, string> term) => string.Join(" + ", Enumerable.Range(0, count).Select(term));

    string NameOf(int l) => $"layer {l + 1}, {numbers.Scene.Network.LayerNames[l + 1]}";

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

/// <summary>A number to be worked out by hand.</summary>
/// <param name="Symbol">What it is called, in TeX.</param>
/// <param name="Formula">How it follows from numbers that are known by then, in TeX.</param>
/// <param name="Value">The answer.</param>
internal sealed record Blank(string Symbol, string Formula, double Value)
{
    /// <summary>The formula with its numbers put in, where that helps.</summary>
    public string? Substituted { get; init; }
}

/// <summary>A step of the calculation.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Explanation">What there is to know before.</param>
/// <param name="Blanks">What there is to work out, in an order in which each needs only those before.</param>
internal sealed record Exercise(string Title, string Explanation, ImmutableArray<Blank> Blanks);
