using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>
/// Tells how far a batch has come: a table of bars on a terminal, a line for each variant elsewhere, events for programs, or nothing.
/// </summary>
internal abstract class BatchDisplay(CommandEnvironment environment) : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, bool> warned = [];

    protected CommandEnvironment Environment => environment;

    public static BatchDisplay Create(CommandEnvironment environment, bool quiet, bool json) =>
        json ? new BatchEvents(environment)
        : quiet || !environment.IsErrorTerminal ? new BatchLines(environment, quiet)
        : new BatchBars(environment);

    /// <summary>A problem, before anything is rendered.</summary>
    public virtual void Tell(BatchProblem problem) => Environment.Error.WriteLine(problem);

    /// <summary>So many variants are sound, and begin.</summary>
    public virtual void Start(int variants) { }

    /// <summary>Takes the progress of a variant that begins now.</summary>
    public abstract ProgressDisplay ProgressOf(Variant variant);

    /// <summary>Something went wrong and did no harm: told once, however many variants meet it.</summary>
    public void Warn(string warning)
    {
        if (warned.TryAdd(warning, true)) Tell(warning);
    }

    /// <summary>Something worth knowing that is no problem.</summary>
    public virtual void Mention(string note) => Environment.Error.WriteLine($"note: {note}");

    /// <summary>A variant has ended.</summary>
    public abstract void Report(VariantReport report);

    /// <summary>All have ended; called once, after the display is disposed.</summary>
    public virtual void Summarize(BatchSummary summary) => Environment.Mention(summary.ToTable());

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected virtual void Tell(string warning) => Environment.Error.WriteLine($"warning: {warning}");
}

/// <summary>The progress of a variant where nobody looks.</summary>
internal class NoProgress(CommandEnvironment environment) : ProgressDisplay(environment)
{
    public override void Report(RenderProgress value) { }
    public override void Finish(RenderReport? report = null) { }
    public override void Fail(Failure failure) { }
    protected override void Note(string text) { }
    protected override Task ShowTraining(Func<double> share, Task ended) => Task.CompletedTask;
}

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

    public override void Mention(string note) => Write(new() { ["event"] = "note", ["message"] = note });

    protected override void Tell(string warning) => Write(new() { ["event"] = "warning", ["message"] = warning });

    void Write(JsonObject fields) => Environment.Messages.WriteLine(Json.Line(fields));
}

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

    public override void Mention(string note)
    {
        if (!quiet) base.Mention(note);
    }

    public override void Summarize(BatchSummary summary)
    {
        if (!quiet) base.Summarize(summary);
    }

    static string InWords(VariantReport report) => report.Outcome == VariantOutcome.Rendered
        ? $"{report.Variant.Name}: {Quantity.OfSeconds(report.Elapsed)}{(report.Bytes is { } bytes ? ", " + Quantity.OfBytes(bytes) : "")}"
        : $"{report.Variant.Name}: {report.OutcomeInWords}";
}
