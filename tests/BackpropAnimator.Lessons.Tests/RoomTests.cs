using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Tests;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What is shown of a network follows from the room that each of its layers has, in every shape of picture.</summary>
public class RoomTests
{
    static readonly string[] shapes = ["1280x720", "720x1280", "1080x1080", "864x1080", "1680x720"];

    // Phases that take any network, and those that need its data.
    static readonly string[] ofOneExample =
    [
        "intro", "forward", "loss", "backward", "chain_rule", "weight_update", "inspect", "slope", "vanishing", "matrix", "outer_product",
        "trace_weight", "scoreboard", "chain", "nudge", "landscape", "table", "outro",
    ];

    static readonly string[] ofData =
    [
        "forward", "loss", "backward", "weight_update", "train", "train: { view: loss, table: samples }",
        "compare: { left: { learning_rate: 0.05 }, right: { learning_rate: 0.2 }, epochs: 30 }", "classify: { sample: 2 }", "inspect",
        "vanishing", "landscape", "outro",
    ];

    public static TheoryData<string, string, bool, string> Networks()
    {
        var all = from layers in new[] { "4, 8, 8, 3", "2, 16, 1", "6, 6, 6, 6", "13, 10, 5, 3", "784, 32, 10" }
                  from output in new[] { "relu", "tanh", "softmax" }
                  from hasData in new[] { false, true }
                  from shape in shapes
                  select (layers, output, hasData, shape);
        var chosen = new TheoryData<string, string, bool, string>();
        foreach (var (layers, output, hasData, shape) in Thorough.Sample(all, 16)) chosen.Add(layers, output, hasData, shape);
        return chosen;
    }

    [Theory, MemberData(nameof(Networks))]
    public void Every_network_that_a_class_would_use_is_well_set_in_every_shape(string layers, string output, bool hasData, string shape)
    {
        var phases = hasData ? ofData : output == "tanh" ? [.. ofOneExample, "sweep"] : ofOneExample;
        if (output == "softmax" && !hasData) phases = [.. phases, "cancel"];
        if (output == "tanh") phases = [.. phases.Where(phase => !phase.StartsWith("classify", StringComparison.Ordinal))];
        var problems = LayoutCheck.Run(Make(layers, output, hasData ? 15 : 0, shape, phases), Lessons.Fonts);

        Assert.Equal([], problems.Select(problem => $"{problem.Phase}: {problem.Message}"));
    }

