using System.Diagnostics;
using System.Globalization;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Output;

/// <summary>Tells how far a render has come: a bar on a terminal, a line every few seconds elsewhere, or nothing.</summary>
internal abstract class ProgressDisplay : IProgress<RenderProgress>, IAsyncDisposable
{
    readonly Stopwatch watch = Stopwatch.StartNew();

    protected TimeSpan Elapsed => watch.Elapsed;

    public static ProgressDisplay Create(bool quiet, int frames, string target) =>
        quiet ? new Silent() : Console.IsErrorRedirected ? new Lines(frames, target) : new Bar(frames, target);

    public abstract void Report(RenderProgress value);

    /// <summary>Says that all is done.</summary>
    public abstract void Finish();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string Done(int frames, string target, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture, $"{target}: {frames} frames in {elapsed.TotalSeconds:0.0} s ({frames / Math.Max(0.001, elapsed.TotalSeconds):0} fps)");

    sealed class Silent : ProgressDisplay
    {
        public override void Report(RenderProgress value) { }
        public override void Finish() { }
    }

    sealed class Lines(int frames, string target) : ProgressDisplay
    {
        static readonly TimeSpan interval = TimeSpan.FromSeconds(3);
        readonly Lock writing = new();
        TimeSpan next = interval;

        public override void Report(RenderProgress value)
        {
            lock (writing)
            {
                if (Elapsed < next) return;
                next = Elapsed + interval;
                Console.Error.WriteLine($"{target}: {value.FramesDone} of {frames} frames");
            }
        }

        public override void Finish() => Console.Error.WriteLine(Done(frames, target, Elapsed));
    }

    sealed class Bar : ProgressDisplay
    {
        readonly int frames;
        readonly string target;
        readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        readonly TaskCompletionSource ended = new();
        readonly Task shown;
        volatile int done;

        public Bar(int frames, string target)
        {
            (this.frames, this.target) = (frames, target);
            shown = console.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    var task = context.AddTask(Markup.Escape(target), maxValue: frames);
                    while (!ended.Task.IsCompleted)
                    {
                        await Task.WhenAny(ended.Task, Task.Delay(100));
                        task.Value = done;
                        task.Description = Markup.Escape(string.Create(
                            CultureInfo.InvariantCulture, $"{target}  {done}/{frames} frames, {done / Math.Max(0.1, Elapsed.TotalSeconds):0} fps"));
                    }
                });
        }

        public override void Report(RenderProgress value) => done = value.FramesDone;

        public override void Finish()
        {
            ended.TrySetResult();
            shown.Wait();
            console.WriteLine(Done(frames, target, Elapsed));
        }

        public override async ValueTask DisposeAsync()
        {
            ended.TrySetResult();
            await shown;
            await base.DisposeAsync();
        }
    }
}
