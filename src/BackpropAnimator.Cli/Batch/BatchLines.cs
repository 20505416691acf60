using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Batch;

/// <summary>A line for each variant that ends; when quiet, only for those that fail.</summary>
internal sealed class BatchLines(CommandEnvironment environment, bool quiet) : BatchDisplay(environment)
{
    readonly Lock writing = new();
    int variants, ended;

    public override void Start(int variants) => this.variants = variants;

    public override ProgressDisplay ProgressOf(Variant variant) => new NoProgress(Environment);

    public override void Report(VariantReport report)
    {
        lock (writing)
        {
            ended++;
            if (report.Failure is { } failure) Environment.Error.WriteLine($"error: {report.Variant.Name}: {failure.Message}");
            else if (!quiet) Environment.Error.WriteLine($"[{ended}/{variants}] {InWords(report)}");
        }
    }

    public override void Summarize(BatchSummary summary)
    {
        if (!quiet) base.Summarize(summary);
    }

    static string InWords(VariantReport report) => report.Outcome == VariantOutcome.Rendered
        ? $"{report.Variant.Name}: {Quantity.OfSeconds(report.Elapsed)}, {Quantity.OfBytes(report.Bytes ?? 0)}"
        : $"{report.Variant.Name}: {report.OutcomeInWords}";
}
