using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The folder for temporary files: TMPDIR, by whatever name.</summary>
public sealed class TemporaryFilesTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>Runs the program with a folder for temporary files.</summary>
    static Outcome RunWithTemporary(string folder, params string[] arguments)
    {
        var start = BuiltProgram.StartInfo(BuiltProgram.File, arguments);
        start.Environment["TMPDIR"] = folder;
        // As the launcher does.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return BuiltProgram.Finish(Process.Start(start)!);
    }

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("clip.gif")]
    public void A_folder_for_temporary_files_that_is_not_there_is_told_by_its_variable(string target)
    {
        var outcome = RunWithTemporary(bench["absent"], "render", bench.Scene, "-o", bench[target], "--no-cache", "-q").Expect(3);
        Assert.Equal(
            $"error: There is no folder {bench["absent"]}/ for temporary files; let TMPDIR name one that is there.\n", outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Theory]
    [InlineData("two\nlines", "clip.mp4")]
    [InlineData("two\nlines", "clip.gif")]
    [InlineData("100%d%s%n", "clip.mp4")]
    [InlineData("100%d%s%n", "clip.gif")]
    public void A_folder_for_temporary_files_may_have_any_name_and_is_left_empty(string name, string target)
    {
        Directory.CreateDirectory(bench[name]);
        var outcome = RunWithTemporary(bench[name], "render", bench.Scene, "-o", bench[target], "--no-cache", "-q").Expect(0);
        Assert.Equal("", outcome.Error);
        Assert.Equal(new[] { name, target }.Order(StringComparer.Ordinal), bench.Made);
        Assert.Empty(Directory.GetFileSystemEntries(bench[name]));
    }

    [Fact]
    public void What_a_killed_render_left_among_the_temporary_files_goes_with_a_later_one()
    {
        Directory.CreateDirectory(bench["temporary"]);
        var start = BuiltProgram.StartInfo(
            BuiltProgram.File, "render", bench.Scene, "-o", bench["clip.mp4"], "--set", "phases.forward.duration=3600s", "--no-cache",
            "-q");
        start.Environment["TMPDIR"] = bench["temporary"];
        using (var render = Process.Start(start)!)
        {
            Wait.Until(() => Tool.IsEncoding(bench["temporary"]) || render.HasExited);
            render.Kill();
            render.WaitForExit();
        }
        Wait.Until(() => !Tool.IsEncoding(bench["temporary"]));
        // Its own folder, and the runtime's doors for debuggers.
        var left = Directory.GetFileSystemEntries(bench["temporary"]);
        Assert.True(left.Length > 1, string.Join(' ', left));
        foreach (var folder in Directory.GetDirectories(bench["temporary"]))
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow - TimeSpan.FromDays(2));
        File.SetLastWriteTimeUtc(bench["clip.mp4.backprop-part"], DateTime.UtcNow - TimeSpan.FromDays(2));

        RunWithTemporary(bench["temporary"], "render", bench.Scene, "-o", bench["other.mp4"], "--no-cache", "-q").Expect(0);

        Assert.Empty(Directory.GetFileSystemEntries(bench["temporary"]));
        Assert.Equal(["other.mp4", "temporary"], bench.Made);
    }
}
