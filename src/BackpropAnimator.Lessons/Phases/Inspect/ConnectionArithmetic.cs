using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>One number of a calculation: what it is, how it comes about, and what it is worth.</summary>
/// <param name="Name">In words.</param>
/// <param name="Symbols">Its formula in symbols; may be empty.</param>
/// <param name="Numbers">The same with numbers put in; may be empty.</param>
/// <param name="Result">The value, with "=" or, where shown digits multiply to another last one, "≈".</param>
/// <param name="Value">The value itself.</param>
internal sealed record Quantity(string Name, string Symbols, string Numbers, string Result, double Value);

/// <summary>
/// All that goes into the gradient of one weight: the error that reaches its unit, the slope that lets it through, their product δ, the
/// input that came along the weight, and the gradient.
/// </summary>
internal sealed record ConnectionArithmetic(Quantity Error, Quantity Slope, Quantity Delta, Quantity Input, Quantity Gradient)
{
    public static ConnectionArithmetic Of(LearningStep step, Edge edge, string inputName, Words words)
    {
        var layer = step.Backward.Layers[edge.Layer];
        var (incoming, slope, delta) = (layer.Incoming[edge.To], layer.Slope[edge.To], layer.Delta[edge.To]);
        var input = step.Forward.ActivationsOf(edge.Layer)[edge.From];
        var gradient = step.GradientOf(edge);
        // Where the loss's slope and the activation's cancel, the error is a − y whatever the loss is.
        var error = layer.IsCancelled ? delta : incoming;
        var isMixed = layer.Jacobian is not null && !layer.IsCancelled;
        var passed = layer.IsCancelled ? Rounded.AsWritten(error, 3) : Rounded.AsWritten(error, 3) * Rounded.AsWritten(slope, 3);
        return new(
            isMixed ? new(words.Inspect.ErrorsOfOutputs, "", Formulas.Row(layer.Incoming), "", error) : ErrorOf(step, edge, error, words),
            layer.IsCancelled ? new(words.Inspect.SlopeCancelled, "", "", "1", 1)
                : isMixed ? new(words.Inspect.ItsSlope, "", Formulas.Row(layer.Jacobian!.Column(edge.To)), "", slope)
                : SlopeOf(step, edge, slope, words),
            isMixed ? MixedDelta(layer.TermsOf(edge.To), delta, words) : new(
                layer.IsCancelled ? words.Inspect.DeltaIsError : words.Inspect.Delta, "",
                layer.IsCancelled ? "" : $@"{Factor(error, 3)} \cdot {Factor(slope, 3)}", Result(passed, delta, signed: true), delta),
            new(words.Inspect.InputOf(inputName), "", "", Result(input, input, decimals: 2), input),
            new(
                "∂L/∂w = δ · a", "", $@"{Factor(delta, 3)} \cdot {Factor(input, 2)}",
                Result(Rounded.AsWritten(delta, 3) * Rounded.AsWritten(input, 2), gradient, signed: true), gradient));
    }

    // Row times column: the products of all outputs.
    static Quantity MixedDelta(ImmutableArray<DeltaTerm> terms, double delta, Words words) => new(
        words.Inspect.DeltaSum, @"\textstyle\sum_j \partial L / \partial a_j \cdot \partial a_j / \partial z_k",
        string.Join(" + ", Formulas.DeltaTerms(terms, words)), Result(Rounded.Delta(terms), delta, signed: true), delta);

    static Quantity ErrorOf(LearningStep step, Edge edge, double error, Words words)
    {
        var unit = new Unit(edge.Layer + 1, edge.To);
        if (unit.Layer < step.Before.Layers.Length)
            return new(
                words.Inspect.BackpropSum, @"\textstyle\sum w\,\delta", Formulas.BackpropSumWithNumbers(step, unit, words),
                Result(Rounded.BackpropSum(step, unit), error), error);
        if (!step.Backward.Layers[^1].IsCancelled && !step.Before.Loss.SlopeIsRawError)
            return new(words.Inspect.LossSlope, @"\partial L / \partial a", "", Result(error, error), error);
        var (a, y) = (step.Forward.Output[edge.To], step.Example.Target[edge.To]);
        return new(
            words.Inspect.RawError, "a - y", $"{Lessons.Numbers.InFormula.Value(a)} - {Factor(y, 2)}",
            Result(Rounded.RawError(step, unit), error), error);
    }

    static Quantity SlopeOf(LearningStep step, Edge edge, double slope, Words words)
    {
        var layer = step.Before.Layers[edge.Layer];
        var (z, a) = (step.Forward.Layers[edge.Layer].PreActivation[edge.To], step.Forward.Layers[edge.Layer].Activation[edge.To]);
        if (layer.Activation.IsOffBelowZero) return FromZ(z > 0 ? words.Inspect.SlopeOn : words.Inspect.SlopeOff);
        if (layer.Activation is not ElementwiseActivation { SlopeInA: { WithNumbers: { } withNumbers } fromA })
            return FromZ(words.Inspect.Slope);
        var shown = new Numeral(Rounded.AsWritten(a, 2), Factor(a, 2), $"(1 - {Factor(a, 2)})");
        return new(words.Inspect.SlopeAs(fromA.InWords ?? ""), "", withNumbers(shown), Result(fromA.At(shown.Value), slope), slope);

        Quantity FromZ(string name) => new(name, "", $"z = {Lessons.Numbers.InFormula.Value(z)}", Result(slope, slope), slope);
    }

    static string Factor(double value, int decimals) => value == 0 ? "0" : Lessons.Numbers.InFormula.Factor(value, decimals);

    // What is nothing at all is written so, and not as a number that may have been rounded.
    static string Result(double calculated, double value, bool signed = false, int decimals = 3)
    {
        var written =
            value == 0 ? "0"
            : signed ? Lessons.Numbers.InFormula.Signed(value)
            : decimals == 2 ? Lessons.Numbers.InFormula.Value(value)
            : Lessons.Numbers.InFormula.Fine(value);
        return $"{Rounded.Sign(calculated, value, decimals)} {written}";
    }
}
