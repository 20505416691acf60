using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BackpropAnimator.Files;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>Slurm's own programs, which know where its controller is.</summary>
internal static partial class SlurmClient
{
    // A controller with a hundred thousand jobs answers within seconds.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How many tasks an array may have, and how many jobs fit beside those that there are.</summary>
    /// <exception cref="RenderException">The controller does not answer.</exception>
    public static async Task<SlurmLimits> LimitsAsync(CancellationToken cancellation)
    {
        var config = await RunAsync("scontrol", ["show", "config"], "", cancellation).ConfigureAwait(false);
        var queue = await RunAsync("squeue", ["-h", "-r", "-a", "-o", "%i"], "", cancellation).ConfigureAwait(false);
        return new(Setting("MaxArraySize"), Setting("MaxJobCount") - queue.Count(letter => letter == '\n'));

        int Setting(string name) =>
            Regex.Match(config, $@"^{name}\s*=\s*(\d+)", RegexOptions.Multiline) is { Success: true } match
                ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new RenderException($"Slurm's controller does not tell its {name}; see what 'scontrol show config' says.");
    }

    /// <summary>Hands a script over.</summary>
    /// <param name="options">Of sbatch.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="RenderException">Slurm does not take it.</exception>
    public static async Task<int> SubmitAsync(IEnumerable<string> options, string script, CancellationToken cancellation)
    {
        var said = await RunAsync("sbatch", ["--parsable", .. options], script, cancellation).ConfigureAwait(false);
        return int.TryParse(said.Trim().Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var job)
            ? job
            : throw new RenderException($"sbatch did not say which job it is: {said.Trim()}.");
    }

    /// <summary>How a job and its tasks are; empty when Slurm has forgotten it.</summary>
    /// <exception cref="RenderException">The controller does not answer.</exception>
    public static async Task<ImmutableArray<SlurmTask>> TasksAsync(int job, CancellationToken cancellation)
    {
        string[] arguments = ["-h", "-a", "-r", "--states=all", "-j", $"{job}", "-o", "%F %K %T %N %r"];
        var (code, output, error) = await TryAsync("squeue", arguments, "", cancellation).ConfigureAwait(false);
        if (code != 0) return error.Contains("Invalid job id", StringComparison.Ordinal) ? [] : throw Failure("squeue", error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Task)];

        static SlurmTask Task(string line)
        {
            var words = line.Split(' ');
            var isTask = int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            return new(isTask ? index : 0, words[2], words[3], words[4]);
        }
    }

    /// <summary>Ends jobs, whether they run or wait.</summary>
    public static Task CancelAsync(params IEnumerable<int> jobs) =>
        TryAsync("scancel", [.. jobs.Select(job => $"{job}")], "", CancellationToken.None);

    static async Task<string> RunAsync(string program, string[] arguments, string input, CancellationToken cancellation)
    {
        var (code, output, error) = await TryAsync(program, arguments, input, cancellation).ConfigureAwait(false);
        return code == 0 ? output : throw Failure(program, error);
    }

    static RenderException Failure(string program, string error) => new($"Slurm's {program} failed: {Prefix().Replace(error, "").Trim()}");

    static async Task<(int Code, string Output, string Error)> TryAsync(
        string program, string[] arguments, string input, CancellationToken cancellation)
    {
        var file = ProgramFile.Find(program)
            ?? throw new RenderException($"Slurm's {program} was not found; run this where jobs are submitted, such as a login node.");
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        try
        {
            await TellAsync(process, input, cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            process.Kill();
            if (e is OperationCanceledException) throw;
            throw new RenderException($"Slurm's {program} did not answer within {Patience.TotalSeconds:0} s; its controller may be down.");
        }
    }

    static async Task TellAsync(Process process, string input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not read its input to the end; what it says tells why.
        }
    }

    [GeneratedRegex("^(sbatch|squeue|scontrol): error: ", RegexOptions.Multiline)]
    private static partial Regex Prefix();
}

/// <summary>What a controller takes.</summary>
/// <param name="ArraySize">Tasks of one array.</param>
/// <param name="Jobs">Jobs that are not there yet; each task counts as one.</param>
internal sealed record SlurmLimits(int ArraySize, int Jobs);

/// <summary>A task of a job array, or a job alone.</summary>
/// <param name="State">In Slurm's word: RUNNING, COMPLETED, TIMEOUT …</param>
/// <param name="Node">Where it runs or ran; empty for nowhere.</param>
/// <param name="Reason">Why it waits or has failed, in Slurm's word.</param>
internal sealed record SlurmTask(int Index, string State, string Node, string Reason)
{
    // https://slurm.schedmd.com/squeue.html#SECTION_JOB-STATE-CODES
    static readonly string[] underWay =
        ["PENDING", "CONFIGURING", "RUNNING", "COMPLETING", "SUSPENDED", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "RESIZING", "SIGNALING",
         "SPECIAL_EXIT", "STAGE_OUT", "STOPPED"];

    public bool IsOver => !underWay.Contains(State);

    public bool HasFailed => IsOver && State != "COMPLETED";
}
