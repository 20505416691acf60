namespace BackpropAnimator.Cli.Output;

/// <summary>How far the trainings of a scene have come, to be shown from the second second on: most are done before.</summary>
internal sealed class TrainingMeter : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    readonly long work;
    readonly TaskCompletionSource ended = new();
    readonly Task shown;
    long done;

    /// <param name="work">That of all trainings; 0 for none, and nothing is shown.</param>
    /// <param name="show">Shows how much of it is done, 0 to 1, until a task has ended.</param>
    public TrainingMeter(long work, Func<Func<double>, Task, Task> show)
    {
        this.work = work;
        shown = work > 0 ? ShowAsync(show) : Task.CompletedTask;
    }

    /// <summary>So much more is done. Called for every update of every training.</summary>
    public void Add(long more) => Interlocked.Add(ref done, more);

    /// <summary>Takes it off the screen.</summary>
    public void Dispose()
    {
        ended.TrySetResult();
        shown.GetAwaiter().GetResult();
    }

    async Task ShowAsync(Func<Func<double>, Task, Task> show)
    {
        await Task.WhenAny(ended.Task, Task.Delay(patience)).ConfigureAwait(false);
        if (!ended.Task.IsCompleted) await show(() => Math.Min(1, (double)Interlocked.Read(ref done) / work), ended.Task);
    }
}
