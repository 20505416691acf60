using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Rendering;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Sound;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>Renders frames into a video file.</summary>
/// <remarks>
/// A video is a list of chunks, each rendered on its own or found in the cache, and joined without encoding again. So its
/// pictures are the same bit for bit, however many chunks are rendered at a time and whichever were there already. Animated
/// pictures, such as GIF, cannot be joined, and are encoded from beginning to end.
/// </remarks>
public static class VideoRenderer
{
    /// <param name="frames">What to render.</param>
    /// <param name="settings">What the video is like.</param>
    /// <param name="fonts">For every text in the frames.</param>
    /// <param name="target">
    /// The file to write. It appears, or is replaced, only when the video is complete; one that is just so already is left alone.
    /// </param>
    /// <param name="options">How to render it; by default on all processors and without a cache.</param>
    /// <param name="progress">Told after every frame or reused chunk, from threads of the renderer but one report at a time.</param>
    /// <param name="cancellation">Stops the render.</param>
    /// <exception cref="RenderException">
    /// FFmpeg, the disk or the folder do not allow it; nothing is left behind but chunks in the cache.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind but chunks in the cache.</exception>
    public static async Task<RenderReport> RenderAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, string target,
        RenderOptions? options = null, IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new();
        using var scratch = ScratchFolder.Create();
        var render = NewJob(frames, settings, fonts, options, progress, scratch, cancellation);
        using var part = new PartFile(target);
        Leftovers.SweepScratch(scratch);
        Leftovers.SweepTargets(Path.GetDirectoryName(part.Target), scratch);
        return settings.Kind.Codec.Joins
            ? await ChunkedVideo.RenderAsync(render, part, cancellation).ConfigureAwait(false)
            : await AnimatedPicture.RenderAsync(render, part, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// What is heard with a video, by itself: what <see cref="RenderAsync"/> puts beside its pictures, and finds in the cache later.
    /// </summary>
    /// <returns>A file in the format of the video's sound, such as MP4 with AAC; null where nothing is heard.</returns>
    /// <inheritdoc cref="RenderAsync"/>
    public static async Task<byte[]?> SoundAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, RenderOptions? options = null,
        CancellationToken cancellation = default)
    {
        if (settings.Accompaniment is not { Sound.IsEmpty: false } with || settings.Kind.Format.Sound is not { } codec) return null;
        options ??= new();
        using var scratch = ScratchFolder.Create();
        var render = NewJob(frames, settings, fonts, options, progress: null, scratch, cancellation);
        using var store = new RenderStore(options.CacheFolder, options.CacheLimit, scratch);
        var (sound, _) = await new SoundRenderer(render, with, codec, store).GetAsync(cancellation).ConfigureAwait(false);
        using (sound) return await File.ReadAllBytesAsync(sound.Path, cancellation).ConfigureAwait(false);
    }

    /// <summary>A render, as far as its settings and the memory allow it.</summary>
    /// <exception cref="RenderException">They do not.</exception>
    internal static RenderJob NewJob(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, RenderOptions options, IProgress<RenderProgress>? progress,
        ScratchFolder scratch, CancellationToken cancellation)
    {
        var (format, codec, transparent) = settings.Kind;
        if (format.HighestRate < frames.Rate.FramesPerSecond)
            throw new RenderException(
                $"{format} shows at most {format.HighestRate} frames a second, and these are {frames.Rate.FramesPerSecond:0.##}; "
                + "choose a lower --fps.");
        if (settings.Kind.ProblemOf(settings.Size) is ({ } problem, { } remedy)) throw new RenderException($"{problem}; {remedy}.");
        if (settings.Hardware?.ProblemOf(settings.Kind) is { } idle) throw new RenderException($"{idle}.");
        var budget = BudgetFor(settings, options);
        var wanted = codec.Joins ? options.Jobs : 1;
        var jobs = wanted > 0 ? budget.Jobs(wanted) : Math.Min(budget.Jobs(0), MostJobs(settings));
        return new(
            transparent ? frames.WithoutGround() : frames, settings, fonts, options, jobs, new(options, settings.Hardware),
            new(settings, options, cancellation), new(frames.Count, progress), scratch);
    }

    /// <summary>
    /// How many chunks are rendered at a time unless <see cref="RenderOptions.Jobs"/> says: as many as processors and memory allow.
    /// </summary>
    public static int JobsFor(VideoSettings settings, RenderOptions options) =>
        Math.Min(BudgetFor(settings, options).Fitting, MostJobs(settings));

    static int MostJobs(VideoSettings settings) => settings.Hardware?.MostJobs ?? int.MaxValue;

    /// <summary>FFmpeg's arguments for the frames, of a chunk where there are chunks, and for the file they become.</summary>
    public static string DescribeEncoder(FrameSequence frames, VideoSettings settings)
    {
        var (_, codec, transparent) = settings.Kind;
        var input = EncoderArguments.RawVideo(settings.Size, frames.Rate, codec.Layout(settings));
        var palette = codec.PaletteArguments(transparent) is null ? "" : " -i palette.png";
        return $"{input} -i pipe:0{palette} {EncoderArguments.Output(settings, frames.Rate, frames.Count)}";
    }

    static MemoryBudget BudgetFor(VideoSettings settings, RenderOptions options) =>
        new(settings.Size, settings.Kind.Codec.BytesPerPixel(settings.Kind.Transparent), options.MemoryLimit ?? MemoryBudget.DefaultLimit);
}
