using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>What a page can see of the scene now.</summary>
/// <param name="Text">What the scene says.</param>
/// <param name="Problems">Of that text, in the view that was asked for.</param>
/// <param name="View">The lesson; the last good one where the text makes none, and null where there has been none yet.</param>
internal sealed record Sight(SceneText Text, ImmutableArray<Diagnostic> Problems, LessonView? View)
{
    /// <summary>Whether the lesson is that of the text.</summary>
    public bool IsCurrent => View?.Revision == Text.Revision;
}

/// <summary>The scene on the author's desk: its file, the changes that are not saved yet, and the lessons that are made of them.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    // Shapes and languages that somebody has just looked at; each holds its painters' pictures, some 40 MB.
    const int MostViews = 4;

    // Long enough for an editor to have written a small file.
    static readonly TimeSpan settling = TimeSpan.FromMilliseconds(30);

    readonly StudioSettings settings;
    readonly FontShelf fonts = FontShelf.Open();
    readonly SceneOpening opening;
    readonly SceneChanges changes;
    readonly CancellationTokenSource closing = new();
    readonly SemaphoreSlim openingGate = new(1);
    readonly Lock gate = new();
    readonly List<LessonView> views = [];
    readonly Dictionary<ViewKey, Sight> seen = [];
    // Cancelled when the text is another one: nobody wants what is being opened of it any more.
    CancellationTokenSource outdated = new();
    SceneText text;
    Task retiring = Task.CompletedTask;
    int lastView;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Workspace(StudioSettings settings)
    {
        this.settings = settings;
        opening = new(settings, fonts);
        changes = new(settings.Scene, settling);
        Draft = new(settings.Scene, () => LastKinds);
        (text, _) = Draft.OnFile(ReadFile(revision: 1));
    }

    public StudioSettings Settings => settings;

    public EventHub Events { get; } = new();

    /// <summary>The changes that are not saved yet.</summary>
    public DraftKeeper Draft { get; }

    // Of the last scene that could be opened: its own phases are among them.
    PhaseCatalog LastKinds
    {
        get
        {
            lock (gate) return views.LastOrDefault()?.Lesson.Scene.Kinds ?? PhaseModule.BuiltIn;
        }
    }

    /// <summary>What the scene says now.</summary>
    public SceneText Text
    {
        get
        {
            lock (gate) return text;
        }
    }

    /// <summary>Follows the file until cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        await OpenAheadAsync(cancellation);
        while (true)
        {
            await changes.NextAsync(cancellation);
            Reread();
        }
    }

    /// <summary>Takes what the file says now, with the changes that are not saved.</summary>
    public void Reread()
    {
        var (read, notes) = Draft.OnFile(ReadFile(Text.Revision + 1));
        Change(_ => read);
        foreach (var note in notes) Events.Publish("note", new JsonObject { ["words"] = $"The file has been saved meanwhile: {note}." });
    }

    /// <summary>Shows another text.</summary>
    /// <param name="isSaved">Whether the file says so too.</param>
    public void Show(string draft, bool isSaved = false) =>
        // An equal text is another one where it is saved only now, or was undone to what it was.
        Change(now => now with { Draft = draft, Saved = isSaved ? draft : now.Saved, HasChanges = false });

    /// <summary>What can be seen of the scene: opened now where nobody has looked at it so before.</summary>
    /// <returns>The caller lets go of its view.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<Sight> LookAsync(ViewKey key, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        // One at a time: both cores are busy with it already.
        await openingGate.WaitAsync(stop.Token);
        try
        {
            while (true)
            {
                var (now, change) = TextUntilChange();
                if (Known(key, now) is { } known) return known;
                if (await TryOpenAsync(now, key, change, stop.Token) is { } opened) return Keep(key, opened);
            }
        }
        finally
        {
            openingGate.Release();
        }
    }

    /// <summary>A view that somebody has been shown, held for the caller; null where it has been closed.</summary>
    public LessonView? Hold(int id)
    {
        lock (gate) return views.Find(view => view.Id == id) is { } view && view.TryHold() ? view : null;
    }

    // The browser takes its time to come, and asks for this first. What goes wrong the page is told when it asks.
    async Task OpenAheadAsync(CancellationToken cancellation)
    {
        try
        {
            using var view = (await LookAsync(default, cancellation)).View;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
        }
    }

    void Change(Func<SceneText, SceneText> change)
    {
        CancellationTokenSource before;
        lock (gate)
        {
            text = change(text) with { Revision = text.Revision + 1 };
            (before, outdated) = (outdated, new());
        }
        before.Cancel();
        TellOfChange();
    }

    (SceneText Text, CancellationToken Change) TextUntilChange()
    {
        lock (gate) return (text, outdated.Token);
    }

    // Null where the text has changed meanwhile.
    async Task<Sight?> TryOpenAsync(SceneText now, ViewKey key, CancellationToken change, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(change, cancellation);
        try
        {
            return await Task.Run(() => Open(now, key, stop.Token), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    Sight? Known(ViewKey key, SceneText now)
    {
        lock (gate)
        {
            if (!seen.TryGetValue(key, out var sight) || sight.Text.Revision != now.Revision) return null;
            if (sight.View is null) return sight with { Text = now };
            return sight.View.TryHold() ? sight with { Text = now } : null;
        }
    }

    Sight Open(SceneText now, ViewKey key, CancellationToken cancellation)
    {
        if (now.Draft is not { } draft) return new(now, now.FileProblems, null);
        var (lesson, problems) = opening.Open(draft, key, cancellation);
        return new(now, problems, lesson is null ? null : new(Interlocked.Increment(ref lastView), now.Revision, key, lesson));
    }

    // The caller gets a hold of its own on the view that is kept.
    Sight Keep(ViewKey key, Sight sight)
    {
        List<LessonView> outdated = [];
        lock (gate)
        {
            if (sight.View is { } made)
            {
                // The one of an earlier text goes, and the one that was looked at longest ago.
                outdated.AddRange(views.Where(view => view.Key == key));
                views.RemoveAll(outdated.Contains);
                views.Add(made);
                if (views.Count > MostViews)
                {
                    outdated.Add(views[0]);
                    views.RemoveAt(0);
                }
            }
            else sight = sight with { View = views.FindLast(view => view.Key == key) ?? views.LastOrDefault() };
            seen[key] = sight;
            sight.View?.TryHold();
        }
        // Whoever still uses one of them lets go of it when he is done.
        retiring = Task.WhenAll([retiring, .. outdated.Select(view => view.RetireAsync())]);
        return sight;
    }

    SceneText ReadFile(int revision)
    {
        var problems = new DiagnosticBag();
        var saved = SceneFile.Read(settings.Scene, problems);
        return new(revision, saved, saved, problems.InOrder(settings.Scene));
    }

    void TellOfChange() => Events.Publish("changed", new JsonObject { ["revision"] = Text.Revision });

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        // Whoever is opening a lesson now lets go of it first, and whoever uses one needs its fonts.
        await openingGate.WaitAsync();
        await Task.WhenAll([retiring, .. views.Select(view => view.RetireAsync())]);
        changes.Dispose();
        fonts.Dispose();
        openingGate.Dispose();
        closing.Dispose();
    }
}
