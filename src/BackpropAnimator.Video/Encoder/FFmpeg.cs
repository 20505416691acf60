using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;
using BackpropAnimator.Video.Transport;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;

namespace BackpropAnimator.Video.Encoder;

/// <summary>The one place that starts FFmpeg: through FFMpegCore to make files, and bare to be asked or measured.</summary>
internal sealed class FFmpeg(RenderOptions render)
{
    // FFmpeg's exit code after SIGINT: on Ctrl-C it gets the signal together with us.
    const int ExitAfterSignal = 255;
    static readonly TimeSpan SignalGrace = TimeSpan.FromMilliseconds(500);

    // A killed process is gone within milliseconds. One that started others, which still hold its output, would keep us as long as they live.
    static readonly TimeSpan KillGrace = TimeSpan.FromSeconds(2);

    readonly Lazy<Task> prepared = new(() => Task.Run(() => IntroduceAsync(render.FFmpegFolder)));

    /// <summary>
    /// Before FFMpegCore starts a program for the first time, it asks for its version and waits for the answer. To be called as soon as it is likely that
    /// FFmpeg will be started: it is done meanwhile, and only once.
    /// </summary>
    public Task PrepareAsync() => prepared.Value;

    /// <summary>Encodes what the pump sends into a file.</summary>
    /// <param name="arguments">From the encoder to the file's format.</param>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string arguments, string file, CancellationToken cancellation) =>
        EncodeAsync(frames, input => input, arguments, file, cancellation);

    /// <summary>The same with a PNG picture as a second input.</summary>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string picture, string arguments, string file, CancellationToken cancellation)
    {
        // The format is named, or a % in the path would stand for a number.
        return EncodeAsync(frames, input => input.AddFileInput(FileName.Quoted(picture), verifyExists: false, options => options.WithCustomArgument("-f png_pipe")),
            arguments, file, cancellation);
    }

    async Task EncodeAsync(FramePump frames, Func<FFMpegArguments, FFMpegArguments> addInputs, string arguments, string file, CancellationToken cancellation)
    {
        await using (var pipe = FramePipe.For(frames))
        {
            var run = addInputs(FFMpegArguments.FromInput(pipe))
                .OutputToFile(FileName.Quoted(file), overwrite: true, output => output.WithCustomArgument(arguments));
            try
            {
                await RunAsync(run, new(file, () => frames.FramesWritten, () => frames.WaitsForEncoder), file, cancellation).ConfigureAwait(false);
            }
            catch (RenderException) when (pipe.Error is not null)
            {
                // What FFmpeg says of half a video follows from it.
            }
            if (pipe.Error is { } error) ExceptionDispatchInfo.Throw(error);
        }
        if (frames.FramesWritten < frames.Count)
            throw new RenderException($"FFmpeg stopped reading after {frames.FramesWritten} of {frames.Count} frames, without saying why.");
        if (!File.Exists(file)) throw new RenderException("FFmpeg ended without an error but wrote nothing.");
    }

    /// <summary>Puts files of the same settings one after another without encoding them again.</summary>
    /// <param name="list">The files, as FFmpeg's concat demuxer reads them.</param>
    /// <param name="folder">Where the list's files are.</param>
    /// <param name="metadata">Tags and chapters, as an ffmetadata file has them.</param>
    /// <param name="arguments">The joined file's format.</param>
    /// <exception cref="RenderException">FFmpeg failed or stalled.</exception>
    public async Task JoinAsync(string list, string folder, string metadata, string arguments, string file, CancellationToken cancellation)
    {
        using var tags = new ScratchFile(".ffmetadata");
        Disk.Write(tags.Path, () => File.WriteAllText(tags.Path, metadata));
        var run = FFMpegArguments
            .FromFileInput(FileName.Quoted(list), verifyExists: false, input => input.WithCustomArgument("-f concat -safe 0"))
            .AddMetadataFile(FileName.Quoted(tags.Path), verifyExists: false, input => input.WithCustomArgument("-f ffmetadata"))
            .OutputToFile(FileName.Quoted(file), overwrite: true, output => output.CopyStreams().WithCustomArgument(arguments));
        await RunAsync(run, new(file, () => 0, () => true), file, cancellation, folder).ConfigureAwait(false);
    }

