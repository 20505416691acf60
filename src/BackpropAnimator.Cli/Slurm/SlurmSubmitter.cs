using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>Submits a batch: an array of jobs that render shares of its chunks, and a job that joins them when all have ended.</summary>
/// <param name="words">The options and files that <c>backprop chunks</c> gets.</param>
internal sealed class SlurmSubmitter(SubmissionFolder folder, SlurmRequest request, string cache, ImmutableArray<string> words)
{
    // Starting a job, the program in it and its lessons takes some three seconds: two of a hundred.
    const double SecondsOfShare = 150;

    /// <exception cref="RenderException">Slurm does not take the jobs, or the shared folder cannot be written.</exception>
    public async Task<Submission> SubmitAsync(ImmutableArray<ListedChunk> chunks, CancellationToken cancellation)
    {
        var limits = await SlurmClient.LimitsAsync(cancellation).ConfigureAwait(false);
        var shares = SharesFor(chunks, request, limits);
        var array = 0;
        try
        {
            folder.Begin(chunks);
            if (shares > 0)
            {
                var tasks = $"--array=0-{shares - 1}{(request.Nodes > 0 ? $"%{request.Nodes}" : "")}";
                var script = Script("--render", $"{shares}", "--order", folder.Order);
                array = await SlurmClient.SubmitAsync([tasks, .. Options("render", "%a")], script, cancellation).ConfigureAwait(false);
            }
            // What is whole is joined even where a share has failed.
            string[] after = shares == 0 ? [] : [$"--dependency=afterany:{array}"];
            var join = await SlurmClient.SubmitAsync([.. after, .. Options("join", null)], Script("--join"), cancellation)
                .ConfigureAwait(false);
            var jobs = new Submission(array, join, shares);
            folder.Note(jobs);
            return jobs;
        }
        catch
        {
            if (array > 0) await SlurmClient.CancelAsync(array).ConfigureAwait(false);
            folder.End();
            throw;
        }
    }

    /// <summary>How many shares: as many as make each long enough, at least one a node, no more than the controller takes.</summary>
    /// <exception cref="RenderException">The controller takes none.</exception>
    public static int SharesFor(ImmutableArray<ListedChunk> chunks, SlurmRequest request, SlurmLimits limits)
    {
        var missing = chunks.Where(chunk => !chunk.IsThere).ToList();
        // The join is a job too.
        var most = Math.Min(limits.ArraySize, limits.Jobs - 1);
        if (most < 1) throw new RenderException("Slurm's controller takes no more jobs now (MaxJobCount); try again when some have ended.");
        return Math.Min(SharesOf(missing.Sum(chunk => chunk.Seconds), missing.Count, request.Nodes, request.Cores), most);
    }

    /// <summary>The same where the controller takes any number.</summary>
    /// <param name="seconds">Of a core, for all chunks.</param>
    public static int SharesOf(double seconds, int chunks, int nodes, int cores) =>
        Math.Min(Math.Max((int)Math.Ceiling(seconds / (SecondsOfShare * cores)), Math.Max(1, nodes)), chunks);

    IEnumerable<string> Options(string name, string? share) =>
    [
        $"--job-name=backprop-{name}", $"--output={folder.EventsOf(share)}", $"--error={folder.LogOf(share)}", "--open-mode=append",
        $"--chdir={Directory.GetCurrentDirectory()}", "--nodes=1", "--ntasks=1", $"--cpus-per-task={request.Cores}",
        // A share whose node has gone starts again elsewhere, and finds the chunks that it had finished.
        "--requeue",
        .. request.Time is null ? [] : new[] { $"--time={request.Time}" },
        .. request.More,
    ];

    string Script(params string[] step)
    {
        string[] line =
        [
            .. Program, "chunks", .. step, "--cache", cache, "--jobs", request.Cores.ToString(CultureInfo.InvariantCulture), "--json",
            .. words,
        ];
        return $"#!/bin/sh\nexec {string.Join(' ', line.Select(Quoted))}\n";
    }

    // This program, or the one that runs it.
    static string[] Program => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "backprop.dll")]
        : [Environment.ProcessPath!];

    static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
