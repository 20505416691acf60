using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Which picture, which part, told how, and how often.</summary>
public sealed class RenderOptionsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("1080p", null, 1920, 1080)]
    [InlineData("480p", null, 854, 480)]
    [InlineData("2160p", "16:9", 3840, 2160)]
    [InlineData("1080p", "9:16", 1080, 1920)]
    [InlineData("720p", "1:1", 720, 720)]
    [InlineData("1080p", "4:5", 1080, 1350)]
    [InlineData(null, "9:16", 720, 1280)]
    [InlineData(null, null, 1280, 720)]
    public void Quality_is_the_shorter_side_and_aspect_the_shape(string? quality, string? aspect, int width, int height) =>
        Assert.Equal(new FrameSize(width, height), new FrameSize(1280, 720).Shaped(quality, aspect));

    [Fact]
    public void No_picture_gets_larger_than_a_scene_may_have_it() =>
        Assert.Equal(new FrameSize(8192, 512), new FrameSize(4096, 256).Shaped("2160p", null));

    [Fact]
    public void A_quality_and_an_aspect_make_the_size()
    {
        Backprop.Run("still", bench.Scene, "--at", "1s", "--quality", "480p", "--aspect", "4:5", "-o", bench["still.png"]).Expect(0);
        Assert.Equal(["width=480", "height=600"], Tool.Probe(bench["still.png"], "stream=width,height"));
    }

    [Theory]
    [InlineData("--size 640x360 --quality 720p", "--size excludes --quality and --aspect")]
    [InlineData("--quality 700p", "700p")]
    [InlineData("--aspect 3:2", "3:2")]
    [InlineData("--from later", "'later' is not a time")]
    [InlineData("--phase outro", "the scene has no phase 'outro'")]
    [InlineData("--from 1s --to 0.5s", "no frames between --from and --to")]
    [InlineData("--from 20s", "the lesson lasts 1.5 s")]
    public void Options_that_make_no_sense_are_told(string options, string words)
    {
        var outcome = Backprop.Run(["render", bench.Scene, "-o", bench["clip.mp4"], .. options.Split(' ')]).Expect(2);
        Assert.Contains(words, outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void Only_the_phases_asked_for_are_rendered_as_they_are_in_the_lesson()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["all.mp4"], "-q", "--crf", "1").Expect(0);
        Backprop.Run("render", bench.Scene, "-o", bench["part.mp4"], "-q", "--crf", "1", "--phase", "intro", "loss").Expect(0);
        Backprop.Run("frames", bench.Scene, "-o", bench["all"], "-q").Expect(0);
        Backprop.Run("frames", bench.Scene, "-o", bench["part"], "-q", "--phase", "intro,loss").Expect(0);

        Assert.Equal(["nb_read_frames=24"], Tool.Probe(bench["part.mp4"], "stream=nb_read_frames"));
        var chapters = Tool.Text("ffprobe", "-v", "error", "-show_chapters", "-of", "csv=p=0", bench["part.mp4"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["0.000000", "0.500000"], chapters.Select(line => line.Split(',')[3]));
        // The loss begins with frame 36 of the lesson, and the excerpt has it after the 15 of the intro.
        Assert.Equal(24, Directory.GetFiles(bench["part"]).Length);
        Assert.Equal(Tool.Pixels(bench["all/000036.png"]), Tool.Pixels(bench["part/000015.png"]));
        Assert.Equal(Tool.Pixels(bench["all/000014.png"]), Tool.Pixels(bench["part/000014.png"]));
    }

    [Fact]
    public void From_and_to_are_times_of_the_lesson()
    {
        Backprop.Run("frames", bench.Scene, "-o", bench["part"], "-q", "--from", "300ms", "--to", "0.8s", "--every", "5").Expect(0);
        Backprop.Run("still", bench.Scene, "--at", "0.3s", "-o", bench["still.png"]).Expect(0);
        // Frames 9 to 23.
        Assert.Equal(3, Directory.GetFiles(bench["part"]).Length);
        Assert.Equal(Tool.Pixels(bench["still.png"]), Tool.Pixels(bench["part/000000.png"]));
    }

    static JsonNode[] Events(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    [Fact]
    public void Json_tells_a_render_as_events()
    {
        var outcome = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--json").Expect(0);

        Assert.Equal("", outcome.Error);
        var events = Events(outcome.Output);
        Assert.Equal(["started", "progress", "finished"], events.Select(e => (string)e["event"]!).Distinct());
        Assert.Equal((bench["clip.mp4"], 45), ((string)events[0]["target"]!, (int)events[0]["frames"]!));
        Assert.Equal(new FileInfo(bench["clip.mp4"]).Length, (long)events[^1]["bytes"]!);
    }

    [Fact]
    public void Json_tells_problems_and_failures_as_events()
    {
        bench.Write("bad.yaml", Workbench.ShortScene.Replace("forward: 0.7s", "foward: 0.7s", StringComparison.Ordinal));
        var problem = Assert.Single(Events(Backprop.Run("render", bench["bad.yaml"], "--json").Expect(1).Output));
        Assert.Equal(
            ("diagnostic", "error", 8, 5),
            ((string)problem["event"]!, (string)problem["severity"]!, (int)problem["line"]!, (int)problem["column"]!));
        Assert.Contains("unknown phase 'foward'", (string)problem["message"]!);

        var failure = Events(Backprop.Run("render", bench.Scene, "-o", "/absent/clip.mp4", "--json").Expect(3).Output)[^1];
        Assert.Equal(("failed", 3), ((string)failure["event"]!, (int)failure["exit_code"]!));
        Assert.StartsWith("Cannot write /absent/clip.mp4", (string)failure["message"]!);
    }

    [Fact]
    public void Open_shows_the_finished_video()
    {
        bench.WriteProgram("bin/xdg-open", $"echo \"$1\" > {bench["opened"]}.new; mv {bench["opened"]}.new {bench["opened"]}");
        var path = $"{bench["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        BuiltProgram.RunWithPath(path, "render", bench.Scene, "-o", bench["clip.mp4"], "-q", "--open").Expect(0);
        Wait.Until(() => File.Exists(bench["opened"]));
        Assert.Equal(bench["clip.mp4"] + "\n", File.ReadAllText(bench["opened"]));
    }

    [Fact]
    public async Task Watch_renders_again_on_every_save_and_keeps_the_last_good_video()
    {
        var (scene, clip) = (bench.Write("watched.yaml", Workbench.ShortScene), bench["clip.mp4"]);
        using var cancel = new CancellationTokenSource();
        var streams = new TestStreams();
        var watch = Backprop.Start(streams, cancel.Token, "render", scene, "-o", clip, "--watch", "--json");
        var seen = 0;

        Assert.Equal(45, (int)Next("finished")["frames"]!);

        File.WriteAllText(scene, Workbench.ShortScene.Replace("loss: 0.3s", "los: 0.3s", StringComparison.Ordinal));
        Assert.Contains("unknown phase 'los'", (string)Next("diagnostic")["message"]!);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(clip, "stream=nb_read_frames"));

        // As editors do it: a new file takes the old one's name.
        File.WriteAllText(scene + ".new", Workbench.ShortScene.Replace("loss: 0.3s", "loss: 0.5s", StringComparison.Ordinal));
        File.Move(scene + ".new", scene, overwrite: true);
        Assert.Equal(51, (int)Next("finished")["frames"]!);
        Assert.Equal(["nb_read_frames=51"], Tool.Probe(clip, "stream=nb_read_frames"));

        // A file that the scene names counts as well.
        bench.Write("weights.json", "[[[1, 2], [3, 4]], [[5]]]");
        File.WriteAllText(scene, Workbench.ShortScene.Replace("seed: 3", "weights: weights.json", StringComparison.Ordinal));
        Assert.Contains("should have shape [1, 2]", (string)Next("diagnostic")["message"]!);
        bench.Write("weights.json", "[[[1, 2], [3, 4]], [[5, 6]]]");
        Assert.Equal(45, (int)Next("finished")["frames"]!);

        await cancel.CancelAsync();
        (await watch).Expect(130);

        // The next event of a name, passing over others.
        JsonNode Next(string name)
        {
            JsonNode? found = null;
            Wait.Until(() =>
            {
                Assert.False(watch.IsCompleted, $"the watch ended before '{name}'");
                // The last line may still be being written.
                var lines = streams.Output.Split('\n')[..^1];
                while (found is null && seen < lines.Length)
                {
                    var line = JsonNode.Parse(lines[seen++])!;
                    if ((string)line["event"]! == name) found = line;
                }
                return found is not null;
            });
            return found!;
        }
    }

    [Fact]
    public void A_scene_that_reads_outside_its_folder_needs_leave()
    {
        bench.Write("rows.csv", "a,b,y\n0.1,0.2,1\n");
        var scene = bench.Write(
            "inner/lesson.yaml",
            Workbench.ShortScene.Replace(
                "example: { input: [0.5, 0.9], target: [1] }", "data: { csv: ../rows.csv }", StringComparison.Ordinal));

        Assert.Contains("outside the scene's folder", Backprop.Run("timeline", scene).Expect(1).Error);
        Backprop.Run("timeline", scene, "--allow-outside").Expect(0);
    }
}
