using BackpropAnimator;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace OwnPhase.Tests;

public sealed class PodiumTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("own-phase-");

    // The scene names the assembly as from its own folder, and here it lies beside it.
    static string SceneFile => Path.Combine(AppContext.BaseDirectory, "podium.yaml");

    static readonly string[] assembly = ["use=OwnPhase.dll", "video.size=320x180"];

    static Lesson Lesson(int places = 3) => new(
        new Scene
        {
            Video = new() { Size = new(320, 180), Fps = new(30) },
            Network = new() { Layers = [3, 4, 2], Seed = 724 },
            Example = new() { Input = [0.9, 0.1, 0.4], Target = [1, 0] },
            Phases =
            [
                new ForwardOptions { Duration = 1 }, new LossOptions { Duration = 1 }, new PodiumOptions { Duration = 4, Places = places },
            ],
        },
        phases => phases.Add<PodiumPhase>());

    static Frame LastFrame(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    [Fact]
    public void The_bars_stand_in_the_order_of_the_gradients()
    {
        var bars = LastFrame(Lesson()).Items.OfType<Panel>().Select(bar => bar.Rect).TakeLast(3).ToArray();

        Assert.Equal(bars.OrderBy(bar => bar.Top), bars);
        Assert.Equal(bars.OrderByDescending(bar => bar.Width), bars);
    }

    [Fact]
    public void It_says_what_the_network_computed()
    {
        var lesson = Lesson(places: 1);
        var step = new LessonNumbers(lesson.Scene).Step;
        var steepest = step.Gradient.Layers.SelectMany(layer => layer.Weights.Enumerate()).MaxBy(Math.Abs);

        Assert.Contains(LastFrame(lesson).Items.OfType<TextLine>(), line => line.Text == Numbers.Signed(steepest));
    }

    [Fact]
    public void More_places_than_weights_are_refused_by_name()
    {
        var scene =
            Lesson().Scene with { Kinds = null, Network = new() { Layers = [1, 2] }, Example = new() { Input = [1], Target = [1, 0] } };
        var problem = Assert.Throws<SceneException>(() => new Lesson(scene, phases => phases.Add<PodiumPhase>()));

        Assert.Contains("phases[2]: error: places: the network has only 2 weights, found 3", problem.Message);
    }

    [Fact]
    public async Task A_scene_file_with_the_phase_renders_to_a_video()
    {
        var lesson = new Lesson(Scene.Load(SceneFile, overrides: [.. assembly, "video.fps=10"], plugins: new PhaseAssemblies()));
        var video = Path.Combine(folder.FullName, "podium.mp4");

        var report = await lesson.RenderAsync(video, new() { Quality = Quality.Draft });

        Assert.Equal("Where the loss is steepest", lesson.Chapters[^1].Title);
        Assert.Equal(130, report.Chunks.Sum(chunk => chunk.FrameCount));
        Assert.True(new FileInfo(video).Length > 10_000);
    }

    [Fact]
    public void Without_leave_the_scene_does_not_run_the_assembly()
    {
        var problem = Assert.Throws<SceneException>(() => Scene.Load(SceneFile, overrides: assembly));

        Assert.Contains("'OwnPhase.dll' is a program, and the scene may not run it", problem.Message);
        Assert.Contains("--allow-plugins", problem.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
