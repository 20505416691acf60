using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Tests;

public class BuiltSceneTests
{
    [Fact]
    public void A_scene_built_in_code_makes_the_lesson_of_the_same_scene_in_a_file()
    {
        var (built, read) = (new Lesson(Scenes.Short), new Lesson(Scene.Parse(Scenes.ShortInYaml)));

        Assert.Equal(read.FrameCount, built.FrameCount);
        Assert.All(Enumerable.Range(0, read.FrameCount), n => Assert.Equal(read.FrameAt(n), built.FrameAt(n)));
    }

    [Fact]
    public void What_follows_from_the_rest_of_the_scene_is_filled_in()
    {
        var scene = Scenes.Short with { Phases = [new CompareOptions { Left = new() { LearningRate = 0.1 }, Right = new() }] };

        var compare = Assert.IsType<CompareOptions>(new Lesson(scene).Scene.Phases[0]);
        Assert.Equal((1000, 1000), (compare.Left.Training.Epochs, compare.Epochs));
    }

    public static TheoryData<Scene, string> Mistakes() => new()
    {
        { Scenes.Short with { Phases = [new ForwardOptions { Duration = -1 }] }, "phases[0].duration: error: expected a duration such " +
            "as 3s, 1500ms or 1:30, over 0 s and up to 3600 s, found -1s" },
        { Scenes.Short with { Video = new() { Size = new(8, 90) } }, "video.size: error: expected a size such as 1920x1080, both sides " +
            "from 16 to 8192, found 8x90" },
        { Scenes.Short with { Network = new() { Layers = [2] } }, "network.layers: error: expected 2 to 64 items, found 1" },
        { Scenes.Short with { Network = new() { Layers = default } }, "network.layers: error: this is missing" },
        { Scenes.Short with { Network = new() { Layers = [2, 1], Weights = new() { File = "none.npz" } } }, "network.weights: error: " +
            "weights: 'none.npz': there is no such file" },
        { Scenes.Short with { Network = new()
        {
            Layers = [2, 1],
            LearningRate = double.NaN,
        } }, "network.learning_rate: error: expected a number over 0 and up to 1000, found NaN" },
        { Scenes.Short with { Phases = [new QuestionOptions { Text = null!, Answer = "Yes" }] }, "phases[0].text: error: this is " +
            "missing\n  hint: 'text': The question." },
        { Scenes.Short with { Phases = [] }, "phases: error: expected 1 to 200 items, found 0" },
        { Scenes.Short with { Example = new(
            ) { Input = [1], Target = [1] } }, "example: error: input: expected 2 items, one for each unit of the input layer, found 1" },
        { Scenes.Short with { Phases = [new SweepOptions(
            )] }, "phases[0]: error: 'sweep' needs 'loss' before it\n  hint: put '- loss' above this line" },
        { Scenes.Short with { Phases = [new FormulaOptions { Source = @"\frac{1}" }] }, "phases[0]: error: source: at column 9 of the " +
            "formula:" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_the_path_of_the_value(Scene scene, string message) =>
        Assert.Contains(message, Assert.Throws<SceneException>(() => new Lesson(scene)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_network_built_in_code_may_have_its_weights_from_a_file_anywhere()
    {
        var file = Path.Combine(Repository.Root, "tests/BackpropAnimator.Script.Tests/WeightFiles/Fixtures/square.npz");
        var network = new NetworkScript { Layers = default, Weights = new() { File = file } };

        var built = new Lesson(Scenes.Short with { Network = network, Example = new() { Input = [1, 0], Target = [1, 0] } });

        Assert.Equal([2, 2], built.Scene.Network.Layers.AsEnumerable());
        Assert.Equal([-1, 0.25], built.Scene.Network.Weights.Matrices[0][1].AsEnumerable());
    }

    [Fact]
    public void A_file_with_problems_is_refused_with_all_of_them()
    {
        var refused = Assert.Throws<SceneException>(() => Scene.Parse("network: { layers: [2, 1], seeed: 1 }\nphases: [intr]\n", "x.yaml"));

        Assert.Equal(3, refused.Diagnostics.Length);
        Assert.StartsWith("x.yaml:1:", refused.Message, StringComparison.Ordinal);
    }
}
