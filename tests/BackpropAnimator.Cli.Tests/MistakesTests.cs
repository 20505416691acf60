namespace BackpropAnimator.Cli.Tests;

/// <summary>Mistakes in a scene end with exit code 1, those in the command line with 2; neither touches a file.</summary>
public sealed class MistakesTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_sound_scene_is_ok_with_its_timeline()
    {
        var outcome = Backprop.Run("check", bench.Scene).Expect(0);
        Assert.StartsWith("ok", outcome.Output);
        Assert.Matches(@"forward\s+0\.5\s+1\.2\s+0\.7\s+15–35", outcome.Output);
        Assert.DoesNotContain("error", outcome.Error);
    }

    public static TheoryData<string> CommandsThatWrite() => ["render", "frames", "still --at 0.5s", "sheet", "check"];

    [Theory, MemberData(nameof(CommandsThatWrite))]
    public void Every_problem_of_a_scene_is_told_at_once_with_its_place(string command)
    {
        bench.Write("lesson.yaml", Workbench.ShortScene
            .Replace("forward: 0.7s", "foward: 0.7s", StringComparison.Ordinal).Replace("fps: 30", "fps: 900", StringComparison.Ordinal));
        // A name that every one of them takes.
        string[] target = command == "check" ? [] : ["-o", bench["out.png"]];

        var outcome = Backprop.Run([.. command.Split(' '), bench.Scene, .. target]).Expect(1);

        Assert.Contains($"{bench.Scene}:3:30: error: fps", outcome.Error);
        Assert.Contains($"{bench.Scene}:8:5: error: unknown phase 'foward'", outcome.Error);
        Assert.Contains("did you mean 'forward'?", outcome.Error);
        Assert.Equal("", outcome.Output);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void A_scene_that_is_not_there_is_a_problem_of_the_scene()
    {
        var outcome = Backprop.Run("check", bench["absent.yaml"]).Expect(1);
        Assert.StartsWith(bench["absent.yaml"] + ": error: ", outcome.Error);
    }

    [Fact]
    public void An_override_is_checked_as_the_file_is()
    {
        var outcome = Backprop.Run(
            "check", bench.Scene, "--set", "phases.foward.duration=3s", "--set", "network.seed=x", "--size", "8x180").Expect(1);
        Assert.Contains("--set phases.foward.duration=3s: error: no phase is called 'foward'", outcome.Error);
        Assert.Contains("--set network.seed=x: error: seed", outcome.Error);
        Assert.Contains("--set video.size=8x180: error: size", outcome.Error);
    }

    [Theory]
    [InlineData("rendr @/lesson.yaml", "rendr")]
    [InlineData("render", "SCENE")]
    [InlineData("render @/lesson.yaml --bogus", "--bogus")]
    [InlineData("render @/lesson.yaml @/other.yaml", "other.yaml")]
    [InlineData("still @/lesson.yaml -o @/s.png", "--at")]
    [InlineData("still @/lesson.yaml --at 1s", "--output")]
    [InlineData("still @/lesson.yaml --at 1s,2s -o @/s.png", "takes one time, not 2")]
    [InlineData("still @/lesson.yaml --at soon -o @/s.png", "'soon' is not a time")]
    [InlineData("frames @/lesson.yaml -o @/d --every 0", "--every")]
    [InlineData("frames @/lesson.yaml -o @/d --every 2 --at 1s", "--at excludes --every")]
    [InlineData("sheet @/lesson.yaml -o @/s.png --columns 0", "--columns")]
    public void A_wrong_command_line_is_told_with_where_to_look(string arguments, string named)
    {
        var outcome = Backprop.Run(bench.PathsIn(arguments)).Expect(2);
        Assert.StartsWith("error: ", outcome.Error);
        Assert.Contains(named, outcome.Error);
        Assert.Contains("--help", outcome.Error);
        Assert.Equal("", outcome.Output);
        Assert.Empty(bench.Made);
    }
}
