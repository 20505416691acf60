using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BackpropAnimator.Cli.Explaining;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Output;

/// <summary>
/// Tells how far a render has come: a bar on a terminal, a line every few seconds elsewhere, events for programs, or nothing.
/// </summary>
internal abstract class ProgressDisplay(CommandEnvironment environment) : IProgress<RenderProgress>, IAsyncDisposable
{
    readonly Stopwatch watch = new();

    protected CommandEnvironment Environment => environment;
    protected string Target { get; private set; } = "";
    protected int Frames { get; private set; }
    protected string? Encoder { get; private set; }
    protected TimeSpan Elapsed => watch.Elapsed;

    public static ProgressDisplay Create(CommandEnvironment environment, bool quiet, bool json = false) =>
        json ? new JsonEvents(environment)
        : quiet ? new Silent(environment)
        : environment.IsErrorTerminal ? new ProgressBar(environment)
        : new Lines(environment);

    /// <summary>
    /// Tells how far the trainings of a scene have come, for as long as what it returns is open, and beforehand when they will take long.
    /// </summary>
    public TrainingMeter Training(Scene scene)
    {
        var work = TrainingWork.Of(scene);
        if (work >= TrainingWork.Long) Note(LongTraining.InWords(scene, work));
        return new(work, ShowTraining);
    }

    /// <summary>Something worth knowing that is no problem.</summary>
    protected virtual void Note(string text) => Environment.Error.WriteLine($"note: {text}");

    /// <param name="share">How much of it is done by now, 0 to 1.</param>
    /// <param name="ended">When there is no more to show.</param>
    protected abstract Task ShowTraining(Func<double> share, Task ended);

    // So often until it ends.
    protected static async Task Every(TimeSpan interval, Task ended, Action tell)
    {
        while (true)
        {
            await Task.WhenAny(ended, Task.Delay(interval)).ConfigureAwait(false);
            if (ended.IsCompleted) return;
            tell();
        }
    }

    /// <summary>A problem of the scene.</summary>
    public virtual void Tell(Diagnostic problem) => Environment.Error.WriteLine(problem);

    /// <param name="encoder">FFmpeg's arguments; null where FFmpeg is not needed.</param>
    public void Start(string target, int frames, string? encoder = null)
    {
        (Target, Frames, Encoder) = (target, frames, encoder);
        watch.Restart();
        OnStart();
    }

    public abstract void Report(RenderProgress value);

    /// <summary>A chunk is there, where it is for a share of a video that chunks are rendered.</summary>
    public virtual void Tell(ChunkReport chunk) { }

    /// <summary>All is done.</summary>
    /// <param name="report">What became of a video; null for pictures.</param>
    public abstract void Finish(RenderReport? report = null);

    /// <summary>What became of every chunk and of the sound, because it was asked for.</summary>
    public virtual void Explain(ImmutableArray<ChunkExplanation> chunks, SoundReport? sound)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("phase").AddColumn(new TableColumn("seconds").RightAligned())
            .AddColumn(new TableColumn("frames").RightAligned()).AddColumn("");
        foreach (var c in chunks)
            table.AddRow(
                Markup.Escape(c.Phase), string.Create(CultureInfo.InvariantCulture, $"{c.Start:0.00}–{c.End:0.00}"),
                $"{c.Chunk.FrameCount}", Markup.Escape(c.Chunk.Reused ? "reused" : $"rendered: {c.Why}"));
        if (sound is not null) table.AddRow("sound", "", "", sound.Reused ? "reused" : "mixed: it is another, or no longer in the cache");
        Environment.Mention(table);
    }

    /// <summary>Something went wrong and did no harm.</summary>
    /// <param name="warning">As a clause.</param>
    public virtual void Warn(string warning) => Environment.Error.WriteLine($"warning: {warning}");

    public virtual void Fail(Failure failure) => Environment.Error.WriteLine(failure);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected virtual void OnStart() { }

    protected string Summary(RenderReport? report)
    {
        var reused = report?.FramesReused ?? 0;
        var seconds = Math.Max(0.001, Elapsed.TotalSeconds);
        var rate = reused == 0 ? $"{Frames / seconds:0} fps" : $"{reused} of them from the cache";
        return string.Create(CultureInfo.InvariantCulture, $"{Target}: {Frames} frames in {seconds:0.0} s ({rate})")
            + (report is null ? "" : SoundInWords.Of(report));
    }

    sealed class Silent(CommandEnvironment environment) : ProgressDisplay(environment)
    {
        public override void Report(RenderProgress value) { }
        public override void Finish(RenderReport? report) { }
        protected override void Note(string text) { }
        protected override Task ShowTraining(Func<double> share, Task ended) => Task.CompletedTask;
    }

    sealed class Lines(CommandEnvironment environment) : ProgressDisplay(environment)
    {
        static readonly TimeSpan interval = TimeSpan.FromSeconds(3);
        readonly Lock writing = new();
        TimeSpan next = interval;

        protected override void OnStart() => next = interval;

        public override void Report(RenderProgress value)
        {
            lock (writing)
            {
                if (Elapsed < next) return;
                next = Elapsed + interval;
                Environment.Error.WriteLine($"{Target}: {value.FramesDone} of {Frames} frames");
            }
        }

        public override void Finish(RenderReport? report) => Environment.Error.WriteLine(Summary(report));

        protected override Task ShowTraining(Func<double> share, Task ended) => Every(
            interval, ended, () => Environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"training: {share():0 %}")));
    }
}
