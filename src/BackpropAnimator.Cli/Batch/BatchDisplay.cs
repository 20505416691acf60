using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>
/// Tells how far a batch has come: a table of bars on a terminal, a line for each variant elsewhere, events for programs, or nothing.
/// </summary>
internal abstract class BatchDisplay(CommandEnvironment environment) : IAsyncDisposable
{
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

    /// <summary>A variant has ended.</summary>
    public abstract void Report(VariantReport report);

    /// <summary>All have ended; called once, after the display is disposed.</summary>
    public virtual void Summarize(BatchSummary summary) => Environment.Write(summary.ToTable());

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The progress of a variant where nobody looks.</summary>
internal class NoProgress(CommandEnvironment environment) : ProgressDisplay(environment)
{
    public override void Report(RenderProgress value) { }
    public override void Finish(int reused = 0) { }
    public override void Fail(Failure failure) { }
}