    /// <summary>Counts the frames of a finished file of any format, one by one.</summary>
    /// <param name="scratch">Where to write a list of them.</param>
    /// <exception cref="RenderException">The file is not a video.</exception>
    public async Task<(int Frames, double Seconds)> CountAsync(string file, string scratch, CancellationToken cancellation)
    {
        var run = FFMpegArguments.FromFileInput(FileName.Quoted(file), verifyExists: false).OutputToFile(FileName.Quoted(scratch), overwrite: true,
            output => output.WithCustomArgument("-map 0:v:0").CopyStreams().WithCustomArgument("-f framecrc"));
        await RunAsync(run, new(scratch, () => 0, () => true), scratch, cancellation).ConfigureAwait(false);
        return PacketList.Read(File.ReadLines(scratch));
    }

    /// <summary>Runs a program of FFmpeg with exactly these arguments, and nothing on its standard input.</summary>
    /// <param name="program">As <see cref="FFmpegProgram.Find"/> finds it.</param>
    /// <returns>How it ended, and what it wrote on standard output and standard error.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<(int ExitCode, string Output, string Said)> RunBareAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await said.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, output, await said.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    async Task RunAsync(FFMpegArgumentProcessor run, StallWatch watch, string file, CancellationToken cancellation, string workingFolder = "")
    {
        using var stalled = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stalled.Token);
        var watching = watch.CancelWhenStalledAsync(render.StallTimeout, stalled, either.Token);
        try
        {
            var result = await FinishAsync(run, workingFolder, either.Token).ConfigureAwait(false);
            if (result.ExitCode == ExitAfterSignal) await Task.Delay(SignalGrace, cancellation).ConfigureAwait(false);
            if (result.ExitCode != 0)
            {
                cancellation.ThrowIfCancellationRequested();
                throw FFmpegFailure.Explain(result.ExitCode, result.StandardError, file);
            }
            if (FFmpegFailure.IsDiskFull(result.StandardError)) throw RenderException.DiskFull(file, null);
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RenderException($"FFmpeg made no progress for {render.StallTimeout.TotalSeconds:0.#} s and was stopped; the disk or the machine may be overloaded.");
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    async Task<FFMpegResult> FinishAsync(FFMpegArgumentProcessor run, string workingFolder, CancellationToken stop)
    {
        // FFMpegCore would fall back to the search path.
        var program = FFmpegProgram.Find(render.FFmpegFolder) ?? throw RenderException.FFmpegMissing("ffmpeg", render.FFmpegFolder);
        var options = new FFOptions { BinaryFolder = Path.GetDirectoryName(program)!, WorkingDirectory = workingFolder, Encoding = Encoding.UTF8 };
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
        catch (Exception e) when (e is FFMpegException or Win32Exception or Instances.Exceptions.InstanceException)
        {
            throw new RenderException($"{program} cannot be used: it does not start, or does not tell its version; install FFmpeg, or name the folder that has it.", e);
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
            // FFMpegCore says q to it first, and it has ended already.
        }
    }

    // What cannot be used fails in the same way when it is started in earnest, and is told then.
    static async Task IntroduceAsync(string folder)
    {
        if (FFmpegProgram.Find(folder) is not { } program) return;
        try
        {
            var options = new FFOptions { BinaryFolder = Path.GetDirectoryName(program)! };
            await FFMpegArguments.FromInput(new NoInput()).OutputToNull().ProcessAsynchronously(throwOnError: false, options).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FFMpegException or Win32Exception or Instances.Exceptions.InstanceException or NotSupportedException)
        {
            // As meant: FFMpegCore has asked for the version, and has not been able to go on.
        }
    }

    /// <summary>An input that cannot be opened.</summary>
    sealed class NoInput : FFMpegCore.Arguments.IInputArgument
    {
        public string Text => "";

        public void Pre(FFOptions options) => throw new NotSupportedException();

        public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Post() { }
    }
}
