using System.Text.RegularExpressions;
using BackpropAnimator.Video.Pump;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;

namespace BackpropAnimator.Video.Encoder;

/// <summary>The one place that starts FFmpeg, and that turns its failures into sentences.</summary>
internal sealed partial class FFmpeg(RenderOptions render)
{
    // FFmpeg's exit code after SIGINT: on Ctrl-C it gets the signal together with us.
    const int ExitAfterSignal = 255;
    const string NoSpaceLeft = "No space left on device";
    static readonly TimeSpan SignalGrace = TimeSpan.FromMilliseconds(500);

    readonly FFOptions options = new() { BinaryFolder = render.FFmpegFolder };

    /// <summary>Encodes what the pump sends into a file.</summary>
    /// <param name="arguments">From the encoder to the file's format.</param>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string arguments, string file, CancellationToken cancellation) =>
        EncodeAsync(FFMpegArguments.FromPipeInput(frames), frames, arguments, file, cancellation);

    /// <summary>The same with a picture as a second input.</summary>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string picture, string arguments, string file, CancellationToken cancellation) =>
        EncodeAsync(FFMpegArguments.FromPipeInput(frames).AddFileInput(picture), frames, arguments, file, cancellation);

    async Task EncodeAsync(FFMpegArguments input, FramePump frames, string arguments, string file, CancellationToken cancellation)
    {
        var run = input.OutputToFile(file, overwrite: true, output => output.WithCustomArgument(arguments));
        await RunAsync(run, new(file, () => frames.FramesWritten, () => frames.WaitsForEncoder), file, cancellation).ConfigureAwait(false);
        if (frames.FramesWritten < frames.Count)
            throw new RenderException($"FFmpeg stopped reading after {frames.FramesWritten} of {frames.Count} frames, without saying why.");
        if (!File.Exists(file)) throw new RenderException("FFmpeg ended without an error but wrote nothing.");
    }

    /// <summary>Puts files of the same settings one after another without encoding them again.</summary>
    /// <param name="list">The files, as FFmpeg's concat demuxer reads them.</param>
    /// <param name="metadata">Tags and chapters, as an ffmetadata file has them.</param>
    /// <param name="arguments">The joined file's format.</param>
    /// <exception cref="RenderException">FFmpeg failed or stalled.</exception>
    public async Task JoinAsync(string list, string metadata, string arguments, string file, CancellationToken cancellation)
    {
        var run = FFMpegArguments
            .FromFileInput(list, verifyExists: true, input => input.ForceFormat("concat").WithCustomArgument("-safe 0"))
            .AddMetaData(metadata)
            .OutputToFile(file, overwrite: true, output => output.WithCopyCodec().WithCustomArgument(arguments));
        await RunAsync(run, new(file, () => 0, () => true), file, cancellation).ConfigureAwait(false);
    }

    /// <summary>Counts the frames of a finished file of any format, one by one.</summary>
    /// <param name="scratch">Where to write a list of them.</param>
    /// <exception cref="RenderException">The file is not a video.</exception>
    public async Task<(int Frames, double Seconds)> CountAsync(string file, string scratch, CancellationToken cancellation)
    {
        var run = FFMpegArguments.FromFileInput(file).OutputToFile(scratch, overwrite: true, output => output
            .WithCustomArgument("-map 0:v:0").WithCopyCodec().ForceFormat("framecrc"));
        await RunAsync(run, new(scratch, () => 0, () => true), scratch, cancellation).ConfigureAwait(false);
        return PacketList.Read(File.ReadLines(scratch));
    }

    async Task RunAsync(FFMpegArgumentProcessor run, StallWatch watch, string file, CancellationToken cancellation)
    {
        using var stalled = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stalled.Token);
        var watching = watch.CancelWhenStalledAsync(render.StallTimeout, stalled, either.Token);
        var diskIsFull = false;
        try
        {
            await run.WithLogLevel(FFMpegLogLevel.Warning).NotifyOnError(line => diskIsFull |= line.Contains(NoSpaceLeft, StringComparison.Ordinal))
                .CancellableThrough(either.Token).ProcessAsynchronously(true, options).ConfigureAwait(false);
            // FFmpeg calls it a success when only the last of the file, its index, could not be written.
            if (diskIsFull) throw RenderException.DiskFull(file, null);
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RenderException($"FFmpeg made no progress for {render.StallTimeout.TotalSeconds:0.#} s and was stopped; the disk or the machine may be overloaded.");
        }
        catch (FFMpegException e)
        {
            if (ExitCode(e) == ExitAfterSignal) await Task.Delay(SignalGrace, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw Explain(e, file);
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    RenderException Explain(FFMpegException e, string file)
    {
        if (e.Type == FFMpegExceptionType.Operation) return RenderException.FFmpegMissing("ffmpeg", render.FFmpegFolder, e);
        if (e.FFMpegErrorOutput.Contains(NoSpaceLeft, StringComparison.Ordinal)) return RenderException.DiskFull(file, e);
        if (UnknownEncoder().Match(e.FFMpegErrorOutput) is { Success: true } unknown) return RenderException.EncoderMissing(unknown.Groups[1].Value, e);
        if (!Directory.Exists(Path.GetDirectoryName(file))) return RenderException.CannotWrite(file, "its folder was removed meanwhile", e);
        var said = LastLines(e.FFMpegErrorOutput);
        return new($"FFmpeg stopped with exit code {ExitCode(e)}{(said.Length > 0 ? $": {said}" : " and said nothing")}.", e);
    }

    static string LastLines(string text) =>
        string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3)).TrimEnd('.');

    // FFMpegCore keeps the exit code nowhere but in the message.
    static int ExitCode(FFMpegException e) => ExitCodeInMessage().Match(e.Message) is { Success: true } match ? int.Parse(match.Groups[1].Value) : -1;

    [GeneratedRegex(@"Unknown encoder '([^']+)'")]
    private static partial Regex UnknownEncoder();

    [GeneratedRegex(@"exit-code \((-?\d+)")]
    private static partial Regex ExitCodeInMessage();
}
