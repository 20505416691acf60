using System.Collections.Immutable;
using BackpropAnimator.Studio.Scenes;
using BackpropAnimator.Video;

namespace BackpropAnimator.Studio.Rendering;

/// <summary>
/// Makes the files that were asked for, one after the other: a render keeps all processors busy. They belong to the studio and to no page:
/// what was asked for is made whether a page is open or not, until the studio is closed.
/// </summary>
/// <param name="tell">Hears of every change, from any thread.</param>
internal sealed class RenderQueue(StudioSettings settings, Action<RenderJob> tell) : IAsyncDisposable
{
    // Older ones are forgotten; their files stay.
    const int MostOver = 20;

    // A page has no use for more.
    static readonly TimeSpan betweenReports = TimeSpan.FromMilliseconds(100);

    readonly SemaphoreSlim turn = new(1);
    readonly CancellationTokenSource closing = new();
    readonly Lock gate = new();
    readonly Dictionary<int, (RenderJob Job, CancellationTokenSource Stop)> jobs = [];
    readonly List<Task> running = [];
    int last;

    /// <summary>All that were asked for, the newest first.</summary>
    public ImmutableArray<RenderJob> All
    {
        get
        {
            lock (gate) return [.. jobs.Values.Select(known => known.Job).OrderByDescending(job => job.Id)];
        }
    }

    /// <summary>Asks for a file.</summary>
    /// <param name="view">The lesson as it is seen now, which the caller holds; the queue holds it for as long as it needs it.</param>
    /// <exception cref="OperationCanceledException">The studio is closing.</exception>
    public RenderJob Ask(RenderWish wish, LessonView view)
    {
        var name = wish.NameFor(Path.GetFileNameWithoutExtension(settings.Scene), view);
        lock (gate)
        {
            closing.Token.ThrowIfCancellationRequested();
            view.TryHold();
            var job = new RenderJob(++last, wish.Title, Path.Combine(settings.OutputFolder, name));
            jobs[job.Id] = (job, CancellationTokenSource.CreateLinkedTokenSource(closing.Token));
            var over = jobs.Values.Select(known => known.Job).Where(known => known.IsOver).OrderByDescending(known => known.Id);
            foreach (var old in over.Skip(MostOver).ToList()) Forget(old.Id);
            running.RemoveAll(task => task.IsCompleted);
            running.Add(Task.Run(() => RunAsync(job, wish, view, jobs[job.Id].Stop.Token)));
            tell(job);
            return job;
        }
    }

    /// <summary>Stops one that is not over; false where there is none.</summary>
    public bool Cancel(int id)
    {
        lock (gate)
        {
            if (!jobs.TryGetValue(id, out var known)) return false;
            known.Stop.Cancel();
            return true;
        }
    }

    async Task RunAsync(RenderJob job, RenderWish wish, LessonView view, CancellationToken stop)
    {
        using var held = view;
        try
        {
            await turn.WaitAsync(stop);
            try
            {
                Change(job.Id, now => now with { State = RenderState.Running });
                Directory.CreateDirectory(settings.OutputFolder);
                await wish.MakeAsync(view, job.File, settings.Rendering, new Reports(this, job.Id), stop);
                Change(job.Id, now => now with { State = RenderState.Finished });
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            Change(job.Id, now => now with { State = RenderState.Cancelled });
        }
        catch (Exception e)
        {
            Change(job.Id, now => now with { State = RenderState.Failed, Words = Failures.InWords(e) });
        }
    }

    void Change(int id, Func<RenderJob, RenderJob> change)
    {
        lock (gate)
        {
            if (!jobs.TryGetValue(id, out var known)) return;
            jobs[id] = known with { Job = change(known.Job) };
            tell(jobs[id].Job);
        }
    }

    void Forget(int id)
    {
        jobs[id].Stop.Dispose();
        jobs.Remove(id);
    }

    /// <summary>Stops all, and waits until nothing of them is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] left;
        lock (gate)
        {
            closing.Cancel();
            left = [.. running];
        }
        await Task.WhenAll(left);
        foreach (var (_, stop) in jobs.Values) stop.Dispose();
        turn.Dispose();
        closing.Dispose();
    }

    sealed class Reports(RenderQueue queue, int id) : IProgress<RenderProgress>
    {
        readonly System.Diagnostics.Stopwatch since = System.Diagnostics.Stopwatch.StartNew();

        public void Report(RenderProgress value)
        {
            if (since.Elapsed < betweenReports && value.FramesDone < value.FrameCount) return;
            since.Restart();
            queue.Change(id, now => now with { Progress = value });
        }
    }
}
