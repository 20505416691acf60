using System.Text.RegularExpressions;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pump;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;

namespace BackpropAnimator.Video.Encoder;

/// <summary>The one place that starts FFmpeg and FFprobe, and that turns their failures into sentences.</summary>
internal sealed partial class FFmpeg(VideoSettings settings)
{
    // FFmpeg's exit code after SIGINT: on Ctrl-C it gets the signal together with us.
    const int ExitAfterSignal = 255;
    static readonly TimeSpan SignalGrace = TimeSpan.FromMilliseconds(500);

    readonly FFOptions options = new() { BinaryFolder = settings.FFmpegFolder };

    /// <summary>Encodes what the pump sends into an MP4 file.</summary>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public async Task EncodeAsync(FramePump frames, string metadata, string file, CancellationToken cancellation)
    {
        var run = FFMpegArguments.FromPipeInput(frames).AddMetaData(metadata).OutputToFile(file, overwrite: true, output =>
        {
            EncoderArguments.H264(output, settings, frames.Rate);
            EncoderArguments.Mp4(output, frames.Rate);
            output.WithCustomArgument("-movflags +faststart");
        });
        await RunAsync(run, new StallWatch(frames, file), file, cancellation).ConfigureAwait(false);
        if (frames.FramesWritten < frames.Count)
            throw new RenderException($"FFmpeg stopped reading after {frames.FramesWritten} of {frames.Count} frames, without saying why.");
    }

    /// <summary>Counts the frames of a finished file.</summary>
    /// <exception cref="RenderException">The file is not a video, or FFprobe is missing.</exception>
    public async Task<(int Frames, double Seconds)> ProbeAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var video = (await FFProbe.AnalyseAsync(file, options, cancellation).ConfigureAwait(false)).PrimaryVideoStream
                ?? throw new RenderException($"FFmpeg wrote a file without video: {file}.");
            // In MP4 the average rate is the number of frames by the duration.
            return ((int)Math.Round(video.AvgFrameRate * video.Duration.TotalSeconds), video.Duration.TotalSeconds);
        }
        catch (FFProbeException e) when (e.InnerException is not null)
        {
            throw RenderException.FFmpegMissing("ffprobe", settings.FFmpegFolder, e);
        }
        catch (FFProbeException e)
        {
            throw new RenderException($"FFmpeg wrote a file that FFprobe cannot read: {LastLines(e.Message)}.", e);
        }
    }

    async Task RunAsync(FFMpegArgumentProcessor run, StallWatch watch, string file, CancellationToken cancellation)
    {
        using var stalled = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stalled.Token);
        var watching = watch.CancelWhenStalledAsync(settings.StallTimeout, stalled, either.Token);
        try
        {
            await run.WithLogLevel(FFMpegLogLevel.Warning).CancellableThrough(either.Token).ProcessAsynchronously(true, options).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RenderException($"FFmpeg made no progress for {settings.StallTimeout.TotalSeconds:0.#} s and was stopped; the disk or the machine may be overloaded.");
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
        if (e.Type == FFMpegExceptionType.Operation) return RenderException.FFmpegMissing("ffmpeg", settings.FFmpegFolder, e);
        if (e.FFMpegErrorOutput.Contains("No space left on device", StringComparison.Ordinal)) return RenderException.DiskFull(file, e);
        var said = LastLines(e.FFMpegErrorOutput);
        return new($"FFmpeg stopped with exit code {ExitCode(e)}{(said.Length > 0 ? $": {said}" : " and said nothing")}.", e);
    }

    static string LastLines(string text) =>
        string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3)).TrimEnd('.');

    // FFMpegCore keeps the exit code nowhere but in the message.
    static int ExitCode(FFMpegException e) => ExitCodeInMessage().Match(e.Message) is { Success: true } match ? int.Parse(match.Groups[1].Value) : -1;

    [GeneratedRegex(@"exit-code \((-?\d+)")]
    private static partial Regex ExitCodeInMessage();
}
