using System.Collections.Immutable;
using System.Diagnostics;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>Does something for the variants of a batch that need it, several at a time. None stops another.</summary>
/// <param name="options">How all are rendered: those under way share its jobs and its memory.</param>
/// <param name="force">Whether those that are up to date are rendered too.</param>
/// <param name="display">Told of everything, from several threads.</param>
internal abstract class VariantRunner(RenderOptions options, bool force, BatchDisplay display)
{
    readonly Func<string, Manifest> manifestOf = Manifest.ForVideos();

    protected BatchDisplay Display => display;

    public bool IsUpToDate(CheckedVariant variant) =>
        !force && variant.Sound is { } sound && manifestOf(variant.Variant.Output).IsUpToDate(variant.Variant.Output, sound.Key);

    /// <returns>What became of each, in order; when cancelled, of the others too.</returns>
    public async Task<ImmutableArray<VariantReport>> RunAsync(ImmutableArray<CheckedVariant> variants, CancellationToken cancellation)
    {
        var reports = variants.Select(v =>
            new VariantReport(v.Variant, v.Sound is null ? VariantOutcome.Refused : VariantOutcome.Unfinished)).ToArray();
        var sound = Enumerable.Range(0, variants.Length).Where(i => variants[i].Sound is not null).ToArray();
        if (sound.Length == 0) return [.. reports];

        var jobs = JobsFor(sound.Select(i => variants[i].Sound!), options);
        var together = Math.Min(jobs, sound.Length);
        var share = options with { Jobs = jobs / together, MemoryLimit = options.MemoryLimit / together };
        try
        {
            await Parallel.ForEachAsync(
                sound, new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellation }, async (i, stop) =>
            {
                reports[i] = IsUpToDate(variants[i])
                    ? new(variants[i].Variant, VariantOutcome.UpToDate, Bytes: new FileInfo(variants[i].Variant.Output).Length)
                    : await RenderAsync(variants[i].Variant, variants[i].Sound!, share, stop);
                display.Report(reports[i]);
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The reports say how far it came.
        }
        return [.. reports];
    }

    /// <summary>How many chunks of some variants are rendered at a time: as many as every one of them allows.</summary>
    public static int JobsFor(IEnumerable<SoundVariant> sound, RenderOptions options) =>
        options.Jobs > 0 ? options.Jobs : sound.Min(variant => VideoRenderer.JobsFor(variant.Settings, options));

    async Task<VariantReport> RenderAsync(Variant variant, SoundVariant sound, RenderOptions share, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var progress = display.ProgressOf(variant);
        try
        {
            using var open = new OpenLesson(sound.Scene, FontShelf.Open(), new(tell: null, cancellation), sound.Narration);
            var astray = MarkCheck.Run(open.Lesson);
            // What an engine makes of a text is known only now.
            if (astray.Any(problem => problem.Severity == Severity.Error))
                return Failed(new(ExitCode.SceneProblem, string.Join('\n', astray)));
            var bytes = await WorkAsync(variant, sound, Excerpt.Whole(open.Lesson), share, progress, cancellation);
            return new(variant, VariantOutcome.Rendered, watch.Elapsed, bytes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(Failure.Of(e));
        }

        VariantReport Failed(Failure failure)
        {
            progress.Fail(failure);
            return new(variant, VariantOutcome.Failed, watch.Elapsed, Failure: failure);
        }
    }

    /// <summary>Does it for one.</summary>
    /// <param name="share">How much of the machine it may take.</param>
    /// <returns>The finished video's length in bytes; null where there is none yet.</returns>
    protected abstract Task<long?> WorkAsync(
        Variant variant, SoundVariant sound, Excerpt whole, RenderOptions share, ProgressDisplay progress, CancellationToken cancellation);

    /// <summary>Notes from what a finished video was made.</summary>
    protected void Note(Variant variant, SoundVariant sound) => manifestOf(variant.Output).Note(variant.Output, sound.Key);
}
