using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The boxes of the inspect phase hold the trace's own numbers.</summary>
public class InspectPhaseTests
{
    const string Xor = """
        network: { layers: [2, 2, 1], learning_rate: 2, seed: 133 }
        data: xor
        example: { input: [0, 1], target: [1] }
        video: { fps: 30 }
        phases: [forward, inspect]
        """;

    [Theory]
    [InlineData("hidden[0] -> output[0]", 1)]
    [InlineData("hidden[1] -> output[0]", 2)]
    [InlineData("input[1] -> hidden[0]", 1)]
    [InlineData("input[0] -> hidden[1]", 3)]
    public void Every_factor_and_product_is_the_traces(string weight, int sample)
    {
        var scene = Lessons.Read(Xor, $"phases.inspect.weight={weight}", $"phases.inspect.sample={sample}");
        var numbers = new LessonNumbers(scene);
        var step = new LearningStep(numbers.Network, numbers.Samples[sample], 0);
        var edge = scene.Network.Find(((InspectOptions)scene.Phases[1]).Weight!.Value)!.Value;
        var layer = step.Backward.Layers[edge.Layer];

        var shown = ResultsOf(new Lesson(scene, Lessons.Fonts));
        Assert.Equal(5, shown.Count);
        double[] wanted =
        [
            layer.Incoming[edge.To], layer.Slope[edge.To], layer.Delta[edge.To], step.Forward.ActivationsOf(edge.Layer)[edge.From],
            layer.WeightGradient[edge.To, edge.From],
        ];
        Assert.All(shown.Zip(wanted), pair => Assert.True(pair.First.StandsFor(pair.Second), $"{pair.First.Text} for {pair.Second}"));
        Assert.Equal(wanted[2], wanted[0] * wanted[1], 12);
        Assert.Equal(wanted[4], wanted[2] * wanted[3], 12);
    }

    [Theory]
    [InlineData("hidden[0] -> output[0]", "raw error (a − y)")]
    [InlineData("input[1] -> hidden[0]", "backprop sum (Σ w δ)")]
    public void The_error_is_called_what_it_is(string weight, string name)
    {
        var lesson = Lessons.Make(Xor, $"phases.inspect.weight={weight}");
        Assert.Contains(name, Last(lesson).Items.OfType<TextLine>().Select(t => t.Text));
    }

    [Fact]
    public void Rounded_factors_that_give_another_last_digit_are_not_called_equal()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var scene = Lessons.Read(Xor, $"network.seed={seed}");
            var arithmetic = ConnectionArithmetic.Of(new LessonNumbers(scene).Step, new(1, 0, 0), "Hidden 1", Words.Of("en"));
            foreach (var product in new[] { arithmetic.Delta, arithmetic.Gradient })
            {
                // Powers of ten have fewer digits; there is nothing to calculate with.
                if ((product.Numbers + product.Result).Contains("10^", StringComparison.Ordinal)) continue;
                var factors = WrittenNumber.In(product.Numbers).ToList();
                // Half way between two digits either is right.
                if (Math.Abs(Math.Abs(factors[0].Value * factors[1].Value * 1000 % 1) - 0.5) < 1e-6) continue;
                var agrees = Math.Abs(Math.Round(factors[0].Value * factors[1].Value, 3, MidpointRounding.AwayFromZero)
                    - Math.Round(product.Value, 3, MidpointRounding.AwayFromZero)) < 1e-9;
                Assert.True(agrees == product.Result.StartsWith('='), $"{product.Numbers} {product.Result} of {product.Value}");
            }
        }
    }

    [Fact]
    public void A_dead_units_weights_have_a_gradient_of_exactly_nothing()
    {
        var scene = Lessons.Read("""
            network: { layers: [2, 3, 1], activation: [relu, identity], learning_rate: 1, seed: 421 }
            data: xor
            training: { epochs: 60 }
            phases: [train, inspect: { weight: "input[0] -> hidden[1]", sample: 2 }]
            """);
        var lesson = new Lesson(scene, Lessons.Fonts);
        Assert.Equal(["= 0", "= 0", "= 0"], new[] { 1, 2, 4 }.Select(i => ResultTexts(lesson)[i]));
        Assert.Contains("slope: z ≤ 0, it is off", Last(lesson).Items.OfType<TextLine>().Select(t => t.Text));
    }

    [Fact]
    public void Where_cross_entropy_cancels_the_slope_delta_is_the_raw_error()
    {
        var step = new LessonNumbers(Lessons.Read(Xor, "network.loss=binary_cross_entropy")).Step;
        var arithmetic = ConnectionArithmetic.Of(step, new(1, 0, 0), "Hidden 1", Words.Of("en"));
        Assert.Equal(step.Forward.Output[0] - 1, arithmetic.Error.Value, 12);
        Assert.Equal(arithmetic.Error.Value, arithmetic.Delta.Value);
        Assert.Equal("slope, cancelled by the loss", arithmetic.Slope.Name);
    }

    [Theory]
    [InlineData("0.04s")]
    [InlineData("0.5s")]
    [InlineData("60s")]
    public void It_can_be_shown_for_any_time(string duration) =>
        Frames.AssertDrawable(Lessons.Make(Xor, $"phases.inspect.duration={duration}"), every: 17);

    [Theory]
    [InlineData("[2, 1]", "sigmoid", "half_squared_error")]
    [InlineData("[2, 4, 4, 1]", "tanh", "mean_squared_error")]
    [InlineData("[2, 40, 1]", "relu", "mean_absolute_error")]
    [InlineData("[2, 8, 8, 8, 8, 1]", "gelu", "half_squared_error")]
    public void Networks_of_other_shapes_can_be_inspected(string layers, string activation, string loss)
    {
        foreach (var size in new[] { "1280x720", "720x1280", "720x720" })
        {
            var lesson = Lessons.Make(
                Xor, $"network.layers={layers}", $"network.activation={activation}", $"network.loss={loss}", $"video.size={size}",
                "video.fps=4");
            Frames.AssertDrawable(lesson, every: 1);
            Assert.Equal(
                [],
                LayoutCheck.Run(lesson, Lessons.Fonts).Where(p => lesson.Chapters[p.Phase].Kind == "inspect")
                    .Select(p => p.Message.ToString(null)));
        }
    }

    static Frame Last(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    // The results of the boxes, read as one reads them: row by row from the left.
    static List<string> ResultTexts(Lesson lesson)
    {
        var items = Last(lesson).Items;
        var boxes =
            items.OfType<Panel>().Where(p => p.BorderWidth > 0 && p.Rect.Width > 200).OrderBy(p => p.Rect.Top).ThenBy(p => p.Rect.Left);
        var results = items.OfType<FormulaText>()
            .Where(f => f.Source.StartsWith('=') || f.Source.StartsWith(@"\approx", StringComparison.Ordinal)).ToList();
        return [.. boxes.Select(box => results.Single(r => box.Rect.Contains(r.Origin.X, r.Origin.Y)).Source)];
    }

    static List<WrittenNumber> ResultsOf(Lesson lesson) => [.. ResultTexts(lesson).Select(text => WrittenNumber.In(text).Single())];
}
