using System.Globalization;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Output;

/// <summary>A bar on the terminal, with frames, rate and time left; it goes when the render ends, and a line stays.</summary>
internal sealed class ProgressBar(CommandEnvironment environment) : ProgressDisplay(environment)
{
    readonly IAnsiConsole console = environment.ErrorConsole();
    TaskCompletionSource? ended;
    Task shown = Task.CompletedTask;
    volatile int done;

    protected override void OnStart()
    {
        done = 0;
        var end = ended = new TaskCompletionSource();
        shown = ShowAsync(Frames, () => done, Words, end.Task);

        string Words() => string.Create(
            CultureInfo.InvariantCulture, $"{Target}  {done}/{Frames} frames, {done / Math.Max(0.1, Elapsed.TotalSeconds):0} fps");
    }

    protected override Task ShowTraining(Func<double> share, Task ended) => ShowAsync(1, share, () => "training", ended);

    // The bar with its words before it, until it ends; then it goes.
    Task ShowAsync(double whole, Func<double> now, Func<string> words, Task end) => console.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(words()), maxValue: whole);
            while (!end.IsCompleted)
            {
                await Task.WhenAny(end, Task.Delay(100));
                task.Value = now();
                task.Description = Markup.Escape(words());
            }
        });

    public override void Report(RenderProgress value) => done = value.FramesDone;

    public override void Finish(RenderReport? report)
    {
        Clear();
        console.WriteLine(Summary(report));
    }

    public override void Fail(Failure failure)
    {
        Clear();
        base.Fail(failure);
    }

    public override async ValueTask DisposeAsync()
    {
        ended?.TrySetResult();
        await shown;
        await base.DisposeAsync();
    }

    void Clear()
    {
        ended?.TrySetResult();
        shown.Wait();
    }
}
