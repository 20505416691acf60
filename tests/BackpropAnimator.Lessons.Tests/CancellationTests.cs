using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>How the slope of cross-entropy strikes out that of the output.</summary>
public class CancellationTests
{
    static string Scene(string network, string target, string options = "") => $$"""
        network: { {{network}}, seed: 4 }
        example: { input: [0.9, -0.4], target: {{target}} }
        phases: [{ cancel: { duration: 20s{{(options.Length > 0 ? ", " + options : "")}} } }]
        """;

    const string Sigmoid =
        "layers: [2, 2], loss: binary_cross_entropy", Softmax = "layers: [2, 3], activation: softmax, loss: categorical_cross_entropy";

    static List<string> FormulasOf(Lesson lesson) =>
        [.. Enumerable.Range(0, lesson.FrameCount).SelectMany(n => lesson.FrameAt(n).Items.OfType<FormulaText>())
            .Where(f => f.Style.Opacity > 0.9).Select(f => f.Source).Distinct()];

    [Theory]
    [InlineData(Sigmoid, "[1, 0]", "a")]
    [InlineData(Softmax, "[0, 1, 0]", "a_k")]
    public void The_error_itself_is_left(string network, string target, string output)
    {
        var formulas = FormulasOf(Lessons.Make(Scene(network, target)));

        Assert.StartsWith(@"\part{delta}{\delta", formulas[0], StringComparison.Ordinal);
        Assert.Contains(@"\frac{\partial L}{\partial a", formulas[0], StringComparison.Ordinal);
        var left = formulas.First(f => f.Contains($@"&= \part{{error}}{{{output} - y", StringComparison.Ordinal));
        Assert.DoesNotContain("slope", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        Sigmoid, "[1, 0]", @"\ln a", @"-\frac{y}{a} + \frac{1 - y}{1 - a}", @"\frac{-y\,(1 - a) + (1 - y)\,a}{a(1 - a)}",
        @"\frac{a - y}{a(1 - a)}")]
    [InlineData(Softmax, "[0, 1, 0]", @"\ln a_j", @"\frac{-y_j}{a_j}", @"\cancel{a_j}")]
    public void The_slope_of_the_loss_follows_from_its_logarithm(string network, string target, params string[] steps)
    {
        var all = string.Concat(FormulasOf(Lessons.Make(Scene(network, target))));
        var places = steps.Select(step => all.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData(Sigmoid, "[1, 0]", 2)]
    [InlineData(Softmax, "[0, 1, 0]", 1)]
    public void What_is_struck_out_stands_below_and_beside(string network, string target, int rows)
    {
        var struck = FormulasOf(Lessons.Make(Scene(network, target))).Single(f => f.Contains(@"\cancel", StringComparison.Ordinal));
        var pairs = Regex.Matches(struck, @"\\cancel{(?<what>[^{}]*)}").Select(m => m.Groups["what"].Value).Chunk(2).ToList();

        Assert.Equal(rows, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair[0], pair[1]));
    }

    [Theory]
    [InlineData(Sigmoid, "[1, 0]", "output: 0", 0)]
    [InlineData(Sigmoid, "[1, 0]", "output: 1", 1)]
    [InlineData(Softmax, "[0, 1, 0]", "output: 2", 2)]
    public void Its_numbers_are_those_of_the_output(string network, string target, string options, int output)
    {
        var scene = Lessons.Read(Scene(network, target, options));
        var step = new LessonNumbers(scene).Step;
        var (a, delta) = (step.Forward.Output[output], step.Backward.Layers[^1].Delta[output]);

        var left = FormulasOf(new(scene, Lessons.Fonts))
            .First(f => f.Contains(" - y", StringComparison.Ordinal) && !f.Contains("frac{a", StringComparison.Ordinal)
                && WrittenNumber.In(f).Any());

        var numbers = WrittenNumber.In(left).ToList();
        Assert.Equal(2, numbers.Count);
        Assert.True(numbers[0].StandsFor(a), $"{numbers[0].Text} for {a}");
        Assert.True(numbers[1].StandsFor(delta), $"{numbers[1].Text} for {delta}");
    }

    [Fact]
    public void The_output_furthest_from_its_target_is_taken_unless_the_scene_says_which()
    {
        var scene = Lessons.Read(Scene(Sigmoid, "[1, 0]"));
        var delta = new LessonNumbers(scene).Step.Backward.Layers[0].Delta;
        var last = WrittenNumber.In(FormulasOf(new(scene, Lessons.Fonts))[^1]).First();
        Assert.True(last.StandsFor(delta[delta.AbsoluteMaximumIndex()]));
    }

    [Fact]
    public void At_last_it_is_set_beside_what_squared_error_would_hand_back()
    {
        var scene = Lessons.Read(Scene(Sigmoid, "[1, 0]", "output: 0"));
        var step = new LessonNumbers(scene).Step;
        var a = step.Forward.Output[0];
        var numbers = WrittenNumber.In(FormulasOf(new(scene, Lessons.Fonts))[^1]).ToList();
        Assert.True(numbers[^1].StandsFor((a - 1) * a * (1 - a)), numbers[^1].Text);
    }

    [Theory]
    [InlineData("0.9999")]
    [InlineData("0.5")]
    [InlineData("1e-5")]
    public void However_sure_the_output_is_neither_a_nor_1_minus_a_is_written_as_nothing(string a)
    {
        var value = double.Parse(a, System.Globalization.CultureInfo.InvariantCulture);
        var z = FormattableString.Invariant($"{Math.Log(value / (1 - value))}");
        var lesson = Lessons.Make($"network: {{ layers: [1, 1], loss: binary_cross_entropy, weights: [[[{z}]]] }}\nexample: " +
            $"{{ input: [1], target: [0] }}\nphases: [cancel]\n");
        var factors = FormulasOf(lesson).Single(f => f.Contains(@"\cancel", StringComparison.Ordinal));
        Assert.All(WrittenNumber.In(factors), number => Assert.NotEqual(0, number.Value));
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Both_ways_are_well_set(string size)
    {
        Assert.Empty(LayoutCheck.Run(Lessons.Make(Scene(Sigmoid, "[1, 0]"), $"video.size={size}"), Lessons.Fonts).Select(p => p.Message));
        Assert.Empty(LayoutCheck.Run(Lessons.Make(Scene(Softmax, "[0, 1, 0]"), $"video.size={size}"), Lessons.Fonts)
            .Select(p => p.Message));
    }
}
