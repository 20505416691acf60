using System.Globalization;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Slurm;
using Spectre.Console;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>What was measured on this machine of the work that is planned.</summary>
/// <param name="Videos">How many there are.</param>
/// <param name="CoreSeconds">What rendering all missing chunks takes of one core.</param>
/// <param name="LongestChunk">Seconds of a core.</param>
/// <param name="Chunks">How many are missing.</param>
/// <param name="Bytes">What all chunks take up.</param>
/// <param name="StartSeconds">From starting the program to its first work.</param>
/// <param name="VideoSeconds">Of a core, for reading, checking and opening one video's lesson.</param>
/// <param name="JoinSeconds">Of a core, for joining one video, without reading and writing its bytes.</param>
/// <param name="BytesPerSecond">What the shared folder takes from this machine.</param>
internal sealed record PlanFigures(
    int Videos, double CoreSeconds, double LongestChunk, int Chunks, double Bytes, double StartSeconds, double VideoSeconds,
    double JoinSeconds, double BytesPerSecond);

/// <summary>How long a batch takes on a cluster, what goes through its shared folder, and what it costs.</summary>
/// <remarks>The model, what was measured against it and where it bends: docs/scale.md.</remarks>
internal sealed record ClusterPlan(PlanFigures Figures, int Nodes, int Cores, double? Price)
{
    // From a job's turn to its program's start, and from the last share's end to the start of the join, on an idle cluster.
    const double SecondsOfSlurm = 2;

    public int Shares => SlurmSubmitter.SharesOf(Figures.CoreSeconds, Figures.Chunks, Nodes, Cores);

    /// <summary>Shares one after another on a node.</summary>
    public int Rounds => Shares == 0 ? 0 : (Shares + Nodes - 1) / Nodes;

    /// <summary>A share's seconds beside rendering: to begin, and to open the lessons that its chunks are from.</summary>
    public double SecondsToBegin =>
        SecondsOfSlurm + Figures.StartSeconds + Math.Ceiling((double)Figures.Videos / Math.Max(1, Shares)) * Figures.VideoSeconds / Cores;

    /// <summary>Until the last share has ended: its turns at beginning, its part of the work, and the chunk that others wait for.</summary>
    public double RenderSeconds => Shares == 0 ? 0 : Math.Max(
        Rounds * SecondsToBegin + Rounds * Math.Max(Figures.CoreSeconds / Shares / Cores, Figures.LongestChunk),
        Figures.Bytes / Figures.BytesPerSecond);

    /// <summary>One job reads all chunks and writes all videos.</summary>
    public double JoinTime => SecondsOfSlurm + Figures.StartSeconds + Math.Max(
        Figures.Videos * (Figures.VideoSeconds + Figures.JoinSeconds) / Cores, 2 * Figures.Bytes / Figures.BytesPerSecond);

    public double Seconds => RenderSeconds + JoinTime;

    /// <summary>Written by the shares, read by the join, written by the join.</summary>
    public double BytesMoved => 3 * Figures.Bytes;

    /// <summary>Allocated, whether busy or not.</summary>
    public double CoreHours => (RenderSeconds * Math.Min(Nodes, Math.Max(1, Shares)) * Cores + JoinTime * Cores) / 3600;

    public double? Cost => CoreHours * Price;

    /// <summary>The part of the allocated time that a core renders.</summary>
    public double Efficiency => Figures.CoreSeconds / (CoreHours * 3600);

    public Table ToTable()
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn("").AddColumn("");
        table.AddRow("rendering", Said($"{Figures.CoreSeconds:0} core seconds for {Figures.Chunks} chunks of {Figures.Videos} videos"));
        table.AddRow("beside", Said(
            $"{Figures.StartSeconds:0.0} s to start, {Figures.VideoSeconds:0.00} s to open a lesson, {Figures.JoinSeconds:0.00} s a join"));
        table.AddRow("shared folder", Said(
            $"{Quantity.OfBytes((long)BytesMoved)} through it, at {Quantity.OfBytes((long)Figures.BytesPerSecond)}/s from here"));
        table.AddRow("shares", Said($"{Shares}, {Rounds} on a node one after another"));
        table.AddRow("render", Time(RenderSeconds));
        table.AddRow("join", Time(JoinTime));
        table.AddRow("together", Time(Seconds));
        table.AddRow("cost", Said($"{CoreHours:0.##} core hours, {Efficiency:0 %} of them rendering")
            + (Cost is { } cost ? Said($", {cost:0.##} at {Price:0.####} an hour") : ""));
        return table.Caption(Said($"{Nodes} nodes of {Cores} cores"));
    }

    public JsonObject ToJson() => new()
    {
        ["nodes"] = Nodes,
        ["cores"] = Cores,
        ["shares"] = Shares,
        ["render_seconds"] = Math.Round(RenderSeconds, 2),
        ["join_seconds"] = Math.Round(JoinTime, 2),
        ["seconds"] = Math.Round(Seconds, 2),
        ["bytes_moved"] = (long)BytesMoved,
        ["core_hours"] = Math.Round(CoreHours, 4),
        ["cost"] = Cost is { } cost ? Math.Round(cost, 2) : null,
        ["measured"] = new JsonObject
        {
            ["videos"] = Figures.Videos,
            ["chunks"] = Figures.Chunks,
            ["core_seconds"] = Math.Round(Figures.CoreSeconds, 2),
            ["longest_chunk_seconds"] = Math.Round(Figures.LongestChunk, 3),
            ["bytes"] = (long)Figures.Bytes,
            ["start_seconds"] = Math.Round(Figures.StartSeconds, 3),
            ["video_seconds"] = Math.Round(Figures.VideoSeconds, 4),
            ["join_seconds"] = Math.Round(Figures.JoinSeconds, 4),
            ["folder_bytes_per_second"] = (long)Figures.BytesPerSecond,
        },
    };

    static string Time(double seconds) => seconds < 120
        ? Said($"{seconds:0.0} s")
        : TimeSpan.FromSeconds(Math.Round(seconds)).ToString("c", CultureInfo.InvariantCulture);

    static string Said(FormattableString words) => Markup.Escape(FormattableString.Invariant(words));
}