    public static TheoryData<string, string> Scenes()
    {
        var folders = new[] { "scenes", "src/BackpropAnimator.Lessons/Phases" };
        var files = folders.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories));
        var all = from file in files.Order(StringComparer.Ordinal)
                  from shape in shapes
                  select (Path.GetRelativePath(Repository.Root, file), shape);
        var chosen = new TheoryData<string, string>();
        foreach (var (file, shape) in Thorough.Sample(all, 24)) chosen.Add(file, shape);
        return chosen;
    }

    [Theory, MemberData(nameof(Scenes))]
    public void Every_scene_that_is_shipped_is_well_set_in_every_shape(string file, string shape)
    {
        var read = SceneReader.Read(Path.Combine(Repository.Root, file), [$"video.size={shape}"]);
        var problems = LayoutCheck.Run(new Lesson(read.Scene!, Lessons.Fonts), Lessons.Fonts);

        Assert.Equal([], problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("4, 5, 3")]
    [InlineData("4, 6, 3")]
    [InlineData("4, 8, 8, 3")]
    [InlineData("4, 40, 3")]
    public void Targets_and_raw_errors_stand_beside_the_outputs_however_wide_a_hidden_layer_is(string layers)
    {
        foreach (var shape in shapes)
        {
            var texts = TextsAtTheEndOf("backward", Make(layers, "relu", 0, shape, "forward", "loss", "backward"));

            Assert.Equal(3, texts.Count(text => text.StartsWith("target y = ", StringComparison.Ordinal)));
            Assert.Equal(3, texts.Count(text => text.StartsWith("ŷ−y = ", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("4, 6, 3")]
    [InlineData("4, 8, 8, 3")]
    [InlineData("784, 32, 10")]
    public void The_wave_leaves_its_delta_at_every_unit_of_the_layer_that_it_reaches(string layers)
    {
        foreach (var shape in shapes)
        {
            var lesson = Make(layers, "tanh", 0, shape, "forward", "loss", "backward");
            var chapter = lesson.Chapter("backward");
            var seen = chapter.Frames(every: 6).Max(n => lesson.FrameAt(n).Items.OfType<TextLine>()
                .Count(text => text.Role == RoleOf.Delta && text.Color.Alpha > 200));
            var stage = new LessonStage(lesson.Scene, Lessons.Fonts);

            Assert.True(seen >= Enumerable.Range(1, 2).Max(layer => stage.Network.Layout.UnitsOf(layer).Length), $"{shape}: {seen}");
        }
    }

    [Fact]
    public void A_layer_that_is_too_large_shows_the_units_with_most_to_tell_and_their_numbers()
    {
        var lesson = Make("784, 32, 10", "tanh", 0, "1280x720", "forward");
        var layout = new LessonStage(lesson.Scene, Lessons.Fonts).Network.Layout;
        var shown = layout.UnitsOf(0).Select(unit => unit.Index).ToList();
        // What they bring to the unit whose sum is written out: the one with the largest δ.
        var step = new LessonNumbers(lesson.Scene).Step;
        var marked = step.Backward.Layers[0].Delta.AbsoluteMaximumIndex();
        double BringsOf(int i) => Math.Abs(step.CarriedForward(new(0, i, marked)));

        Assert.InRange(shown.Count, 6, 20);
        Assert.Contains(new Unit(1, marked), layout.UnitsOf(1));
        Assert.True(shown.Min(BringsOf) >= Enumerable.Range(0, 784).Except(shown).Max(BringsOf));
        var labels = lesson.FrameAt(60).Items.OfType<TextLine>().Where(text => text.Role == RoleOf.UnitName).Select(text => text.Text);
        Assert.Equal(
            shown.Concat(layout.UnitsOf(1).Select(unit => unit.Index)).Select(i => (i + 1).ToString(CultureInfo.InvariantCulture)), labels);
    }

    [Theory]
    [InlineData("1280x720")]
    [InlineData("720x1280")]
    public void The_word_dead_is_hidden_by_nothing(string shape)
    {
        var lesson = Make("4, 8, 8, 3", "softmax", 15, shape, "train: { view: loss }");
        var seen = 0;
        for (var n = 0; n < lesson.FrameCount; n += 10)
        {
            var items = lesson.FrameAt(n).Items;
            for (var i = 0; i < items.Length; i++)
            {
                if (items[i] is not TextLine { Text: "dead" } word) continue;
                seen++;
                var ink = word.Bounds(Lessons.Fonts);
                Assert.DoesNotContain(items.Skip(i + 1), item => item is Disc disc && disc.Bounds(Lessons.Fonts).IntersectsWith(ink));
            }
        }
        Assert.True(seen > 10, $"{seen} seen");
    }

    [Fact]
    public void Captions_of_upright_videos_stay_above_the_buttons_of_players()
    {
        foreach (var height in new[] { 1920, 2160, 2400 })
        {
            var layout = StageLayout.For(1080, height);
            Assert.True(layout.Caption.Bottom <= 0.82f * layout.Size.Height, $"{height}: {layout.Caption.Bottom}");
        }
    }

    static List<string> TextsAtTheEndOf(string phase, Lesson lesson) =>
        [.. lesson.FrameAt(lesson.Chapter(phase).EndFrame - 20).Items.OfType<TextLine>().Select(text => text.Text)];

    /// <summary>A network of some sizes and the phases that show it.</summary>
    /// <param name="output">tanh for all layers; otherwise ReLU in the hidden ones, and then softmax or sigmoid.</param>
    /// <param name="samples">How many samples its data has; 0 for a single example.</param>
    internal static Lesson Make(string layers, string output, int samples, string shape, params string[] phases)
    {
        var sizes = layers.Split(", ").Select(int.Parse).ToArray();
        var random = new Random(5);
        var last = output == "softmax" && sizes[^1] > 1 ? "softmax" : "sigmoid";
        var activation = output == "tanh" ? "tanh" : $"[{string.Join(", ", Enumerable.Repeat("relu", sizes.Length - 2).Append(last))}]";
        var loss = output != "softmax" ? "half_squared_error" : sizes[^1] > 1 ? "categorical_cross_entropy" : "binary_cross_entropy";
        var data = samples == 0
            ? $"example: {Row(0)}"
            : $"data:\n{string.Join('\n', Enumerable.Range(0, samples).Select(k => $"  - {Row(k)}"))}\ntraining: 20";
        return Lessons.Make($$"""
            title: A network of {{layers}}
            video: { size: {{shape}}, fps: 30 }
            network: { layers: [{{layers}}], activation: {{activation}}, loss: {{loss}}, learning_rate: 0.1, initialization: he, seed: 7 }
            {{data}}
            phases:
            {{string.Join('\n', phases.Select(phase => $"  - {phase}"))}}
            """);

        string Row(int k)
        {
            var input = Enumerable.Range(0, sizes[0]).Select(_ => FormattableString.Invariant($"{random.NextDouble() * 2 - 0.6:0.##}"));
            var target = sizes[^1] == 1
                ? $"{k % 2}"
                : string.Join(", ", Enumerable.Range(0, sizes[^1]).Select(j => j == k % sizes[^1] ? 1 : 0));
            return $"{{ input: [{string.Join(", ", input)}], target: [{target}] }}";
        }
    }
}
