using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Batch;

/// <summary>A bar for all variants and one for each that is under way, with time left; they go when the batch ends.</summary>
internal sealed class BatchBars(CommandEnvironment environment) : BatchDisplay(environment)
{
    readonly IAnsiConsole console = environment.ErrorConsole();
    readonly TaskCompletionSource ended = new();
    readonly TaskCompletionSource<ProgressContext> begun = new();
    Task shown = Task.CompletedTask;
    ProgressTask? all;

    public override void Start(int variants)
    {
        shown = console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                all = context.AddTask($"{Quantity.Of(variants, "variant")}", maxValue: variants);
                begun.SetResult(context);
                await ended.Task;
            });
    }

    public override ProgressDisplay ProgressOf(Variant variant) =>
        new Bar(Environment, begun.Task.GetAwaiter().GetResult().AddTask(Markup.Escape(variant.Name)));

    public override void Report(VariantReport report)
    {
        all!.Increment(1);
        if (report.Failure is { } failure) console.MarkupLineInterpolated($"[red]error:[/] {report.Variant.Name}: {failure.Message}");
    }

    public override void Mention(string note) => console.MarkupLineInterpolated($"[grey]note:[/] {note}");

    protected override void Tell(string warning) => console.MarkupLineInterpolated($"[yellow]warning:[/] {warning}");

    public override async ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        await shown;
        await base.DisposeAsync();
    }

    sealed class Bar(CommandEnvironment environment, ProgressTask task) : NoProgress(environment)
    {
        protected override void OnStart() => task.MaxValue = Math.Max(1, Frames);

        public override void Report(RenderProgress value) => task.Value = value.FramesDone;

        public override ValueTask DisposeAsync()
        {
            task.StopTask();
            return base.DisposeAsync();
        }
    }
}
