using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>What a page can see of the scene now.</summary>
/// <param name="Text">What the scene says.</param>
/// <param name="Problems">Of that text, in the view that was asked for.</param>
/// <param name="View">The lesson; the last good one where the text makes none, and null where there has been none yet.</param>
internal sealed record Sight(SceneText Text, ImmutableArray<Diagnostic> Problems, LessonView? View)
{
    /// <summary>Whether the lesson is that of the text.</summary>
    public bool IsCurrent => View?.Revision == Text.Revision;

    /// <summary>Why it is not.</summary>
    public ImmutableArray<Diagnostic> Errors => [.. Problems.Where(problem => problem.Severity == Severity.Error)];
}

/// <summary>The lessons that somebody has looked at last.</summary>
internal sealed class ViewShelf : IAsyncDisposable
{
    // Shapes and languages; each holds its painters' pictures, some 40 MB.
    const int MostViews = 4;

    readonly Lock gate = new();
    readonly List<LessonView> views = [];
    readonly Dictionary<ViewKey, Sight> seen = [];
    Task retiring = Task.CompletedTask;

    /// <summary>The kinds of phases that the last of them has; null where there is none yet.</summary>
    public PhaseCatalog? LastKinds
    {
        get
        {
            lock (gate) return views.LastOrDefault()?.Lesson.Scene.Kinds;
        }
    }

    /// <summary>What keeps a text from being shown, in the first way of looking at it that shows none.</summary>
    public ImmutableArray<Diagnostic> ErrorsOf(int revision)
    {
        lock (gate)
            return seen.Values.FirstOrDefault(sight => sight.Text.Revision == revision && !sight.IsCurrent)?.Errors ?? [];
    }

    /// <summary>A view by its number, held for the caller; null where it has been closed.</summary>
    public LessonView? Hold(int id)
    {
        lock (gate) return views.Find(view => view.Id == id) is { } view && view.TryHold() ? view : null;
    }

    /// <summary>What has been seen of a text before, its view held for the caller; null where nobody has looked at it so.</summary>
    public Sight? Known(ViewKey key, SceneText now)
    {
        lock (gate)
        {
            if (!seen.TryGetValue(key, out var sight) || sight.Text.Revision != now.Revision) return null;
            if (sight.View is null) return sight with { Text = now };
            return sight.View.TryHold() ? sight with { Text = now } : null;
        }
    }

    /// <summary>Keeps what was opened; where that is no lesson, the last good one stands in.</summary>
    /// <returns>The same, its view held for the caller once more.</returns>
    public Sight Keep(ViewKey key, Sight sight)
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
                    seen.Remove(views[0].Key);
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

    /// <summary>Waits until nobody uses any of them.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll([retiring, .. views.Select(view => view.RetireAsync())]);
}
