using System.Diagnostics;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pump;
using SkiaSharp;
using Win32Exception = System.ComponentModel.Win32Exception;

namespace BackpropAnimator.Video;

/// <summary>Measures the halves of a render apart from each other: what we do to a frame, and what the encoder does.</summary>
public static class VideoBenchmark
{
    /// <summary>Composes, paints and converts every frame as a render does; none is looked for in a cache, and none encoded.</summary>
    /// <param name="jobs">Chunks at a time, each on a thread of its own.</param>
    /// <returns>The time it took.</returns>
    public static TimeSpan Paint(FrameSequence frames, SKSizeI size, FontShelf fonts, int jobs)
    {
        var plan = ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));
        var next = -1;
        var clock = Stopwatch.StartNew();
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            using var painter = new PlanarPainter(size, fonts);
            for (var i = Interlocked.Increment(ref next); i < plan.Length; i = Interlocked.Increment(ref next))
                foreach (var frame in frames.Compose(plan[i], CancellationToken.None))
                    painter.Paint(frame, CancellationToken.None).Release();
        });
        return clock.Elapsed;
    }

    /// <summary>
    /// One bare FFmpeg that encodes frames from a file: with a render's arguments,
    /// but as many threads as it likes. Nothing of ours runs meanwhile.
    /// </summary>
    /// <param name="file">Where to write the video; the caller removes it.</param>
    /// <returns>The time from its start to its end.</returns>
    /// <exception cref="RenderException">FFmpeg is missing or failed.</exception>
    public static async Task<TimeSpan> EncodeAsync(
        RawFrames frames, VideoSettings settings, Timeline.FrameRate rate, string file, CancellationToken cancellation)
    {
        var program = FFmpegProgram.Find("") ?? throw RenderException.FFmpegMissing("ffmpeg", "");
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-y", .. Words(frames.Arguments), "-i", "file:" + frames.File,
            .. Words(EncoderArguments.Output(settings, rate, frames.Count)), "-threads", "0", "file:" + file,
        ];
        var clock = Stopwatch.StartNew();
        try
        {
            var (exitCode, _, said) = await FFmpegProcess.RunBareAsync(program, arguments, cancellation).ConfigureAwait(false);
            return exitCode == 0 ? clock.Elapsed : throw FFmpegFailure.Explain(exitCode, said.Split('\n'), file);
        }
        catch (Win32Exception e)
        {
            throw RenderException.FFmpegMissing("ffmpeg", "", e);
        }
    }

    // None of our own arguments has a space in it.
    static string[] Words(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
