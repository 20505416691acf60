using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Batch;

/// <summary>
/// One JSON object a line on standard output: each problem with the variants that have it, the events of each render with its variant,
/// <c>up_to_date</c> for a variant that is not rendered, and a <c>summary</c>.
/// </summary>
internal sealed class BatchEvents(CommandEnvironment environment) : BatchDisplay(environment)
{
    public override void Tell(BatchProblem problem)
    {
        var fields = JsonEvents.FieldsOf(problem.Diagnostic);
        fields.Insert(0, "event", "diagnostic");
        fields["variants"] = new JsonArray([.. problem.Variants.Select(name => (JsonNode)name)]);
        Write(fields);
    }

    public override ProgressDisplay ProgressOf(Variant variant) => new JsonEvents(Environment, variant.Name);

    public override void Report(VariantReport report)
    {
        if (report.Outcome == VariantOutcome.UpToDate)
            Write(new() { ["event"] = "up_to_date", ["variant"] = report.Variant.Name, ["target"] = report.Variant.Output });
    }

    public override void Summarize(BatchSummary summary) => Write(summary.ToJson());

    void Write(JsonObject fields) => Environment.Out.WriteLine(Json.Line(fields));
}
