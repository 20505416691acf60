using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using Spectre.Console;

namespace BackpropAnimator.Cli.Batch;

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
