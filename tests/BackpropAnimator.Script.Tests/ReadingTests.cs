using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script.Tests;

public class ReadingTests
{
    [Fact]
    public void A_scene_is_read_as_it_is_written()
    {
        var scene = Scenes.Read("""
            title: Lan truyền ngược
            description: For a class
            theme: { name: light, forward: "#00E5FF" }
            video: { size: 1280x720, fps: 30000/1001, crf: 18, preset: slow }
            network:
              layers: [2, 3, 1]
              activation: [leaky_relu, sigmoid]
              leaky_slope: 0.2
              loss: binary_cross_entropy
              learning_rate: 1e-1
              seed: 11
              weights: [[[1, 2], [3, 4], [5, 6]], [[7, 8, -9.5]]]
              biases: [[0.1, 0.2, 0.3], [0]]
            example: { input: [1, -0.5], target: [1] }
            phases: [intro]
            """);

        Assert.Equal("Lan truyền ngược", scene.Title);
        Assert.Equal("For a class", scene.Description);
        Assert.Equal((ThemeKind.Paper, new RgbColor(0x00, 0xE5, 0xFF)), (scene.Theme.Name, scene.Theme.Forward!.Value));
        Assert.Null(scene.Theme.Backward);
        Assert.Equal((new FrameSize(1280, 720), new FrameRate(30000, 1001)), (scene.Video.Size, scene.Video.Fps));
        Assert.Equal((18, EncoderPreset.Slow), (scene.Video.Crf!.Value, scene.Video.Preset!.Value));
        Assert.Equal([2, 3, 1], scene.Network.Layers.ToArray());
        Assert.Equal([new LeakyRelu(0.2), new Sigmoid()], scene.Network.Activations.ToArray());
        Assert.Equal(new BinaryCrossEntropy(), scene.Network.Loss);
        Assert.Equal((0.2, 0.1, 11), (scene.Network.LeakySlope, scene.Network.LearningRate, scene.Network.Seed));
        Assert.Equal((4, -9.5), (scene.Network.Weights.Matrices[0][1][1], scene.Network.Weights.Matrices[1][0][2]));
        Assert.Equal(0.3, scene.Network.Biases[0][2]);
        Assert.Equal([1, -0.5], scene.Example.Input.ToArray());
        Assert.Equal([1], scene.Example.Target.ToArray());
    }

    [Fact]
    public void Weights_may_be_drawn_in_a_chosen_way()
    {
        var network = Scenes.Read(Scenes.With("seed: 7", "initialization: uniform\n  uniform_range: 0.25")).Network;

        Assert.Equal(new UniformInitialization(), network.Initialization);
        Assert.Equal(0.25, network.UniformRange);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var scene = Scenes.Read("network: { layers: [1, 1] }\nexample: { input: [0], target: [1] }\nphases: [intro]\n");

        Assert.Equal("Backpropagation", scene.Title);
        Assert.Equal(ThemeKind.Midnight, scene.Theme.Name);
        Assert.Equal((1920, 1080, 60.0), (scene.Video.Size.Width, scene.Video.Size.Height, scene.Video.Fps.FramesPerSecond));
        Assert.Null(scene.Video.Crf);
        Assert.Equal([new Sigmoid()], scene.Network.Activations.ToArray());
        Assert.Equal(new HalfSquaredError(), scene.Network.Loss);
        Assert.Equal((0.5, 1), (scene.Network.LearningRate, scene.Network.Seed));
        Assert.True(scene.Network.Weights.IsEmpty);
        Assert.Empty(scene.Network.Biases);
    }

    [Fact]
    public void Every_phase_has_a_default_duration()
    {
        var scene = Scenes.Read(Scenes.With("  - forward: 10s\n", "  - forward\n"));

        Assert.Equal(
            [("intro", 3.0), ("forward", 10), ("loss", 5), ("backward", 16), ("chain_rule", 8), ("weight_update", 6), ("outro", 4)],
            scene.Phases.Select(p => (p.Kind, p.Duration)));
    }

    [Theory]
    [InlineData("- forward: 3s", 3)]
    [InlineData("- forward: 1500ms", 1.5)]
    [InlineData("- forward: 2.5", 2.5)]
    [InlineData("- forward: { duration: 2.5s }", 2.5)]
    [InlineData("- forward: '3s'", 3)]
    [InlineData("- forward: 3600", 3600)]
    [InlineData("- forward:", 10)]
    [InlineData("- forward: {}", 10)]
    public void A_duration_may_be_written_in_several_ways(string phase, double seconds) =>
        Assert.Equal(seconds, Scenes.Read(Scenes.With("- forward: 10s", phase)).Phases[1].Duration);

    [Theory]
    [InlineData("60", 60, 1)]
    [InlineData("12.5", 25, 2)]
    [InlineData("29.9", 299, 10)]
    [InlineData("30000/1001", 30000, 1001)]
    [InlineData("50/2", 25, 1)]
    [InlineData("1", 1, 1)]
    [InlineData("240", 240, 1)]
    public void A_frame_rate_is_kept_as_an_exact_fraction(string fps, int numerator, int denominator) =>
        Assert.Equal(new FrameRate(numerator, denominator), Scenes.Read(Scenes.Good, $"video.fps={fps}").Video.Fps);

