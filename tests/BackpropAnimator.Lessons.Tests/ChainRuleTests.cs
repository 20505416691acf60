using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The chain rule of single weights: whatever the output and its target are, the factors on screen make the gradient.</summary>
public class ChainRuleTests
{
    const string Softmax = "activation: [sigmoid, softmax], loss: categorical_cross_entropy";

    static string Scene(string network, string target, string edge) => $$"""
        network: { layers: [2, 3, 3], {{network}}, seed: 724 }
        example: { input: [0.9, -0.4], target: {{target}} }
        phases: [forward: 2s, loss: 2s, chain_rule: { duration: 8s, edges: ['{{edge}}'] }]
        """;

    public static TheoryData<string, string> Outputs => new()
    {
        { Softmax, "[1, 0, 0]" },
        { Softmax, "[0, 0, 1]" },
        { Softmax, "[0.7, 0.3, 0]" },
        { "activation: [tanh, softmax], loss: half_squared_error", "[0, 1, 0]" },
        { "loss: binary_cross_entropy", "[1, 0, 0]" },
        { "loss: half_squared_error", "[1, 0, 0]" },
        { "activation: [relu, identity], loss: mean_squared_error", "[1, 0, 0]" },
        // So far out that the sigmoid's slope is nothing at all, while a − y is 1.
        { "loss: binary_cross_entropy, biases: [[0, 0, 0], [60, 60, 60]]", "[0, 0, 0]" },
    };

    [Theory, MemberData(nameof(Outputs))]
    public void The_factors_as_written_make_the_traces_gradient_for_every_output(string network, string target)
    {
        for (var output = 0; output < 3; output++)
        {
            var scene = Lessons.Read(Scene(network, target, $"hidden[1] -> output[{output}]"));
            var step = new LessonNumbers(scene).Step;
            var edge = new Edge(1, 1, output);
            var factors = ChainFactors.Of(step, edge);
            var lesson = new Lesson(scene, Lessons.Fonts);
            var shown = lesson.FrameAt(lesson.FrameCount - 40).Items.OfType<FormulaText>().Where(f => f.Style.Opacity > 0.9)
                .Select(f => f.Source).ToList();
            Assert.Empty(factors.Factors.SelectMany(factor => new[] { factor.Symbol, factor.Number }).Except(shown));
            Assert.Contains(factors.Result, shown);
            Assert.Contains(shown, source => source.Contains(factors.Delta, StringComparison.Ordinal));

            Assert.True(WrittenNumber.In(factors.Result).Single().StandsFor(step.GradientOf(edge)), factors.Result);
            var seen = Calculated(factors);
            Assert.Equal(step.GradientOf(edge), seen, 0.006 * Math.Max(1, Math.Abs(step.GradientOf(edge))));
            if (factors.Result[0] == '=')
                Assert.True(WrittenNumber.In(factors.Result).Single().StandsFor(seen), $"{factors}");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public void After_softmax_the_error_is_that_of_the_output_that_should_have_been_1(int output, int wrong)
    {
        var step = new LessonNumbers(Lessons.Read(Scene(Softmax, "[1, 0, 0]", $"hidden[1] -> output[{output}]"))).Step;
        var factors = ChainFactors.Of(step, new(1, 1, output));

        Assert.Equal(wrong, Assert.Single(factors.ErrorsAt));
        Assert.Contains(
            $@"\frac{{\partial a_{{{wrong + 1}}}}}{{\partial z_{{{output + 1}}}}}", factors.Factors[1].Symbol, StringComparison.Ordinal);
        var (error, slope) = (WrittenNumber.In(factors.Factors[0].Number).Single(), WrittenNumber.In(factors.Factors[1].Number).Single());
        Assert.True(error.StandsFor(-1 / step.Forward.Output[wrong]), error.Text);
        Assert.True(slope.StandsFor(step.Backward.Layers[1].Jacobian![wrong, output]), slope.Text);
    }

    [Theory, MemberData(nameof(Outputs))]
    public void Every_product_is_well_set(string network, string target)
    {
        foreach (var size in new[] { "1920x1080", "1080x1920", "1080x1080" })
        {
            var lesson = Lessons.Make(Scene(network, target, "hidden[1] -> output[1]"), $"video.size={size}", "video.fps=10");
            Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Where(p => lesson.Chapters[p.Phase].Kind == "chain_rule")
                .Select(p => p.Message));
        }
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Every_number_stands_in_the_middle_below_its_symbol_and_both_are_large(string size)
    {
        var lesson = Lessons.Make(Scene("loss: half_squared_error", "[1, 0, 0]", "hidden[1] -> output[1]"), $"video.size={size}");
        var factors = ChainFactors.Of(new LessonNumbers(lesson.Scene).Step, new(1, 1, 1));
        var shown = lesson.FrameAt(lesson.FrameCount - 40).Items.OfType<FormulaText>().ToList();
        foreach (var factor in factors.Factors)
        {
            var (symbol, number) = (shown.Single(f => f.Source == factor.Symbol), shown.Single(f => f.Source == factor.Number));
            var (above, below) = (symbol.Bounds(Lessons.Fonts), number.Bounds(Lessons.Fonts));
            Assert.Equal(above.MidX, below.MidX, 8f);
            Assert.True(below.Top > above.Bottom, $"{factor}");
            Assert.InRange(number.Size, 48, 90);
        }
    }

    // What a viewer with a calculator gets: (error · slope + …) · input, or δ · input.
    static double Calculated(ChainFactors factors)
    {
        var numbers = factors.Factors.Select(factor => WrittenNumber.In(factor.Number).Select(number => number.Value).ToList()).ToList();
        return numbers.Aggregate(
            1.0, (product, factor) => product * (factor.Count == 1 ? factor[0] : factor.Chunk(2).Sum(pair => pair[0] * pair[1])));
    }
}
