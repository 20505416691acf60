using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A weight's gradient as a sum over paths.</summary>
public class WeightTraceTests
{
    [Theory]
    [InlineData("3-4-2", "sigmoid", "half_squared_error")]
    [InlineData("2-3-3-2", "tanh", "mean_squared_error")]
    [InlineData("2-2-3-2-2", "[tanh, tanh, tanh, softmax]", "categorical_cross_entropy")]
    public void All_paths_together_are_the_gradient(string layers, string activation, string loss)
    {
        var step = new LessonNumbers(Lessons.Read(Lessons.Sized(layers, activation, loss))).Step;
        for (var layer = 0; layer < step.Before.Layers.Length; layer++)
            for (var from = 0; from < step.Before.Layers[layer].InputCount; from++)
            {
                var edge = new Edge(layer, from, 0);
                var paths = GradientPaths.Of(step, edge, most: 1000);
                Assert.Equal(paths.Count, paths.Largest.Length);
                Assert.Equal(step.GradientOf(edge), paths.Largest.Sum(path => path.Value), 1e-14);
                Assert.All(
                    paths.Largest,
                    path =>
                        Assert.Equal(
                            path.Value,
                            PathFactor.Of(step, edge, path, Palette.Dark).Aggregate(1.0, (value, factor) => value * factor.Value), 1e-14));
            }
    }

    [Fact]
    public void The_largest_paths_are_found_without_following_all()
    {
        var step = new LessonNumbers(Lessons.Read(Lessons.Sized("3-5-5-5-4"))).Step;
        var all = GradientPaths.Of(step, new(0, 1, 2), most: 10_000);
        var few = GradientPaths.Of(step, new(0, 1, 2), most: 3);

        Assert.Equal(100, all.Count);
        Assert.Equal(
            all.Largest.Take(3).Select(path => (string.Join('-', path.Units), path.Value)),
            few.Largest.Select(path => (string.Join('-', path.Units), path.Value)));
        Assert.Equal(all.Largest.Skip(3).Sum(path => path.Value), few.Rest, 1e-14);
    }

    [Theory]
    [InlineData("hidden[1] -> output[0]")]
    [InlineData("input[0] -> hidden[2]")]
    public void The_written_products_and_their_sum_are_the_traces(string weight)
    {
        var text = Lessons.Sized("3-4-2", phases: ["forward", "loss", $"{{ trace_weight: {{ weight: '{weight}' }} }}"]);
        var (lesson, scene) = (Lessons.Make(text), Lessons.Read(text));
        var step = new LessonNumbers(scene).Step;
        var edge = scene.Network.Find(((TraceWeightOptions)scene.Phases[2]).Weight!.Value)!.Value;
        var paths = GradientPaths.Of(step, edge, most: 3);
        var formulas = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<FormulaText>().OrderBy(f => f.Origin.Y)
            .Select(f => WrittenNumber.In(f.Source).ToList()).Where(n => n.Count > 0).ToList();

        Assert.Equal(paths.Largest.Length + 1, formulas.Count);
        foreach (var (path, written) in paths.Largest.Zip(formulas))
        {
            double[] expected = [.. PathFactor.Of(step, edge, path, Palette.Dark).Select(factor => factor.Value), path.Value];
            Assert.Equal(expected.Length, written.Count);
            Assert.All(
                expected.Zip(written), pair => Assert.True(pair.Second.StandsFor(pair.First), $"{pair.Second.Text} for {pair.First}"));
        }
        Assert.True(formulas[^1][^1].StandsFor(step.GradientOf(edge)));
    }

    [Theory]
    [InlineData("3-4-2", "sigmoid", "half_squared_error")]
    [InlineData("2-3-3-2", "tanh", "mean_squared_error")]
    [InlineData("2-3-2", "[relu, softmax]", "categorical_cross_entropy")]
    public void Whoever_calculates_with_the_factors_as_written_gets_the_products_and_the_sum_as_written(
        string layers, string activation, string loss)
    {
        var sizes = layers.Split('-').Select(int.Parse).ToArray();
        for (var from = 0; from < sizes[0]; from++)
            for (var to = 0; to < sizes[1]; to++)
            {
                var lesson = Lessons.Make(
                    Lessons.Sized(
                        layers, activation, loss,
                        phases:
                        [
                            "forward", "loss",
                            $"{{ trace_weight: {{ weight: 'input[{from}] -> {(sizes.Length == 3 ? "hidden" : "hidden1")}[{to}]' }} }}",
                        ]),
                    "video.fps=5");
                var formulas = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<FormulaText>().OrderBy(f => f.Origin.Y)
                    .Select(f => f.Source).Where(s => WrittenNumber.In(s).Any()).ToList();
                Assert.All(formulas, source => Assert.DoesNotContain(@"\approx", source));
                var products = formulas.SkipLast(1).Select(source => WrittenNumber.In(source).ToList()).ToList();
                Assert.All(
                    products,
                    row =>
                        Assert.True(
                            row[^1].StandsFor(row.SkipLast(1).Aggregate(1.0, (product, factor) => product * factor.Value)),
                            string.Join(" · ", row.Select(n => n.Text))));
            }
    }

    [Fact]
    public void Factors_that_are_exact_are_not_written_with_more_digits()
    {
        ShownFactor[] factors = [new(0.5978, 3), new(0.2404, 3), new(0.6449, 2), new(0.2474, 3), new(0.9, 2)];
        var product = factors.Aggregate(1.0, (p, f) => p * f.Value);
        var decimals = ShownFactors.DecimalsFor([factors], 3).Single();

        Assert.Equal(2, decimals[^1]);
        Assert.True(decimals[2] > 2);
        Assert.Equal(
            Rounded.AsWritten(product, 3),
            Rounded.AsWritten(factors.Zip(decimals, (f, d) => Rounded.AsWritten(f.Value, d)).Aggregate(1.0, (p, f) => p * f), 3));
    }

    [Fact]
    public void Factors_are_lit_in_the_order_in_which_the_error_meets_them()
    {
        var text =
            Lessons.Sized("3-4-2", phases: ["forward", "loss", "{ trace_weight: { weight: 'hidden[1] -> output[0]', duration: 12s } }"]);
        var lesson = Lessons.Make(text, "video.fps=30");
        var chapter = lesson.Chapter("trace_weight");
        int First(Func<DrawItem, bool> isLit) => chapter.Frames(1).First(n => lesson.FrameAt(n).Items.Any(isLit));

        var error = First(i => i is Ring ring && ring.Color.WithAlpha(255) == Palette.Dark.FactorError && ring.Color.Alpha > 60);
        var slope = First(i => i is Ring ring && ring.Color.WithAlpha(255) == Palette.Dark.FactorSlope && ring.Color.Alpha > 60);
        var input = First(i => i is Ring ring && ring.Color.WithAlpha(255) == Palette.Dark.FactorInput && ring.Color.Alpha > 60);
        Assert.True(error < slope && slope < input, $"{error} {slope} {input}");
    }
}
