using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>δ of one unit and the gradient of one weight that leads to it, in symbols and with their numbers.</summary>
internal sealed class DeltaFormulas
{
    readonly LearningStep step;
    readonly LayerBackward layer;
    readonly Unit unit;
    readonly Edge edge;
    readonly string sender;
    readonly Words words;

    /// <param name="unit">Not of the input.</param>
    public DeltaFormulas(LessonStage stage, LearningStep step, Unit unit)
    {
        (this.step, this.unit, words) = (step, unit, stage.Words);
        layer = step.Backward.Layers[unit.Layer - 1];
        edge = Focus.EdgeOf(stage, step, unit.Layer - 1);
        sender = Focus.NameOf(stage, new Unit(edge.Layer, edge.From));
    }

    /// <summary>δ = (ŷ − y) · σ′(z), or what stands for it in this layer.</summary>
    public string DeltaInSymbols
    {
        get
        {
            if (IsMixed)
                return @"\delta_k = \textstyle\sum_j \displaystyle \part{error}{\frac{\partial L}{\partial a_j}} \cdot "
                    + @"\part{slope}{\frac{\partial a_j}{\partial z_k}}";
            var activation = step.Before.Layers[unit.Layer - 1].Activation;
            var slope = $@"\underbrace{{{activation.SlopeInTex("z")}}}_{{{Formula.Words(words.Formula.Slope)}}}";
            var (rawError, sum) = (Formula.Words(words.Formula.RawError), Formula.Words(words.Formula.BackpropSum));
            if (layer.IsCancelled) return $@"\delta = \part{{error}}{{\underbrace{{\hat{{y}} - y}}_{{{rawError}}}}}";
            if (!IsOutput)
                return $@"\delta = \part{{error}}{{\underbrace{{\textstyle\sum w\,\delta}}_{{\mathclap{{{sum}}}}}}} \;\cdot\; "
                    + $@"\part{{slope}}{{{slope}}}";
            return step.Before.Loss.SlopeIsRawError
                ? $@"\delta = \part{{error}}{{\underbrace{{(\hat{{y}} - y)}}_{{{rawError}}}}} \cdot \part{{slope}}{{{slope}}}"
                : $@"\delta = \part{{error}}{{\frac{{\partial L}}{{\partial \hat{{y}}}}}} \cdot \part{{slope}}{{{slope}}}";
        }
    }

    /// <summary>The same with its factors put in, in pieces between which a line may break.</summary>
    public IEnumerable<string> DeltaWithNumbers
    {
        get
        {
            if (IsMixed)
            {
                foreach (var (i, term) in MixedTerms.Index()) yield return (i == 0 ? "= " : "{} + ") + term;
                yield break;
            }
            var terms = ErrorTerms;
            var (opening, closing) = layer.IsCancelled ? ("", "") : ("(", ")");
            var slope = layer.IsCancelled ? "" : $@" \cdot \part{{slope}}{{{Numbers.InFormula.Factor(layer.Slope[unit.Index], 3)}}}";
            for (var i = 0; i < terms.Length; i++)
            {
                var (isFirst, isLast) = (i == 0, i == terms.Length - 1);
                yield return $@"{(isFirst ? "= " : "")}\part{{error}}{{{(isFirst ? opening : "{} + ")}{terms[i]}{(isLast ? closing : "")}}}"
                    + (isLast ? slope : "");
            }
        }
    }

    /// <summary>"= δ", or "≈ δ" where the digits on screen multiply to another last one.</summary>
    public string DeltaAsResult
    {
        get
        {
            var delta = layer.Delta[unit.Index];
            var calculated = layer.IsCancelled ? SeenError
                : IsMixed ? Rounded.Delta(layer.TermsOf(unit.Index))
                : SeenError * Rounded.AsWritten(layer.Slope[unit.Index], 3);
            return $@"{Rounded.Sign(calculated, delta, 3)} \part{{delta}}{{{Numbers.InFormula.Signed(delta)}}}";
        }
    }

    /// <summary>∂L/∂w = δ · a.</summary>
    public static string GradientInSymbols => @"\frac{\partial L}{\partial w} = \delta \cdot a";

    /// <summary>The same with the numbers of a weight that leads to the unit.</summary>
    public string GradientWithNumbers
    {
        get
        {
            var (delta, input) = (layer.Delta[unit.Index], step.Forward.ActivationsOf(edge.Layer)[edge.From]);
            var gradient = step.GradientOf(edge);
            var sign = Rounded.Sign(Rounded.AsWritten(delta, 3) * Rounded.AsWritten(input, 2), gradient, 3);
            return $@"= {Numbers.InFormula.Factor(delta, 3)} \cdot {Numbers.InFormula.Factor(input, 2)} {sign} "
                + Signs.Part(gradient);
        }
    }

    /// <summary>The unit that the weight comes from.</summary>
    public string GradientFrom => Formula.Words(words.Formula.FromUnit(sender));

    // Every output of softmax depends on every z: δ takes the slopes of all.
    bool IsMixed => layer.Jacobian is not null && !layer.IsCancelled;

    // Where no output has an error there is nothing to add up.
    ImmutableArray<string> MixedTerms => Formulas.DeltaTerms(layer.TermsOf(unit.Index), words) is { Length: > 0 } terms ? terms : ["0"];

    bool IsOutput => unit.Layer == step.Before.Layers.Length;

    bool IsRawError => layer.IsCancelled || step.Before.Loss.SlopeIsRawError;

    // The error as whoever calculates with the digits on screen has it.
    double SeenError => !IsOutput ? Rounded.BackpropSum(step, unit)
        : IsRawError ? Rounded.RawError(step, unit)
        : Rounded.AsWritten(layer.Incoming[unit.Index], 3);

    ImmutableArray<string> ErrorTerms
    {
        get
        {
            if (!IsOutput) return Formulas.BackpropSumTerms(step, unit, words);
            if (!IsRawError) return [Numbers.InFormula.Fine(layer.Incoming[unit.Index])];
            var (output, target) = (Numbers.InFormula.Value(step.Forward.Output[unit.Index]), step.Example.Target[unit.Index]);
            var written = Numbers.InFormula.Value(target);
            return [$"{output} - {(target < 0 ? $"({written})" : written)}"];
        }
    }
}
