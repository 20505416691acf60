using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FFMpegCore;
using FFMpegCore.Arguments;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;
using Instances.Exceptions;

namespace BackpropAnimator.Video.Encoder;

/// <summary>The one place that starts FFmpeg: through FFMpegCore to make files, and bare to be asked or measured.</summary>
internal sealed class FFmpegProcess(RenderOptions render)
{
    // FFmpeg's exit code after a signal that it heeds, and those after SIGHUP, SIGINT, SIGQUIT and SIGTERM where it does not, or not yet,
    // or where a script stands for it. It gets the signal together with us: on Ctrl-C, when the terminal is closed, or when Slurm ends a
    // job, all of whose processes get SIGTERM.
    static readonly int[] exitsAfterSignal = [255, 128 + 1, 128 + 2, 128 + 3, 128 + 15];

    // A killed process is gone within milliseconds. One that started others, which still hold its output, would keep us as long as
    // they live.
    static readonly TimeSpan KillGrace = TimeSpan.FromSeconds(2);

    readonly Lazy<Task> prepared = new(() => Task.Run(() => PrepareAsync(render.FFmpegFolder)));

    /// <summary>
    /// Before FFMpegCore starts a program for the first time, it asks for its version and waits for the answer. This has it do so now,
    /// once, while there is other work.
    /// </summary>
    public Task PrepareAsync() => prepared.Value;

    /// <param name="run">What FFmpeg is to do.</param>
    /// <param name="file">What it writes.</param>
    /// <param name="workingFolder">Where relative names are; empty for this program's own.</param>
    /// <param name="hardware">What encodes; null for the processor, or where nothing is encoded.</param>
    /// <exception cref="RenderException">FFmpeg is missing, failed or stalled.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; FFmpeg is gone.</exception>
    public async Task RunAsync(
        FFMpegArgumentProcessor run, StallWatch watch, string file, CancellationToken cancellation, string workingFolder = "",
        HardwareEncoder? hardware = null)
    {
        using var stalled = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stalled.Token);
        var watching = watch.CancelWhenStalledAsync(render.StallTimeout, stalled, either.Token);
        try
        {
            var result = await FinishAsync(run, workingFolder, either.Token).ConfigureAwait(false);
            if (exitsAfterSignal.Contains(result.ExitCode)) await Task.Delay(render.SignalGrace, cancellation).ConfigureAwait(false);
            if (result.ExitCode != 0)
            {
                cancellation.ThrowIfCancellationRequested();
                throw FFmpegFailure.Explain(result.ExitCode, result.StandardError, file, hardware);
            }
            if (FFmpegFailure.IsDiskFull(result.StandardError)) throw RenderException.DiskFull(file, null);
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RenderException(
                $"FFmpeg made no progress for {render.StallTimeout.TotalSeconds:0.#} s and was stopped; "
                + "the disk or the machine may be overloaded.");
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    /// <summary>Runs a program of FFmpeg with exactly these arguments, and nothing on its standard input.</summary>
    /// <param name="program">As <see cref="FFmpegProgram.Find"/> finds it.</param>
    /// <returns>How it ended, and what it wrote on standard output and standard error.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<(int ExitCode, string Output, string Said)> RunBareAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, output, await said.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    async Task<FFMpegResult> FinishAsync(FFMpegArgumentProcessor run, string workingFolder, CancellationToken stop)
    {
        // FFMpegCore would fall back to the search path.
        var program = FFmpegProgram.Find(render.FFmpegFolder) ?? throw RenderException.FFmpegMissing("ffmpeg", render.FFmpegFolder);
        // With options of our own it looks for no file of settings.
        var folder = Path.GetDirectoryName(program)!;
        var options = new FFOptions { BinaryFolder = folder, WorkingDirectory = workingFolder, Encoding = Encoding.UTF8 };
        // Not by the token: an FFmpeg that just ended would make cancelling throw.
        run.WithLogLevel(FFMpegLogLevel.Error).CancellableThrough(out var kill, gracePeriod: TimeSpan.Zero);
        await PrepareAsync().WaitAsync(stop).ConfigureAwait(false);
        var running = Task.Run(() => run.ProcessAsynchronously(throwOnError: false, options), CancellationToken.None);
        try
        {
            return await running.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Kill(kill);
            await Task.WhenAny(running, Task.Delay(KillGrace, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
        catch (Exception e) when (e is FFMpegException or Win32Exception or InstanceException)
        {
            throw new RenderException(
                $"{program} cannot be used: it does not start, or does not tell its version; "
                + "install FFmpeg, or name the folder that has it.", e);
        }
    }

    static void Kill(Action kill)
    {
        try
        {
            kill();
        }
        catch (IOException)
        {
            // FFMpegCore first tells it to quit, on its standard input, and that is closed: it has ended already. A program in FFmpeg's
            // place that closes its standard input and goes on is left to find its frames at an end.
        }
    }

    // A program that cannot be used fails in the same way when it is started in earnest, and that is told.
    static async Task PrepareAsync(string folder)
    {
        if (FFmpegProgram.Find(folder) is not { } program) return;
        try
        {
            var options = new FFOptions { BinaryFolder = Path.GetDirectoryName(program)! };
            var nothing = FFMpegArguments.FromInput(new NoInput()).OutputToNull();
            await nothing.ProcessAsynchronously(throwOnError: false, options).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FFMpegException or Win32Exception or InstanceException or NotSupportedException)
        {
            // As meant: FFMpegCore has asked for the version, and could not go on.
        }
    }

    /// <summary>An input that cannot be opened.</summary>
    sealed class NoInput : IInputArgument
    {
        public string Text => "";

        public void Pre(FFOptions options) => throw new NotSupportedException();

        public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Post() { }
    }
}
