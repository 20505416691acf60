using System.Collections.Immutable;
using System.Diagnostics;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Files;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>Renders and joins some chunks of a batch, to tell from these what all take of a core.</summary>
/// <remarks>
/// As many at a time as a batch here would. One alone keeps a third more than one processor busy, since this program paints while FFmpeg
/// encodes; where all cores of a node render there is no idle one to borrow from, and they share the memory.
/// </remarks>
internal static class PlanMeasurement
{
    // Of each processor, from all over the list; each takes seconds.
    const int Samples = 4;

    // Large enough for a disk to be at work on it.
    const int TrialBytes = 32 << 20;

    /// <param name="checking">How long reading and checking all videos took on all cores of this machine.</param>
    /// <param name="options">With the cache that the machines share.</param>
    /// <exception cref="RenderException">A chunk cannot be rendered, or the folder not be written.</exception>
    public static async Task<PlanFigures> RunAsync(
        ImmutableArray<CheckedVariant> variants, ImmutableArray<ListedChunk> chunks, TimeSpan start, TimeSpan checking,
        RenderOptions options, CancellationToken cancellation)
    {
        var sound = variants.Where(v => v.Sound is not null).ToDictionary(v => v.Variant.Name, v => v.Sound!);
        var missing = chunks.Where(chunk => !chunk.IsThere).ToImmutableArray();
        var folder = Directory.CreateTempSubdirectory(TemporaryNames.Prefix + "plan-").FullName;
        try
        {
            var jobs = VariantRunner.JobsFor(sound.Values, options);
            ImmutableArray<ListedChunk> measured = [.. Spread(missing.IsEmpty ? chunks : missing, Samples * jobs)];
            var each = options with { Jobs = 1, MemoryLimit = options.MemoryLimit / jobs };
            var samples = new Sample[measured.Length];
            await Parallel.ForAsync(
                0, samples.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
                async (i, stop) => samples[i] = await MeasureAsync(
                    sound[measured[i].Variant], measured[i], Path.Combine(folder, $"{i}"), each, stop));
            // The first ones pay for compiling what runs often, as each share does once, and that is small beside a share.
            var steady = samples.Length > jobs ? samples[jobs..] : samples;
            var pace = steady.Sum(s => s.Render.TotalSeconds) / steady.Sum(s => s.Chunk.Seconds);
            var bytes = samples.Sum(s => s.Bytes) / (double)samples.Sum(s => s.Chunk.Range.Count);
            var check = checking.TotalSeconds * Environment.ProcessorCount / Math.Max(1, sound.Count);
            return new(
                sound.Count, missing.Sum(chunk => chunk.Seconds) * pace,
                missing.Select(chunk => chunk.Seconds * pace).DefaultIfEmpty().Max(),
                missing.Length, chunks.Sum(chunk => chunk.Range.Count) * bytes, start.TotalSeconds,
                check + steady.Average(s => s.Open.TotalSeconds), steady.Average(s => s.Join.TotalSeconds),
                Throughput(options.CacheFolder!));
        }
        finally
        {
            Discard.Folder(folder);
        }
    }

    /// <param name="Open">Making its lesson.</param>
    /// <param name="Render">The chunk alone.</param>
    /// <param name="Join">A video of that chunk.</param>
    sealed record Sample(ListedChunk Chunk, TimeSpan Open, TimeSpan Render, TimeSpan Join, long Bytes);

    static IEnumerable<ListedChunk> Spread(ImmutableArray<ListedChunk> chunks, int most)
    {
        var count = Math.Min(most, chunks.Length);
        return Enumerable.Range(0, count).Select(i => chunks[(int)((long)i * chunks.Length / count)]);
    }

    static async Task<Sample> MeasureAsync(
        SoundVariant sound, ListedChunk chunk, string folder, RenderOptions options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var watch = Stopwatch.StartNew();
        using var open = new OpenLesson(sound.Scene, FontShelf.Open(), new(tell: null, cancellation), sound.Narration);
        var whole = SceneVideo.Whole(open.Lesson);
        var (frames, settings) = (whole.Frames, LessonVideo.Grounded(sound.Settings, sound.Scene));
        var opened = watch.Elapsed;
        var alone = new FrameSequence(chunk.Range.Count, frames.Rate, n => frames.FrameAt(chunk.Range.First + n))
        {
            Identity = $"{frames.Identity} {chunk.Range}",
        };
        var one = options with { CacheFolder = Path.Combine(folder, "cache") };
        watch.Restart();
        await VideoChunks.RenderAsync(alone, settings, open.Fonts, VideoChunks.PlanOf(alone, settings), one, _ => { }, cancellation);
        var rendered = watch.Elapsed;
        var video = Path.Combine(folder, "video" + settings.Kind.Format.Extension);
        watch.Restart();
        await VideoRenderer.RenderAsync(alone, settings, open.Fonts, video, one with { JoinsOnly = true }, cancellation: cancellation);
        return new(chunk, opened, rendered, watch.Elapsed, new FileInfo(video).Length);
    }

    // What is written there, to the disk and not to this machine's memory.
    static double Throughput(string cache)
    {
        var trial = Path.Combine(cache, $"trial-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(cache);
            var watch = Stopwatch.StartNew();
            using (var file = new FileStream(trial, FileMode.CreateNew))
            {
                file.Write(new byte[TrialBytes]);
                file.Flush(flushToDisk: true);
            }
            return TrialBytes / watch.Elapsed.TotalSeconds;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RenderException($"{cache} cannot be written, and the machines are to share it: {e.Message}");
        }
        finally
        {
            Discard.File(trial);
        }
    }
}
