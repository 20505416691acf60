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
        shown = console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(Target), maxValue: Frames);
                while (!end.Task.IsCompleted)
                {
                    await Task.WhenAny(end.Task, Task.Delay(100));
                    task.Value = done;
                    task.Description = Markup.Escape(string.Create(
                        CultureInfo.InvariantCulture,
                            $"{Target}  {done}/{Frames} frames, {done / Math.Max(0.1, Elapsed.TotalSeconds):0} fps"));
                }
            });
    }

    public override void Report(RenderProgress value) => done = value.FramesDone;

    public override void Finish(int reused)
    {
        Clear();
        console.WriteLine(Summary(reused));
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