    [Theory]
    [InlineData("23.976", 24000)]
    [InlineData("23.98", 24000)]
    [InlineData("29.97", 30000)]
    [InlineData("29.970", 30000)]
    [InlineData("47.952", 48000)]
    [InlineData("59.94", 60000)]
    [InlineData("119.88", 120000)]
    public void A_rate_of_television_is_exact_though_it_is_written_rounded(string fps, int numerator)
    {
        Assert.Equal(new FrameRate(numerator, 1001), Scenes.Read(Scenes.Good, $"video.fps={fps}").Video.Fps);
        Assert.Equal(
            new FrameRate(numerator, 1001), Scenes.Read(Scenes.With("title: A lesson", $"video: {{ fps: {fps} }}")).Video.Fps);
    }

    [Fact]
    public void A_phase_carries_its_options()
    {
        var scene = Scenes.Read(Scenes.Good
            .Replace("- forward: 10s", "- forward: { focus: [3, 0], title: Forwards, name: first }", StringComparison.Ordinal)
            .Replace(
                "- chain_rule", "- chain_rule: { edges: [\"hidden[1] -> output[0]\", \"input[2]->hidden[3]\"] }", StringComparison.Ordinal)
            .Replace("- weight_update", "- weight_update:\n      edge: hidden[3] -> output[1]", StringComparison.Ordinal)
            .Replace("- outro", "- outro: { steps: 7 }", StringComparison.Ordinal));

        var forward = Assert.IsType<ForwardOptions>(scene.Phases[1]);
        Assert.Equal(("first", "Forwards"), (forward.Name, forward.Title));
        Assert.Equal([3, (int?)0], forward.Focus.Select(focus => focus.Turn));
        Assert.Equal("Who is to blame?", scene.Phases[3].Caption);
        Assert.Equal(0.05, Assert.IsType<BackwardOptions>(scene.Phases[3]).SaturationThreshold);
        var edges = Assert.IsType<ChainRuleOptions>(scene.Phases[4]).Edges;
        Assert.Equal([new Edge(1, 1, 0), new Edge(0, 2, 3)], edges.Select(e => scene.Network.Find(e)!.Value));
        Assert.Equal(new Edge(1, 3, 1), scene.Network.Find(Assert.IsType<WeightUpdateOptions>(scene.Phases[5]).Edge!.Value));
        Assert.Equal(7, Assert.IsType<OutroOptions>(scene.Phases[6]).Steps);
    }

    [Fact]
    public void A_phase_knows_its_place()
    {
        var scene = Scenes.Read(Scenes.Good);

        Assert.Equal("s.yaml:13:5", scene.Phases[1].Position.ToString());
        Assert.Equal("s.yaml:13:14", scene.Phases[1].PositionOf(nameof(PhaseOptions.Duration)).ToString());
        Assert.Equal("s.yaml:17:16", scene.Phases[3].PositionOf(nameof(PhaseOptions.Caption)).ToString());
        Assert.Equal("s.yaml:9:16", scene.Example.PositionOf(nameof(ExampleScript.Input), 1).ToString());
    }

    [Fact]
    public void Layers_are_called_input_hidden_and_output()
    {
        Assert.Equal(["input", "output"], new NetworkScript { Layers = [1, 1] }.LayerNames.ToArray());
        Assert.Equal(["input", "hidden", "output"], new NetworkScript { Layers = [1, 1, 1] }.LayerNames.ToArray());
        Assert.Equal(["input", "hidden1", "hidden2", "output"], new NetworkScript { Layers = [1, 1, 1, 1] }.LayerNames.ToArray());
    }

    [Fact]
    public void An_alias_stands_for_its_anchor()
    {
        var scene = Scenes.Read(Scenes.With("target: [1, 0]", "target: &row [1, 0]").Replace("  - outro", "  - forward: { focus: *row }"));

        Assert.Equal([1, (int?)0], Assert.IsType<ForwardOptions>(scene.Phases[6]).Focus.Select(focus => focus.Turn));
    }

    [Fact]
    public void Windows_line_ends_change_nothing()
    {
        var scene = Scenes.Read(Scenes.Good.ReplaceLineEndings("\r\n"));

        Assert.Equal(("Who is to blame?", 7), (scene.Phases[3].Caption, scene.Phases.Length));
    }

    [Fact]
    public void Every_kind_of_phase_is_known()
    {
        var kinds = typeof(PhaseModule).Assembly.GetTypes().Where(t => t.IsPublic && !t.IsAbstract && t.IsSubclassOf(typeof(PhaseOptions)));

        Assert.Equal(kinds.OrderBy(t => t.Name), PhaseModule.BuiltIn.All.Select(k => k.Defaults.GetType()).OrderBy(t => t.Name));
    }
}
