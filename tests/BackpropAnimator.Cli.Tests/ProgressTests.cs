using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What a render says while it works: a bar on a terminal, a line every few seconds elsewhere.</summary>
public sealed class ProgressTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // A folder with an FFmpeg that begins to encode only after a while.
    string FolderWithSlowFFmpeg(string seconds)
    {
        bench.WriteProgram("bin/ffmpeg", $"case \"$*\" in *rawvideo*) sleep {seconds};; esac; exec {Tool.PathOf("ffmpeg")} \"$@\"");
        return bench["bin"];
    }

    [Fact]
    public void Redirected_a_slow_render_tells_now_and_then_how_far_it_is()
    {
        string[] render = ["render", bench.Scene, "-o", bench["clip.mp4"], "--no-cache", "--phase", "intro"];
        var outcome = Backprop.RunWithFFmpeg(FolderWithSlowFFmpeg("3.2"), render).Expect(0);

        var lines = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"clip\.mp4: \d+ of 15 frames", lines[0]);
        Assert.Matches(@"clip\.mp4: 15 frames in [\d.]+ s", lines[^1]);
        Assert.DoesNotContain('\u001b', outcome.Error);
    }

    [Fact]
    public void On_a_terminal_a_bar_shows_frames_rate_and_time_left()
    {
        var path = $"{FolderWithSlowFFmpeg("0.5")}:{Environment.GetEnvironmentVariable("PATH")}";
        var seen = OnTerminal(path, null, "--no-cache").Expect(0).Output;

        Assert.Contains('\u001b', seen);
        Assert.Contains("/45 frames", seen);
        Assert.Contains(" fps", seen);
        Assert.Contains('━', seen);
        Assert.Matches(@"clip\.mp4: 45 frames in [\d.]+ s", seen);
    }

    // The terminal sends the signal to the program and to FFmpeg.
    [Fact]
    public void Ctrl_C_on_a_terminal_ends_a_render_with_nothing_left_behind()
    {
        var outcome = OnTerminal(
            Environment.GetEnvironmentVariable("PATH")!, "\u0003", "--set", "phases.forward.duration=3600s", "--cache",
                bench["cache"]).Expect(130);

        Assert.Contains("Cancelled; nothing was left behind.", outcome.Output);
        Assert.Equal(["cache", "typescript"], bench.Made);
        Assert.DoesNotContain(Directory.GetFiles(bench["cache/chunks"]), file => file.EndsWith(".part", StringComparison.Ordinal));
        Assert.False(Tool.IsEncoding(bench["cache"]));
    }

    [Fact]
    public void Ctrl_C_on_a_terminal_ends_a_training_whose_progress_is_shown_after_a_second()
    {
        var started = Stopwatch.StartNew();
        var outcome = Terminal(
            Environment.GetEnvironmentVariable("PATH")!, "\u0003", () => started.Elapsed > TimeSpan.FromSeconds(3),
            "check", bench.Write("long.yaml", LongTrainingTests.Scene)).Expect(130);

        Assert.Matches("training .*━.* \\d+%", outcome.Output);
        Assert.Contains("Cancelled; nothing was left behind.", outcome.Output);
    }

    /// <summary>Renders with a terminal for its three streams.</summary>
    /// <param name="keys">Pressed when FFmpeg is at work.</param>
    Outcome OnTerminal(string path, string? keys, params string[] arguments) => Terminal(
        path, keys, () => Tool.IsEncoding(bench["cache"]), ["render", bench.Scene, "-o", bench["clip.mp4"], .. arguments]);

    /// <summary>Runs a command with a terminal for its three streams.</summary>
    /// <param name="keys">Pressed when it is time.</param>
    Outcome Terminal(string path, string? keys, Func<bool> isTime, params string[] arguments)
    {
        string[] words = [BuiltProgram.File, .. arguments];
        var command = string.Join(' ', words.Select(word => $"'{word}'"));
        var start = BuiltProgram.StartInfo("script", "-q", "-e", "-f", "-c", "stty cols 120; exec " + command, bench["typescript"]);
        (start.Environment["PATH"], start.Environment["TERM"]) = (path, "xterm-256color");
        var terminal = Process.Start(start)!;
        if (keys is not null) Wait.Until(isTime);
        terminal.StandardInput.Write(keys);
        terminal.StandardInput.Flush();
        var output = terminal.StandardOutput.ReadToEndAsync();
        terminal.WaitForExit();
        var outcome = new Outcome(terminal.ExitCode, output.GetAwaiter().GetResult(), "");
        terminal.Dispose();
        return outcome;
    }
}
