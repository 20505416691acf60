using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>Where a batch is rendered, and how a cluster is asked for it.</summary>
internal sealed class SlurmOptions
{
    readonly Option<string> on = new("--on")
    {
        Description = "Let an engine render the batch on its machines: slurm. They need the cache's folder in common with this one.",
        HelpName = "slurm",
    };
    readonly Option<int> nodes = new("--nodes")
    {
        Description = "With --on: shares rendered at a time at most, each on one node; as many as the engine runs when left out.",
        HelpName = "N",
    };
    readonly Option<int> cores =
        new("--cores") { Description = "With --on: processors of a share.", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<string> time = new("--time")
    {
        Description = "With --on: how long a share, or the join, may take, as Slurm writes it: 30 for minutes, 2:00:00.",
        HelpName = "TIME",
    };
    readonly Option<string> sbatch =
        new("--sbatch") { Description = "With --on: more options of sbatch, such as \"--partition=cpu --mem=4G\".", HelpName = "OPTIONS" };
    readonly Option<bool> detach = new("--detach") { Description = "With --on: submit the jobs, and do not wait for them." };
    readonly Option<bool> attach = new("--attach") { Description = "With --on: follow the jobs that were submitted for these videos." };

    public SlurmOptions()
    {
        on.AcceptOnlyFromAmong("slurm");
        nodes.Within(1);
        cores.Within(1);
    }

    /// <param name="excluded">Options that say nothing to an engine.</param>
    public void AddTo(Command command, params Option[] excluded)
    {
        foreach (var option in All) command.Add(option);
        command.Validators.Add(result =>
        {
            bool Has(Option option) => result.GetResult(option) is { Implicit: false };
            if (!Has(on) && All.FirstOrDefault(Has) is { } idle) result.AddError($"{idle.Name} goes with {on.Name} slurm");
            if (Has(on) && excluded.FirstOrDefault(Has) is { } other) result.AddError($"{on.Name} excludes {other.Name}");
            if (Has(detach) && Has(attach)) result.AddError($"{detach.Name} excludes {attach.Name}");
        });
    }

    /// <summary>Whether an engine renders.</summary>
    public bool IsIn(ParseResult parsed) => parsed.GetValue(on) is not null;

    public SlurmRequest Of(ParseResult parsed) => new(
        parsed.GetValue(nodes), parsed.GetValue(cores), parsed.GetValue(time),
        [.. CommandLineParser.SplitCommandLine(parsed.GetValue(sbatch) ?? "")], parsed.GetValue(detach), parsed.GetValue(attach));

    /// <summary>The options that are for the engine and not for those who render.</summary>
    public IEnumerable<Option> All => [on, nodes, cores, time, sbatch, detach, attach];
}

/// <summary>How a cluster is asked.</summary>
/// <param name="Nodes">Shares at a time at most; 0 for any number.</param>
/// <param name="Cores">Processors of a share.</param>
/// <param name="Time">In Slurm's form; null for the partition's own.</param>
/// <param name="More">Options of sbatch.</param>
internal sealed record SlurmRequest(int Nodes, int Cores, string? Time, string[] More, bool Detach, bool Attach);
