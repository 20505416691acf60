using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using Spectre.Console;

namespace BackpropAnimator.Cli.Batch;

/// <summary>What a batch would do, as a table or as JSON.</summary>
/// <param name="variants">The variants with what would become of each: render, up to date or refused.</param>
internal sealed class VariantList(IEnumerable<(CheckedVariant Variant, string Plan)> variants)
{
    public Table ToTable()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("variant").AddColumn("plan").AddColumn("sets").AddColumn("video");
        foreach (var ((variant, _), plan) in variants)
            table.AddRow(
                Markup.Escape(variant.Name), plan, Markup.Escape(string.Join('\n', variant.Settings.Select(s => $"{s.Path}={s.Value}"))),
                Markup.Escape(variant.Output));
        return table;
    }

    public JsonArray ToJson() => new([.. variants.Select(v => new JsonObject
    {
        ["name"] = v.Variant.Variant.Name,
        ["plan"] = v.Plan.Replace(' ', '_'),
        ["scene"] = v.Variant.Variant.Scene,
        ["set"] =
            new JsonObject(v.Variant.Variant.Settings.DistinctBy(s => s.Path).Select(s => KeyValuePair.Create(s.Path, (JsonNode?)s.Value))),
        ["output"] = v.Variant.Variant.Output,
    })]);
}
