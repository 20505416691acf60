using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The phases of the story: that what they show are the network's own numbers.</summary>
public class StoryPhaseTests
{
    const string Network = """
        network: { layers: [3, 4, 2], activation: tanh, learning_rate: 0.4, seed: 7 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        """;

    const string Classifier = """
        network: { layers: [6, 4, 3], activation: [tanh, softmax], loss: categorical_cross_entropy, seed: 2903 }
        data:
          - { input: [0.85, 0.62, 0.90, 0.84, 0.64, 0.78], target: [1, 0, 0] }
          - { input: [0.87, 0.66, 0.81, 0.77, 0.72, 0.74], target: [0, 1, 0] }
          - { input: [0.80, 0.81, 0.75, 0.55, 0.55, 0.43], target: [0, 0, 1] }
        training: { epochs: 400, batch: sample }
        """;

    static string Scene(string network, string phase) => $"{network}\nphases: [{{ {phase} }}]";

    static Frame Last(string text, params string[] overrides) =>
        Lessons.Make(text, overrides) is var lesson ? lesson.FrameAt(lesson.FrameCount - 1) : null!;

    static IEnumerable<string> TextsOf(Frame frame) =>
        frame.Items.OfType<TextLine>().Where(text => text.Color.Alpha > 128).Select(text => text.Text);

    static IEnumerable<string> FormulasOf(Frame frame) =>
        frame.Items.OfType<FormulaText>().Where(formula => formula.Style.Opacity > 0.5).Select(formula => formula.Source);

    static LearningStep StepOf(string text) => new LessonNumbers(Lessons.Read(text)).Step;

    // --- classify ---

    [Theory]
    [InlineData("cat")]
    [InlineData("dog")]
    [InlineData("truck")]
    public void The_bars_are_the_networks_answer_to_the_brightness_of_the_picture(string picture)
    {
        var scene = Scene(Classifier, $"classify: {{ picture: {picture} }}");
        var kind = Enum.Parse<PictureKind>(picture, ignoreCase: true);
        var shares = new LessonNumbers(Lessons.Read(scene)).Network.Forward(new Picture(kind, []).Brightness(3, 2, Lessons.Fonts)).Output;

        var texts = TextsOf(Last(scene)).ToList();

        Assert.Equal(shares.Select(ProbabilityBars.Percent).Order(), texts.Where(text => text.EndsWith('%')).Order());
        string[] classes = ["cat", "dog", "truck"];
        var winner = classes[shares.MaximumIndex()];
        Assert.Contains($"The network says: {winner}", texts);
        Assert.Contains(winner == picture ? "That is right." : $"Wrong: it is a {picture}.", texts);
    }

    [Fact]
    public void With_random_weights_the_cat_is_taken_for_a_truck_and_after_training_for_a_cat()
    {
        Assert.Contains("The network says: truck", TextsOf(Last(Scene(Classifier, "classify: 10s"))));
        Assert.Contains("The network says: cat", TextsOf(Last(Scene(Classifier, "classify: { network: trained }"))));
    }

    [Fact]
    public void The_length_of_a_bar_is_its_share()
    {
        var scene = Scene(Classifier, "classify: 10s");
        var shares = StepOf(scene).Before.Forward(new Picture(PictureKind.Cat, []).Brightness(3, 2, Lessons.Fonts)).Output;
        List<SKRect> Panels(ItemRole role) =>
            [.. Last(scene).Items.OfType<Panel>().Where(panel => panel.Role == role).Select(panel => panel.Rect)];
        var (bars, tracks) = (Panels(RoleOf.Bar), Panels(RoleOf.BarTrack));

        // A bar is at least as long as it is high, so that its round ends meet.
        Assert.Equal((3, 3), (bars.Count, tracks.Count));
        for (var k = 0; k < 3; k++) Assert.Equal(Math.Max(bars[k].Height, shares[k] * tracks[k].Width), bars[k].Width, 0.01);
    }

