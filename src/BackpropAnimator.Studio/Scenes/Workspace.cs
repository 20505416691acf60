using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Editing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>The scene on the author's desk: its file, the changes that are not saved yet, and the lessons that are made of them.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    // Long enough for an editor to have written a small file.
    static readonly TimeSpan settling = TimeSpan.FromMilliseconds(30);

    readonly StudioSettings settings;
    readonly FontShelf fonts = FontShelf.Open();
    readonly SceneOpening opening;
    readonly SceneChanges changes;
    readonly CancellationTokenSource closing = new();
    readonly SemaphoreSlim openingGate = new(1);
    readonly Lock gate = new();
    // Held while the changes that are not saved and the text that is shown become others: they always go together.
    readonly Lock changing = new();
    readonly DraftKeeper draft;
    readonly ViewShelf views = new();
    // Cancelled when the text is another one: nobody wants what is being opened of it any more.
    CancellationTokenSource outdated = new();
    SceneText text;
    int lastView;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Workspace(StudioSettings settings)
    {
        this.settings = settings;
        opening = new(settings, fonts);
        changes = new(settings.Scene, settling);
        draft = new(settings.Scene, () => LastKinds, opening.ErrorsOf);
        (text, _) = draft.OnFile(ReadFile());
    }

    public StudioSettings Settings => settings;

    public EventHub Events { get; } = new();

    /// <summary>Which text the scene has now, as pages are told whenever it is another one.</summary>
    public StudioEvent Standing => StudioEvent.Of("changed", new() { ["revision"] = Text.Revision });

    /// <inheritdoc cref="DraftKeeper.Steps"/>
    public (string? Undo, string? Redo) Steps => draft.Steps;

    // Of the last scene that could be opened: its own phases are among them.
    PhaseCatalog LastKinds => views.LastKinds ?? PhaseModule.BuiltIn;

    /// <summary>What the scene says now.</summary>
    public SceneText Text
    {
        get
        {
            lock (gate) return text;
        }
    }

    /// <summary>Follows the file until cancelled.</summary>
    public Task WatchAsync(CancellationToken cancellation) => Task.WhenAll(OpenAheadAsync(cancellation), FollowAsync(cancellation));

    async Task FollowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await changes.NextAsync(cancellation);
            Reread();
        }
    }

    /// <summary>Changes the scene, and shows it.</summary>
    /// <param name="change">One of the draft's own changes.</param>
    /// <returns>Why it is refused; null where it is done.</returns>
    public ImmutableArray<Diagnostic>? Change(Func<DraftKeeper, (string? Text, ImmutableArray<Diagnostic> Problems)> change)
    {
        lock (changing)
        {
            var (changed, problems) = change(draft);
            if (changed is null) return problems;
            if (changed != Text.Draft) Show(now => now with { Draft = changed, HasChanges = false });
            return null;
        }
    }

    /// <summary>Changes the scene by edits, all of them or none, and shows it.</summary>
    /// <param name="continues">Whether they go on with the last change, as a slider does that is still held.</param>
    /// <returns>Why it is refused; null where it is done.</returns>
    public ImmutableArray<Diagnostic>? Edit(ImmutableArray<SceneEdit> edits, bool continues)
    {
        // Pages show the phases of the last good scene then, which may be others, or in another order.
        if (edits.Any(edit => edit is PhasesEdit) && !ErrorsOf(Text).IsEmpty)
            return [new(
                SourcePosition.Whole(settings.Scene), Severity.Error, "phases stay as they are while the scene has problems",
                "mend these first")];
        return Change(draft => draft.Edit(edits, continues));
    }

    /// <summary>
    /// What keeps a text from being shown, as far as it is known: of what no page has looked at yet, only what reading tells.
    /// </summary>
    public ImmutableArray<Diagnostic> ErrorsOf(SceneText now) => views.ErrorsOf(now.Revision) is { IsEmpty: false } seen
        ? seen
        : now.Draft is { } text ? opening.ErrorsOf(text) : now.FileProblems;

    /// <summary>Writes the changes into the file, which has them all or none.</summary>
    /// <returns>Why nothing was written, in words; null where it was.</returns>
    /// <exception cref="RenderException">The file cannot be written.</exception>
    public string? Save()
    {
        lock (changing)
        {
            var (saved, refusal) = draft.Save();
            if (refusal is null) Show(now => now with { Draft = saved, Saved = saved, HasChanges = false });
            else Reread();
            return refusal;
        }
    }

    // Takes what the file says now, with the changes that are not saved.
    void Reread()
    {
        lock (changing)
        {
            var (read, notes) = draft.OnFile(ReadFile());
            Show(_ => read);
            foreach (var note in notes)
                Events.Publish(StudioEvent.Of("note", new() { ["words"] = $"The file has been saved meanwhile: {note}." }));
        }
    }

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
                if (views.Known(key, now) is { } known) return known;
                if (await TryOpenAsync(now, key, change, stop.Token) is { } opened) return views.Keep(key, opened);
            }
        }
        finally
        {
            openingGate.Release();
        }
    }

    /// <summary>What the text says now, whether a lesson can be made of it or not; null where it cannot be read.</summary>
    public WrittenScene? Written => Text.Draft is { } now ? new SceneEditor(LastKinds, settings.Scene).Read(now) : null;

    /// <summary>A view that somebody has been shown, held for the caller; null where it has been closed.</summary>
    public LessonView? Hold(int id) => views.Hold(id);

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

    void Show(Func<SceneText, SceneText> change)
    {
        CancellationTokenSource before;
        lock (gate)
        {
            text = change(text) with { Revision = text.Revision + 1 };
            (before, outdated) = (outdated, new());
        }
        before.Cancel();
        Events.Publish(Standing);
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

    Sight Open(SceneText now, ViewKey key, CancellationToken cancellation)
    {
        if (now.Draft is not { } draft) return new(now, now.FileProblems, null);
        var (lesson, problems) = opening.Open(draft, key, cancellation);
        return new(
            now, problems,
            lesson is null ? null : new(Interlocked.Increment(ref lastView), now.Revision, key, lesson, settings.Rendering));
    }

    // Its revision is what it becomes by being shown.
    SceneText ReadFile()
    {
        var problems = new DiagnosticBag();
        var saved = SceneFile.Read(settings.Scene, problems);
        return new(Revision: 0, saved, saved, problems.InOrder(settings.Scene));
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        // Whoever is opening a lesson now lets go of it first, and whoever uses one needs its fonts.
        await openingGate.WaitAsync();
        await views.DisposeAsync();
        changes.Dispose();
        fonts.Dispose();
        openingGate.Dispose();
        closing.Dispose();
    }
}
