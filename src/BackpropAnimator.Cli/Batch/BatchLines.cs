using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Batch;

/// <summary>A line for each variant that ends; when quiet, only for those that fail.</summary>
internal sealed class BatchLines(bool quiet) : BatchDisplay
{
    readonly Lock writing = new();
    int variants, ended;

    public override void Start(int variants) => this.variants = variants;

    public override ProgressDisplay ProgressOf(Variant variant) => new NoProgress();

    public override void Report(VariantReport report)
    {
        lock (writing)
        {
            ended++;
            if (report.Failure is { } failure) Console.Error.WriteLine($"error: {report.Variant.Name}: {failure.Message}");
            else if (!quiet) Console.Error.WriteLine($"[{ended}/{variants}] {InWords(report)}");
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
