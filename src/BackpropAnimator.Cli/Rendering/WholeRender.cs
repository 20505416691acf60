using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Rendering;

/// <summary><c>backprop render</c> as a process of its own, as a user runs it: from nothing to a finished video.</summary>
internal sealed class WholeRender
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "backprop.exe" : "backprop");

    readonly string[] arguments;

    /// <param name="scene">The scene's file.</param>
    /// <param name="command">Whose options for the scene and the encoder are passed on.</param>
    /// <param name="foreign">The one of its options that a render does not have.</param>
    /// <param name="part">What to render: one stretch of frames.</param>
    /// <param name="file">The video to write; the caller removes it.</param>
    public WholeRender(string scene, CommandResult command, Option foreign, Excerpt part, string file)
    {
        var (first, end) = part.Ranges.Single();
        arguments =
        [
            "render", scene, "-o", file, "--no-cache", "-q", "--from", Seconds(part, first), "--to", Seconds(part, end),
            .. PassedWords.OptionsOf(command, foreign),
        ];
    }

    /// <returns>The time from the process's start to its end.</returns>
    /// <exception cref="RenderException">It failed.</exception>
    public async Task<TimeSpan> MeasureAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true })!;
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? clock.Elapsed
                : throw new RenderException($"The render that was to be measured failed: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reached it too; whatever cancelled us alone did not.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    static string Seconds(Excerpt part, int frame) => part.Lesson.Rate.TimeOf(frame).ToString("0.#########", CultureInfo.InvariantCulture);
}
