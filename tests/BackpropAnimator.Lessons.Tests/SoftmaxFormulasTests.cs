using System.Globalization;
using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What is written of a unit of softmax takes all z of its layer, and its δ all slopes of the loss.</summary>
public class SoftmaxFormulasTests
{
    const string Scene = """
        network: { layers: [2, 3], activation: softmax, loss: mean_squared_error, seed: 4 }
        example: { input: [0.5, -0.8], target: [1, 0, 0] }
        phases: [forward, loss, backward, inspect]

        """;

    static readonly Lesson lesson = Lessons.Make(Scene);
    static readonly LearningStep step = new LessonNumbers(Lessons.Read(Scene)).Step;

    static List<string> FormulasOf(string kind) => [.. lesson.Chapter(kind).Frames(every: 10)
        .SelectMany(frame => lesson.FrameAt(frame).Items).OfType<FormulaText>().Select(formula => formula.Source).Distinct()];

    [Fact]
    public void Its_value_is_a_share_of_powers_of_every_z()
    {
        var sources = FormulasOf("forward");

        Assert.Contains(@"a_j = \frac{e^{z_j}}{\sum_k e^{z_k}}", sources);
        var powers = step.Forward.Layers[0].PreActivation.Select(z => $"e^{{{Numbers.InFormula.Value(z)}}}");
        Assert.Contains(sources, source => source.EndsWith($"}}{{{string.Join(" + ", powers)}}}", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, source => source.Contains("softmax", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_delta_is_a_sum_over_all_outputs()
    {
        var sources = FormulasOf("backward");

        Assert.Contains(sources, source => Regex.IsMatch(source, @"\\delta_k = .*\\sum_j.*partial L.*a_j.*partial a_j.*z_k"));
        Assert.DoesNotContain(sources, source => source.Contains("softmax", StringComparison.Ordinal));
        var layer = step.Backward.Layers[0];
        var unit = Enumerable.Range(0, 3).Single(k => sources.Contains(Piece(k, 0)));
        Assert.All(Enumerable.Range(0, 3), j => Assert.Contains(Piece(unit, j), sources));

        string Piece(int k, int j) => $@"{(j == 0 ? "= " : "{} + ")}\part{{error}}{{{Numbers.InFormula.Factor(layer.Incoming[j], 3)}}}"
            + $@" \cdot \part{{slope}}{{{Numbers.InFormula.Factor(layer.Jacobian![j, k], 3)}}}";
    }

    [Fact]
    public void Inspect_multiplies_the_slopes_of_the_loss_with_a_column_of_the_jacobian()
    {
        var arithmetic = ConnectionArithmetic.Of(step, new(0, 1, 2), "Input 2", Words.Of("en"));
        var layer = step.Backward.Layers[0];

        Assert.Equal(layer.Incoming, VectorIn(arithmetic.Error.Numbers), (a, b) => Math.Abs(a - b) < 6e-4);
        Assert.Equal(layer.Jacobian!.Column(2), VectorIn(arithmetic.Slope.Numbers), (a, b) => Math.Abs(a - b) < 6e-4);
        Assert.Equal(("", "", "δ = Σ error × slope"), (arithmetic.Error.Result, arithmetic.Slope.Result, arithmetic.Delta.Name));
        Assert.Equal(layer.Delta[2], arithmetic.Delta.Value);

        static IEnumerable<double> VectorIn(string numbers) => Regex.Matches(numbers, @"(\{−\})?\d\.\d+").Select(number =>
            double.Parse(number.Value.Replace("{−}", "-", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_target_that_is_met_leaves_a_delta_of_0()
    {
        var met = Lessons.Make("""
            network: { layers: [1, 2], activation: softmax, loss: mean_squared_error, weights: [[[1], [1]]] }
            example: { input: [1], target: [0.5, 0.5] }
            phases: [forward, loss, backward]
            """);
        var sources = met.Chapter("backward").Frames(every: 20)
            .SelectMany(n => met.FrameAt(n).Items.OfType<FormulaText>()).Select(formula => formula.Source);

        Assert.Contains(@"= \part{delta}{0}", sources);
    }
}
