using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The gradients of two deep networks, layer by layer.</summary>
public class VanishingGradientsTests
{
    const string Text = """
        network: { layers: [3, 5, 5, 5, 5, 1], initialization: he, seed: 2 }
        example: { input: [0.8, 0.2, 0.5], target: [1] }
        phases: [{ vanishing: { duration: 12s } }]
        """;

    static readonly Scene scene = Lessons.Read(Text);
    static readonly Lesson lesson = new(scene, Lessons.Fonts);

    static Frame Last => lesson.FrameAt(lesson.FrameCount - 1);

    // By hand from the seed: the mean |∂L/∂w| of each layer.
    static List<double> SizesOf(Activation hidden)
    {
        var network = DenseNetwork.Seeded(
            scene.Network.Layers, [hidden, hidden, hidden, hidden, new Sigmoid()], new HalfSquaredError(), new HeInitialization(), seed: 2);
        var example = Example.Of(scene.Example.Input, scene.Example.Target);
        var backward = network.Backward(network.Forward(example.Input), example.Target);
        return [.. backward.Layers.Select(layer => layer.WeightGradient.Enumerate().Average(Math.Abs))];
    }

    static List<SKRect> BarsIn(Frame frame, bool isLeft) =>
        [.. frame.Items.OfType<Panel>().Where(p => p.Role == RoleOf.Bar && p.Rect.MidX < 960 == isLeft).Select(p => p.Rect)
            .OrderBy(r => r.MidX)];

    [Fact]
    public void Every_bar_carries_the_mean_gradient_of_its_layer()
    {
        foreach (var (isLeft, sizes) in new[] { (true, SizesOf(new Sigmoid())), (false, SizesOf(new Relu())) })
        {
            var numbers = Last.Items.OfType<TextLine>().Where(t => t.Position.X < 960 == isLeft && t.Role == RoleOf.BarValue)
                .Where(t => WrittenNumber.In(t.Text).Any()).OrderBy(t => t.Position.X).Select(t => WrittenNumber.In(t.Text).Single())
                    .ToList();
            Assert.Equal(5, numbers.Count);
            Assert.All(numbers.Zip(sizes), pair => Assert.True(pair.First.StandsFor(pair.Second), $"{pair.First.Text} for {pair.Second}"));
        }
    }

    [Fact]
    public void Bars_of_both_sides_have_one_logarithmic_scale()
    {
        var (bars, sizes) = (
            (List<SKRect>)[.. BarsIn(Last, isLeft: true), .. BarsIn(Last, isLeft: false)],
            (List<double>)[.. SizesOf(new Sigmoid()), .. SizesOf(new Relu())]);
        Assert.Equal(10, bars.Count);
        var perDecade = (bars[4].Height - bars[0].Height) / Math.Log10(sizes[4] / sizes[0]);
        Assert.All(
            bars.Zip(sizes), bar => Assert.Equal(perDecade * Math.Log10(bar.Second / sizes[0]), bar.First.Height - bars[0].Height, 0.5));
    }

    [Fact]
    public void Bars_grow_from_the_output_backwards_on_both_sides_at_once()
    {
        List<int> counts = [];
        for (var n = 0; n < lesson.FrameCount; n += 5)
        {
            var (one, other) = (BarsIn(lesson.FrameAt(n), isLeft: true), BarsIn(lesson.FrameAt(n), isLeft: false));
            Assert.InRange(one.Count - other.Count, -1, 1);
            counts.Add(one.Count);
            // Where only some have grown, they are the last ones.
            if (one.Count is > 0 and < 5) Assert.True(one[0].MidX > BarsIn(Last, isLeft: true)[4 - one.Count].MidX);
        }
        Assert.Equal(counts.Order(), counts);
        Assert.Equal([0, 1, 2, 3, 4, 5], counts.Distinct());
    }

    [Fact]
    public void The_first_layer_is_compared_with_the_last_one()
    {
        var sizes = SizesOf(new Sigmoid());
        var words =
            Last.Items.OfType<TextLine>().Single(t => t.Text.StartsWith("layer 1: ", StringComparison.Ordinal) && t.Position.X < 960).Text;
        var ratio = double.Parse(words.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(ratio / (sizes[^1] / sizes[0]), 0.95, 1.05);
        Assert.EndsWith("× less than out", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wave_goes_back_through_the_network()
    {
        // What burns on behind the front draws the middle of the light back a little as the front fades.
        const double back = 20;
        var path = Light.Path(lesson.Chapters[0], every: 5, n => Light.MeanX(lesson.FrameAt(n), Light.IsOrange));
        Assert.All(path.Zip(path.Skip(1)), step => Assert.True(step.Second <= step.First + back, $"{step}"));
        Assert.True(path[^1] < path[0] - 5 * back, $"{path[0]} to {path[^1]}");
    }

    [Fact]
    public void A_network_whose_gradients_are_all_gone_says_so()
    {
        // Units that are off for a negative input, and nothing behind them.
        var dead = Lessons.Make("network: { layers: [1, 1, 1], activation: [relu, sigmoid], weights: [[[1]], [[1]]] }\nexample: { " +
            "input: [-1], target: [1] }\nphases: [{ vanishing: { right: { weights: [[[-1]], [[1]]] } } }]\n");
        Frames.AssertDrawable(dead, every: 10);
        Assert.Contains(dead.FrameAt(dead.FrameCount - 1).Items.OfType<TextLine>(), t => t.Text == "no gradient arrives");
    }

    [Theory]
    [InlineData("[2, 10, 10, 10, 10, 10, 10, 10, 10, 1]")]
    [InlineData("[2, 3, 1]")]
    [InlineData("[2, 40, 40, 1]")]
    public void Networks_of_any_depth_are_well_set(string layers)
    {
        foreach (var size in new[] { "1920x1080", "1080x1920", "1080x1080" })
        {
            var made = Lessons.Make(
                Text.Replace("[3, 5, 5, 5, 5, 1]", layers, StringComparison.Ordinal)
                    .Replace("[0.8, 0.2, 0.5]", "[0.8, 0.2]", StringComparison.Ordinal),
                $"video.size={size}");
            Assert.Empty(LayoutCheck.Run(made, Lessons.Fonts).Select(p => p.Message));
        }
    }
}