    [Fact]
    public void A_number_that_leaves_the_grid_arrives_at_its_input()
    {
        var lesson = Lessons.Make(Scene(Classifier, "classify: 12s"));
        var places = Enumerable.Range(0, lesson.FrameCount)
            .Select(n => lesson.FrameAt(n).Items.OfType<TextLine>().FirstOrDefault(text => text.Text == "0.64")).OfType<TextLine>()
            .Select(text => text.Position).ToList();

        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True((pair.First - pair.Second).Length < 60, $"{pair}"));
        var inputs = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Disc>().Select(disc => disc.Centre).Distinct().GroupBy(c => c.X)
            .OrderBy(column => column.Key).First().OrderBy(c => c.Y).ToList();
        Assert.Equal(inputs[4], places[^1]);
    }

    [Theory]
    [InlineData(PictureKind.Cat)]
    [InlineData(PictureKind.Dog)]
    [InlineData(PictureKind.Truck)]
    public void A_drawn_picture_keeps_within_its_frame(PictureKind kind)
    {
        var place = new SKRect(100, 100, 700, 500);
        Assert.All(
            new Picture(kind, []).Items(place, 1),
            item =>
                Assert.True(
                    item.Bounds(Lessons.Fonts) is var b && b.Left >= 99 && b.Top >= 99 && b.Right <= 701 && b.Bottom <= 501,
                    $"{item}: {b}"));
    }

    [Fact]
    public void Brightness_is_that_of_the_pixels_field_by_field()
    {
        // Two pixels beside each other: black, and one whose luma is 0.7152.
        var picture = new Picture(PictureKind.Cat, PngOf(SKColors.Black, new SKColor(0, 255, 0)));
        Assert.Equal([0, 0.72], picture.Brightness(2, 1, Lessons.Fonts), (expected, found) => Math.Abs(expected - found) <= 0.0101);
    }

    [Fact]
    public void Half_the_light_halves_the_brightness_of_every_field()
    {
        var (bright, dim) = (
            new Picture(PictureKind.Dog, []).Brightness(3, 2, Lessons.Fonts),
            new Picture(PictureKind.Dog, [], light: 0.5).Brightness(3, 2, Lessons.Fonts));
        // The corners outside of the drawing stay as they are.
        Assert.Equal(bright.Select(b => 0.5 * b), dim, (expected, found) => Math.Abs(expected - found) <= 0.0151);
    }

    static ImmutableArray<byte> PngOf(params SKColor[] row)
    {
        // Large enough that smoothing between the two does not reach far.
        using var bitmap = new SKBitmap(new SKImageInfo(200 * row.Length, 200, SKColorType.Bgra8888, SKAlphaType.Premul));
        for (var x = 0; x < bitmap.Width; x++)
            for (var y = 0; y < bitmap.Height; y++) bitmap.SetPixel(x, y, row[x / 200]);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return [.. data.ToArray()];
    }

    [Fact]
    public void Outputs_that_stand_for_classes_are_called_by_them()
    {
        var lesson = Lessons.Make(Scene(Classifier, "chain: { weight: 'input[0] -> hidden[3]' }")
            .Replace("}]", "}, classify]", StringComparison.Ordinal));
        var chain = lesson.Chapter("chain");
        Assert.Contains("score of cat", TextsOf(lesson.FrameAt((chain.FirstFrame + chain.EndFrame) / 2)));
    }

    // --- scoreboard ---

    [Fact]
    public void A_prediction_of_a_tenth_for_a_truth_of_one_is_nine_tenths_off()
    {
        var frame = Last(Scene(Network, "scoreboard: { prediction: 0.1, truth: 1 }"));

        Assert.Equal(["0.1", "0.9 off", "1.0"], TextsOf(frame).Where(text => char.IsAsciiDigit(text[0]) && text != "0.0").Order());
        Assert.Equal([@"\tfrac{1}{2} \cdot 0.9^2 = \part{loss}{0.405}", @"|0.1 - 1.0| = \part{loss}{0.9}"], FormulasOf(frame).Order());
    }

    [Fact]
    public void Left_to_itself_the_scoreboard_judges_the_networks_own_output()
    {
        var scene = Scene(Network, "scoreboard: 9s");
        var output = StepOf(scene).Forward.Output[0];

        var off = WrittenNumber.In(TextsOf(Last(scene)).Single(text => text.EndsWith("off", StringComparison.Ordinal))).Single();

        Assert.Equal(Math.Abs(output - 1), off.Value, 0.0051);
    }

    [Fact]
    public void The_networks_own_loss_is_among_the_measures_and_marked()
    {
        var scene = Scene(Classifier, "scoreboard: 12s");
        var step = StepOf(scene);
        var frame = Last(scene);

        Assert.Contains(
            FormulasOf(frame),
            formula => formula.StartsWith(@"-\ln", StringComparison.Ordinal) && WrittenNumber.In(formula).Last().StandsFor(step.Loss));
        Assert.Single(TextsOf(frame), "this network's loss");
        // Of several outputs, half a square is not the whole loss; of numbers that are given, neither.
        Assert.DoesNotContain("this network's loss", TextsOf(Last(Scene(Network, "scoreboard: 12s"))));
        Assert.DoesNotContain("this network's loss", TextsOf(Last(Scene(Classifier, "scoreboard: { prediction: 0.1 }"))));
    }

    // --- nudge ---

    [Theory]
    [InlineData(0.2)]
    [InlineData(-0.05)]
    public void A_nudge_shows_what_the_gradient_foretold_and_what_forward_passes_measured(double epsilon)
    {
        var scene = Scene(Network, FormattableString.Invariant($"nudge: {{ weight: 'hidden[1] -> output[0]', epsilon: {epsilon} }}"));
        var step = StepOf(scene);
        var nudge = Nudge.Of(step.Before, [step.Example], new(1, 1, 0), epsilon);

        var formulas = FormulasOf(Last(scene)).ToList();

        Assert.True(WrittenNumber.In(formulas[0]).Last().StandsFor(nudge.PredictedChange), formulas[0]);
        Assert.True(WrittenNumber.In(formulas[1]).Last().StandsFor(nudge.Change), formulas[1]);
        Assert.True(WrittenNumber.In(formulas[1]).First().StandsFor(nudge.LossAfter), formulas[1]);
    }

    [Fact]
    public void The_needle_moves_while_the_weight_does_and_says_the_loss_of_that_moment()
    {
        var scene = Scene(Network, "nudge: { weight: 'hidden[1] -> output[0]', epsilon: 0.3 }");
        var (lesson, step) = (Lessons.Make(scene), StepOf(scene));
        var seen = 0;
        for (var n = 0; n < lesson.FrameCount; n++)
        {
            var texts = TextsOf(lesson.FrameAt(n)).ToList();
            if (texts.FirstOrDefault(t => t.StartsWith("loss L", StringComparison.Ordinal)) is not { } loss
                || texts.FirstOrDefault(t => t.StartsWith("w =", StringComparison.Ordinal)) is not { } weight)
                continue;
            var (w, l) = (WrittenNumber.In(weight).Single(), WrittenNumber.In(loss).Single());
            var exact = step.Before.With(new(1, 1, 0), w.Value).LossOver([step.Example]);
            Assert.Equal(exact, l.Value, 0.0005);
            seen++;
        }
        Assert.True(seen > 100, $"{seen} frames");
    }

    [Fact]
    public void The_numbers_beside_the_curve_of_a_nudge_are_the_values_of_its_weight_and_of_the_loss()
    {
        var scene = Scene(Network, "nudge: { weight: 'hidden[1] -> output[0]', epsilon: 0.3 }");
        var (frame, step) = (Last(scene), StepOf(scene));
        var nudge = Nudge.Of(step.Before, [step.Example], new(1, 1, 0), 0.3);

        var point = frame.Items.OfType<Disc>().Single(disc => disc.Role == RoleOf.MovingPoint);
        var (weight, loss) = new PlotOnScreen(frame, new(0, 0, frame.Stage.Width / 2, frame.Stage.Height)).ValueAt(point.Centre);

        Assert.Equal(step.Before.WeightAt(nudge.Weight) + 0.3, weight, 0.005);
        Assert.Equal(nudge.LossAfter, loss, 0.0005);
    }

    // --- chain ---

    [Theory]
    [InlineData("3, 4, 2")]
    [InlineData("2, 3, 3, 2")]
    [InlineData("1, 1, 1, 1")]
    public void The_links_of_a_chain_multiply_to_the_share_of_the_gradient_that_its_route_brings(string layers)
    {
        var inputs = layers[0] - '0';
        var scene = $$"""
            network: { layers: [{{layers}}], activation: tanh, seed: 3 }
            example: { input: [{{string.Join(", ", Enumerable.Repeat("0.5", inputs))}}], target: [{{(layers[^1] == '1' ? "1" : "1, 0")}}] }
            phases: [chain]
            """;
        var step = StepOf(scene);
        var edge = new Edge(0, 0, 0);
        var chain = EffectChain.Of(step, edge);

        // Cut every other way out of the route's units: what is left of the gradient is the route's own.
        var input = step.Forward.ActivationsOf(0)[0];
        var along = step.Backward.Layers[^1].Delta[chain.Units[^1].Index];
        for (var i = chain.Units.Length - 1; i > 0; i--)
            along *= step.Before.Layers[chain.Units[i].Layer
                - 1].Weights[chain.Units[i].Index, chain.Units[i - 1].Index] * step.Backward.Layers[chain.Units[i - 1].Layer
                - 1].Slope[chain.Units[i - 1].Index];

        Assert.Equal(along * input, chain.Contribution, 1e-12);
        Assert.Equal(step.Before.Layers.Length + 1, chain.Links.Length);
        if (layers == "1, 1, 1, 1") Assert.Equal(step.GradientOf(edge), chain.Contribution, 1e-12);
    }

    [Fact]
    public void Each_layer_back_adds_one_more_factor_to_the_product()
    {
        var scene = Scene(Network, "chain: { weight: 'input[0] -> hidden[1]' }");
        var (lesson, chain) = (Lessons.Make(scene), EffectChain.Of(StepOf(scene), new(0, 0, 1)));
        var products = Enumerable.Range(0, lesson.FrameCount).SelectMany(n => FormulasOf(lesson.FrameAt(n))).Distinct().ToList();

        Assert.Equal(3, products.Count);
        for (var factors = 1; factors <= 3; factors++)
        {
            var numbers = WrittenNumber.In(products[factors - 1]).ToList();
            Assert.Equal(factors + (factors > 1 ? 1 : 0), numbers.Count);
            Assert.All(numbers.Take(factors).Zip(chain.Links.Reverse()), pair => Assert.True(pair.First.StandsFor(pair.Second), $"{pair}"));
            Assert.True(numbers[^1].StandsFor(chain.ProductOfLast(factors)));
        }
    }

    [Fact]
    public void What_a_chain_moves_at_the_output_is_named_as_the_score_and_turns_as_far_as_that()
    {
        var scene = Scene(Classifier, "chain: { weight: 'input[0] -> hidden[3]' }");
        var (texts, chain) = (TextsOf(Last(scene)).ToList(), EffectChain.Of(StepOf(scene), new(0, 0, 3)));

        Assert.Contains($"score of Output {chain.Units[^1].Index + 1}", texts);
        Assert.Contains("z, before softmax", texts);
        // A real nudge of the weight moves that sum by as much, and no probability.
        const double nudge = 1e-6;
        var step = StepOf(scene);
        var moved = step.Before.With(new(0, 0, 3), step.Before.WeightAt(new(0, 0, 3)) + nudge).Forward(step.Example.Input);
        var z = (moved.Layers[^1].PreActivation - step.Forward.Layers[^1].PreActivation)[chain.Units[^1].Index] / nudge;
        Assert.Equal(z, chain.EffectAfter(2), 1e-4);
    }

    // --- table ---

    [Fact]
    public void The_table_has_the_four_steps_of_learning_and_their_words()
    {
        // Broken into lines where rows are large.
        var texts = string.Join(' ', TextsOf(Last(Scene(Network, "table: 18s"))));
        foreach (var words in new[]
        {
            "Forward pass",
            "Input flows through the network → prediction",
            "Loss",
            "Compare prediction to truth → single error number",
            "Backward pass",
            "The chain rule traces the error back through every layer",
            "Update",
            "Gradient descent nudges each weight",
        })
            Assert.Contains(words, texts, StringComparison.Ordinal);
    }

    [Fact]
    public void The_beat_lights_one_row_after_the_other()
    {
        var lesson = Lessons.Make(Scene(Network, "table: 18s"));
        // The brightest border is the row that the beat is in.
        var lit = Enumerable.Range(lesson.FrameCount * 4 / 5, lesson.FrameCount / 5)
            .Select(n => lesson.FrameAt(n).Items.OfType<Panel>().Where(panel => panel.BorderWidth >= 2).ToList())
            .Where(rows => rows.Count == 4).Select(rows => rows.IndexOf(rows.MaxBy(row => row.BorderWidth)!)).ToList();
        var order = lit.Where((row, i) => i == 0 || lit[i - 1] != row).ToList();

        Assert.True(order.Count > 5, string.Join(", ", order));
        Assert.All(order.Zip(order.Skip(1)), pair => Assert.Equal((pair.First + 1) % 4, pair.Second));
    }
}
