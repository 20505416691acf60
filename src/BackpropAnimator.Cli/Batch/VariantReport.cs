using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using Spectre.Console;

namespace BackpropAnimator.Cli.Batch;

/// <summary>How a variant ended.</summary>
internal enum VariantOutcome
{
    /// <summary>Its turn did not come, or it was cancelled.</summary>
    Unfinished,

    Rendered,

    /// <summary>The video was there already.</summary>
    UpToDate,

    /// <summary>The scene has problems.</summary>
    Refused,

    /// <summary>FFmpeg, the disk or a folder did not allow it.</summary>
    Failed,
}

/// <summary>What became of a variant.</summary>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Bytes">The video's length; null when there is none.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record VariantReport(
    Variant Variant, VariantOutcome Outcome, TimeSpan Elapsed = default, long? Bytes = null, Failure? Failure = null)
{
    /// <summary>
    /// The exit code of all together: that of the mistake that only its
    /// author can mend, first our own, then the scenes', then the machine's.
    /// </summary>
    public static int ExitCodeOf(IReadOnlyCollection<VariantReport> reports)
    {
        if (reports.Any(r => r.Failure?.ExitCode == ExitCode.Bug)) return ExitCode.Bug;
        if (reports.Any(r => r.Outcome == VariantOutcome.Refused)) return ExitCode.SceneProblem;
        return reports.Select(r => r.Failure?.ExitCode).FirstOrDefault(code => code is not null) ?? ExitCode.Success;
    }

    public string OutcomeInWords => Outcome switch
    {
        VariantOutcome.UpToDate => "up to date",
        var outcome => outcome.ToString().ToLowerInvariant(),
    };
}

/// <summary>What became of all variants.</summary>
internal sealed record BatchSummary(ImmutableArray<VariantReport> Reports, TimeSpan Elapsed)
{
    public Table ToTable()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("variant").AddColumn("outcome")
            .AddColumn(new TableColumn("time").RightAligned()).AddColumn(new TableColumn("size").RightAligned()).AddColumn("video");
        foreach (var r in Reports)
            table.AddRow(
                Markup.Escape(r.Variant.Name), r.OutcomeInWords, r.Outcome == VariantOutcome.Rendered ? Quantity.OfSeconds(r.Elapsed) : "",
                r.Bytes is { } bytes ? Quantity.OfBytes(bytes) : "", r.Bytes is null ? "" : Markup.Escape(r.Variant.Output));
        var counts = Reports.GroupBy(r => r.OutcomeInWords).Select(outcome => $"{outcome.Count()} {outcome.Key}");
        return table.Caption(
            Markup.Escape($"{Quantity.Of(Reports.Length, "variant")}: {string.Join(", ", counts)}, in {Quantity.OfSeconds(Elapsed)}"));
    }

    public JsonObject ToJson() => new()
    {
        ["event"] = "summary",
        ["variants"] = new JsonArray([.. Reports.Select(r => new JsonObject
        {
            ["name"] = r.Variant.Name,
            ["outcome"] = r.OutcomeInWords.Replace(' ', '_'),
            ["target"] = r.Variant.Output,
            ["seconds"] = Math.Round(r.Elapsed.TotalSeconds, 3),
            ["bytes"] = r.Bytes,
            ["message"] = r.Failure?.Message,
        })]),
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 3),
    };
}
