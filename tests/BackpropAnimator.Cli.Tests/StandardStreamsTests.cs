namespace BackpropAnimator.Cli.Tests;

/// <summary>Standard streams may be closed, full or gone: words that cannot be said change nothing of what was done.</summary>
public sealed class StandardStreamsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>Runs the program by a shell, which closes and leads its streams elsewhere.</summary>
    /// <param name="command">A command line with redirections, in which <c>@/</c> stands for the folder.</param>
    Outcome Run(string command)
    {
        var line = $"cd '{bench.Folder}'; '{BuiltProgram.File}' {string.Join(' ', bench.PathsIn(command))}";
        return BuiltProgram.Finish(System.Diagnostics.Process.Start(BuiltProgram.StartInfo("bash", "-c", line))!);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    [InlineData("--json >&-")]
    [InlineData("--json >/dev/full")]
    [InlineData("--explain >/dev/full")]
    [InlineData("<&- >&- 2>&-")]
    public void A_render_is_finished_whoever_hears_of_it(string redirection)
    {
        var outcome = Run($"render lesson.yaml -o clip.mp4 {redirection}").Expect(0);
        Assert.DoesNotContain("error", outcome.Error);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
        Assert.Equal(["clip.mp4"], bench.Made);
    }

    [Theory]
    [InlineData("new other >&-", 0)]
    [InlineData("cache clear --cache @/cache >/dev/full", 0)]
    [InlineData("check absent.yaml 2>&-", 1)]
    [InlineData("still lesson.yaml --at 99s -o still.png 2>&-", 2)]
    [InlineData("render lesson.yaml -o /absent/clip.mp4 2>/dev/full", 3)]
    public void The_exit_code_says_what_happened_whoever_hears_of_it(string command, int exitCode) => Run(command).Expect(exitCode);

    [Theory]
    [InlineData("check lesson.yaml")]
    [InlineData("trace lesson.yaml")]
    [InlineData("timeline lesson.yaml --json")]
    [InlineData("schema")]
    [InlineData("--help")]
    public void What_was_asked_for_and_cannot_be_said_is_a_failure_that_says_so(string command)
    {
        Assert.Equal("error: Standard output cannot be written: it is closed.\n", Run(command + " >&-").Expect(3).Error);
        Assert.Equal("error: Standard output cannot be written: No space left on device.\n", Run(command + " >/dev/full").Expect(3).Error);
    }

    [Fact]
    public void Names_of_files_give_no_orders_to_the_terminal() => Assert.Equal(
        "\\u001B[2J\\u0007.yaml: error: there is no such file\n", Run(@"check $'\e[2J\a.yaml'").Expect(1).Error);
}
