using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A scene called <c>-</c> comes through standard input.</summary>
public sealed class StandardInputTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("check @")]
    [InlineData("timeline @ --set phases.loss.duration=2s")]
    [InlineData("trace @ --format json")]
    [InlineData("worksheet @")]
    public void It_is_read_as_a_file_is(string command)
    {
        var read = Backprop.Run(command.Replace("@", bench.Scene).Split(' ')).Expect(0);
        Assert.Equal(read, Backprop.RunWithInput(Workbench.ShortScene, command.Replace("@", "-").Split(' ')));
    }

    [Fact]
    public void A_still_and_a_video_of_it_are_those_of_the_file()
    {
        foreach (var (scene, name) in new[] { (bench.Scene, "file"), ("-", "input") })
        {
            Backprop.RunWithInput(Workbench.ShortScene, "still", scene, "--at", "1s", "-o", bench[name + ".png"]).Expect(0);
            Backprop.RunWithInput(Workbench.ShortScene, "render", scene, "-q", "-o", bench[name + ".mp4"]).Expect(0);
        }
        Assert.Equal(File.ReadAllBytes(bench["file.png"]), File.ReadAllBytes(bench["input.png"]));
        Assert.Equal(Tool.FrameMd5(bench["file.mp4"]), Tool.FrameMd5(bench["input.mp4"]));
    }

    [Fact]
    public void Its_problems_have_their_lines() => Assert.StartsWith(
        "<stdin>:10:1: error: unknown key 'song'",
        Backprop.RunWithInput(Workbench.ShortScene + "song: la\n", "check", "-").Expect(1).Error);

    [Theory]
    [InlineData("\u0000", "<stdin>:1:1: error: control character U+0000")]
    [InlineData("", "there is no scene here")]
    public void What_is_no_scene_is_told(string input, string words) =>
        Assert.Contains(words, Backprop.RunWithInput(input, "check", "-").Expect(1).Error);

    [Fact]
    public void An_input_that_does_not_end_is_too_long() => Assert.StartsWith(
        "<stdin>: error: the file is longer than 1 MiB", Backprop.RunWithInput(new string('x', 1 << 21), "check", "-").Expect(1).Error);

    // And the video of a scene without a name has a name all the same.
    [Fact]
    public void Files_that_it_names_are_looked_for_in_the_current_folder()
    {
        bench.Write("here/data.csv", "a,b,c\n1,0,1\n0,1,0\n");
        const string data = "data: { csv: data.csv, targets: [c] }";
        var scene = bench.Write("elsewhere/lesson.yaml", Workbench.ShortScene.Replace("example: { input: [0.5, 0.9], target: [1] }", data));

        var outcome = BuiltProgram.Finish(Process.Start(BuiltProgram.StartInfo(
            "sh", "-c", $"cd '{bench["here"]}' && '{BuiltProgram.File}' render - -q < '{scene}'"))!);

        Assert.Equal(new(0, "", ""), outcome);
        Assert.True(File.Exists(bench["here/output/scene.mp4"]));
    }

    [Fact]
    public void The_last_render_of_a_file_of_that_name_is_not_its_own()
    {
        var outcome = Backprop.RunWithInput(
            Workbench.ShortScene, "render", "-", "--explain", "-o", bench["clip.mp4"], "--cache", bench["cache"]).Expect(0);
        Assert.Contains("there is no earlier render of this scene to compare with", outcome.Output);
        Assert.False(Directory.Exists(bench["cache/renders"]));
    }

    [Theory]
    [InlineData("render - --watch", "--watch waits for the scene's file to be saved, and standard input is none")]
    [InlineData("bench -", "bench renders its scene several times, and standard input can be read once")]
    public void What_needs_a_file_says_so(string command, string words) =>
        Assert.StartsWith($"error: {words}\n", Backprop.Run(command.Split(' ')).Expect(2).Error);
}
