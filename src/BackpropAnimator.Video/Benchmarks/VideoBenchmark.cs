using System.Diagnostics;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Encoder.Codecs;
using BackpropAnimator.Video.Pump;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;
using FFMpegCore.Pipes;
using SkiaSharp;

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
            for (int i; (i = Interlocked.Increment(ref next)) < plan.Length;)
                foreach (var frame in frames.Compose(plan[i], CancellationToken.None)) painter.Paint(frame, CancellationToken.None).Release();
        });
        return clock.Elapsed;
    }

    /// <summary>
    /// One FFmpeg alone: all frames are painted and converted beforehand, and come from memory. The arguments are a render's,
    /// but FFmpeg may take as many threads as it likes.
    /// </summary>
    /// <param name="file">Where to write the video; the caller removes it.</param>
    /// <returns>The time that FFmpeg took, its start included and the painting not.</returns>
    /// <exception cref="FFMpegException">FFmpeg is missing or failed.</exception>
    public static async Task<TimeSpan> EncodeAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, string file, string ffmpegFolder, CancellationToken cancellation)
    {
        var input = new PaintedFrames(frames, settings.Size, fonts, cancellation);
        var run = FFMpegArguments.FromPipeInput(input).OutputToFile(file, overwrite: true, output => output
            .WithCustomArgument(Codec.Of(settings.Kind).Arguments(settings, frames.Rate))
            .WithCustomArgument("-threads 0")
            .WithCustomArgument(Container.OfChunk(settings.Kind, frames.Rate)));
        var clock = Stopwatch.StartNew();
        await run.WithLogLevel(FFMpegLogLevel.Warning).CancellableThrough(cancellation).ProcessAsynchronously(true, new FFOptions { BinaryFolder = ffmpegFolder }).ConfigureAwait(false);
        return clock.Elapsed;
    }

    sealed class PaintedFrames : IPipeSource
    {
        readonly byte[][] painted;
        readonly string arguments;

        public PaintedFrames(FrameSequence frames, SKSizeI size, FontShelf fonts, CancellationToken cancellation)
        {
            arguments = EncoderArguments.RawVideo(size, frames.Rate);
            painted = new byte[frames.Count][];
            using var painter = new PlanarPainter(size, fonts);
            for (var n = 0; n < frames.Count; n++)
            {
                var picture = painter.Paint(frames.FrameAt(n), cancellation);
                painted[n] = picture.Planes.Bytes.ToArray();
                picture.Release();
            }
        }

        public string GetStreamArguments() => arguments;

        public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
        {
            foreach (var frame in painted) await outputStream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }
    }
}
