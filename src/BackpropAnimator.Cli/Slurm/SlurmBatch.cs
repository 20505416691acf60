using System.Collections.Immutable;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>A batch that a Slurm cluster renders: submitted, followed, cancelled.</summary>
/// <param name="options">How it is rendered, with the cache that the cluster shares.</param>
/// <param name="words">The options and files that <c>backprop chunks</c> gets.</param>
internal sealed class SlurmBatch(RenderOptions options, SlurmRequest request, ImmutableArray<string> words, BatchDisplay display)
{
    string Cache => Path.GetFullPath(options.CacheFolder!);

    /// <param name="runner">Knows which variants are up to date.</param>
    /// <returns>What became of each, in order; null where the jobs are left to themselves.</returns>
    /// <exception cref="RenderException">Slurm or the shared folder does not allow it.</exception>
    public async Task<ImmutableArray<VariantReport>?> RunAsync(
        ImmutableArray<CheckedVariant> variants, BatchRunner runner, CancellationToken cancellation)
    {
        var folder = new SubmissionFolder(Cache, variants.Select(v => v.Variant.Output));
        ImmutableArray<CheckedVariant> wanted = [.. variants.Where(v => v.Sound is null || !runner.IsUpToDate(v))];
        Submission jobs;
        if (request.Attach)
        {
            jobs = folder.Read() ?? throw new RenderException(
                $"No jobs were submitted for these videos with the cache {Cache}; leave --attach out to submit them.");
        }
        else
        {
            if (wanted.All(v => v.Sound is null)) return await runner.RunAsync(variants, cancellation).ConfigureAwait(false);
            if (folder.Read() is { } last && await AreUnderWayAsync(last, cancellation).ConfigureAwait(false))
                throw new RenderException(
                    $"Jobs {last.Array} and {last.Join} are at work on these videos; --attach follows them, and scancel ends them.");
            var submitter = new SlurmSubmitter(folder, request, Cache, words);
            jobs = await submitter.SubmitAsync(ChunkList.Of(wanted, options, cancellation), cancellation).ConfigureAwait(false);
        }
        display.Mention(jobs.Shares == 0
            ? $"job {jobs.Join} joins what is rendered already"
            : $"job {jobs.Array} renders in {jobs.Shares} {(jobs.Shares == 1 ? "share" : "shares")}, and job {jobs.Join} joins them");
        if (request.Detach) return null;
        return await FollowAsync(folder, jobs, variants, cancellation).ConfigureAwait(false);
    }

    async Task<ImmutableArray<VariantReport>> FollowAsync(
        SubmissionFolder folder, Submission jobs, ImmutableArray<CheckedVariant> variants, CancellationToken cancellation)
    {
        var progress = new SlurmProgress(variants, ListedChunk.Read(folder.Order), display);
        try
        {
            var reports = await new SlurmFollower(folder, jobs, progress, display).RunAsync(cancellation).ConfigureAwait(false);
            if (VariantReport.ExitCodeOf(reports) == ExitCode.Success) folder.End();
            return reports;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await SlurmClient.CancelAsync(jobs.Shares == 0 ? [jobs.Join] : [jobs.Array, jobs.Join]).ConfigureAwait(false);
            return progress.Reports(unjoined: null);
        }
    }

    static async Task<bool> AreUnderWayAsync(Submission jobs, CancellationToken cancellation) =>
        (await SlurmClient.TasksAsync(jobs.Join, cancellation).ConfigureAwait(false)).Any(task => !task.IsOver);
}
