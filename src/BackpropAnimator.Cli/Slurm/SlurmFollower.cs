using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>Follows the jobs of a batch until all have ended, by the events that they write and by their states.</summary>
internal sealed class SlurmFollower(SubmissionFolder folder, Submission jobs, SlurmProgress progress, BatchDisplay display)
{
    // Files are cheap to look into; the controller is everybody's.
    static readonly TimeSpan lookInterval = TimeSpan.FromMilliseconds(500), askInterval = TimeSpan.FromSeconds(5);

    // The last lines of a job on another machine may come a while after it has ended: as long as NFS keeps what it knows of a file.
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    const int MostNamed = 4;

    readonly EventTail[] shares = [.. Enumerable.Range(0, jobs.Shares).Select(share => new EventTail(folder.EventsOf(share)))];
    readonly EventTail join = new(folder.EventsOf(null));
    readonly HashSet<int> told = [];
    ImmutableArray<SlurmTask> joins = [];

    /// <returns>What became of each variant.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the jobs go on.</exception>
    /// <exception cref="RenderException">The controller does not answer.</exception>
    public async Task<ImmutableArray<VariantReport>> RunAsync(CancellationToken cancellation)
    {
        var asked = Stopwatch.StartNew();
        Stopwatch? ended = null;
        while (true)
        {
            Look();
            if (progress.IsJoined || ended?.Elapsed > patience) break;
            if (ended is null && asked.Elapsed > askInterval)
            {
                if (await HaveEndedAsync(cancellation).ConfigureAwait(false)) ended = Stopwatch.StartNew();
                asked.Restart();
            }
            await Task.Delay(lookInterval, cancellation).ConfigureAwait(false);
        }
        await HaveEndedAsync(cancellation).ConfigureAwait(false);
        // Its state may be known before its last events are: only now is it sure that they do not come.
        if (!progress.IsJoined) TellOfFailedJoin();
        return progress.Reports(ended is null ? null : "its job ended before it was joined");
    }

    void Look()
    {
        foreach (var share in shares)
            foreach (var told in share.Next()) progress.TakeFromShare(told);
        foreach (var told in join.Next()) progress.TakeFromJoin(told);
    }

    void TellOfFailedJoin()
    {
        foreach (var task in joins.Where(task => task.HasFailed))
            display.Warn($"the join ended on {task.Node} as {task.State} ({task.Reason}); its log is {folder.LogOf(null)}");
    }

    /// <summary>Asks for the states, tells of shares that have failed, and whether nothing runs or waits any more.</summary>
    async Task<bool> HaveEndedAsync(CancellationToken cancellation)
    {
        var tasks = jobs.Shares == 0 ? [] : await SlurmClient.TasksAsync(jobs.Array, cancellation).ConfigureAwait(false);
        foreach (var failed in tasks.Where(task => task.HasFailed && told.Add(task.Index)).GroupBy(task => (task.State, task.Reason)))
            display.Warn(InWords([.. failed]));
        joins = [.. await SlurmClient.TasksAsync(jobs.Join, cancellation).ConfigureAwait(false)];
        return joins.All(task => task.IsOver) && tasks.All(task => task.IsOver);
    }

    string InWords(ImmutableArray<SlurmTask> failed)
    {
        var (first, log) = (failed[0], folder.LogOf(failed[0].Index));
        var names = string.Join(", ", failed.Take(MostNamed).Select(task => $"{task.Index}"))
            + (failed.Length > MostNamed ? $" and {failed.Length - MostNamed} more" : "");
        return $"{(failed.Length == 1 ? "share" : "shares")} {names} of {jobs.Shares} ended as {first.State} ({first.Reason}), on "
            + $"{string.Join(", ", failed.Select(task => task.Node).Distinct().Take(MostNamed))}; finished chunks are kept, and run again "
            + $"the batch goes on with the others. The log is {log}{LastWords(log)}";
    }

    static string LastWords(string log)
    {
        try
        {
            return File.ReadLines(log).LastOrDefault(line => line.Length > 0) is { } last ? $", which ends: {last}" : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
