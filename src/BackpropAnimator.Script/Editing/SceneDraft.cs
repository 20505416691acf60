using System.Collections.Immutable;

namespace BackpropAnimator.Script.Editing;

/// <summary>
/// A scene's text with changes that are not saved yet. It keeps the changes themselves: when the file is saved from elsewhere meanwhile,
/// they are made again in what it then says, and nobody's work is lost. Drafts never change; each change gives a new one.
/// </summary>
internal sealed class SceneDraft
{
    // What the first change was made in, and how many of the changes are in the file.
    readonly string start;
    readonly int savedChanges;
    readonly ImmutableList<Step> done;
    readonly ImmutableList<SceneEdit> undone;

    SceneDraft(string start, string saved, int savedChanges, ImmutableList<Step> done, ImmutableList<SceneEdit> undone)
    {
        (this.start, Saved, this.savedChanges) = (start, saved, savedChanges);
        (this.done, this.undone) = (done, undone);
    }

    /// <param name="Edit">What was asked for.</param>
    /// <param name="Before">What stood there, as it was written; null for nothing.</param>
    /// <param name="Text">The text with it.</param>
    sealed record Step(SceneEdit Edit, string? Before, string Text);

    /// <summary>A draft without changes.</summary>
    /// <param name="saved">What the file says.</param>
    public static SceneDraft Of(string saved) => new(saved, saved, 0, [], []);

    /// <summary>What the file said when the draft was begun, or last saved.</summary>
    public string Saved { get; }

    /// <summary>What it says with the changes.</summary>
    public string Text => TextOf(done);

    public bool IsChanged => Text != Saved;

    /// <summary>What undoing would take back, in words; null for nothing.</summary>
    public string? CanUndo => done.IsEmpty ? null : done[^1].Edit.InWords;

    /// <summary>What redoing would do again, in words; null for nothing.</summary>
    public string? CanRedo => undone.IsEmpty ? null : undone[^1].InWords;

    /// <summary>The draft with one more change; the same draft where it is refused.</summary>
    /// <param name="continues">
    /// Whether it goes on with the last change where that was of the same value, as a slider does that is still held: both are then one.
    /// </param>
    public (SceneDraft Draft, EditResult Result) With(SceneEdit edit, SceneEditor editor, bool continues = false)
    {
        var last = continues && done.Count > savedChanges ? done[^1].Edit : null;
        var goesOn = last is SetNumber or SetValue or SetText && last.Path == edit.Path;
        var earlier = goesOn ? done.RemoveAt(done.Count - 1) : done;
        var text = TextOf(earlier);
        var before = editor.Read(text);
        edit = edit.Named(before?.PhaseNames ?? []);
        var result = edit.In(text, editor);
        if (!result.IsDone) return (this, result);
        return (With(earlier.Add(new(edit, before?.At(edit.Path)?.Value, result.Text)), []), result);
    }

    /// <summary>Without the last change; the same draft where there is none.</summary>
    public SceneDraft Undo() => done.IsEmpty ? this : With(done.RemoveAt(done.Count - 1), undone.Add(done[^1].Edit));

    /// <summary>With the change that was undone last; the same draft where there is none, or where it cannot be made any more.</summary>
    public SceneDraft Redo(SceneEditor editor)
    {
        if (undone.IsEmpty) return this;
        var (draft, result) = With(undone[^1], editor);
        return result.IsDone ? With(draft.done, undone.RemoveAt(undone.Count - 1)) : this;
    }

    /// <summary>The draft once its text is what the file says. What was done can still be undone.</summary>
    public SceneDraft AsSaved() => new(start, Text, done.Count, done, undone);

    SceneDraft With(ImmutableList<Step> changes, ImmutableList<SceneEdit> takenBack) =>
        new(start, Saved, savedChanges, changes, takenBack);

    string TextOf(ImmutableList<Step> changes) => changes.IsEmpty ? start : changes[^1].Text;

    /// <summary>The same changes in what the file says now.</summary>
    /// <param name="saved">What the file says.</param>
    /// <returns>
    /// The draft, and what its author has to know in words: changes of the same value in both, and changes that cannot be made any more.
    /// </returns>
    public (SceneDraft Draft, ImmutableArray<string> Notes) OnTop(string saved, SceneEditor editor)
    {
        if (saved == Saved) return (this, []);
        var draft = Of(saved);
        if (!IsChanged) return (draft, []);
        if (done.Count < savedChanges)
            return (draft, ["the file has changed, and what was undone after the last save stands in it again"]);
        var notes = ImmutableArray.CreateBuilder<string>();
        var earlier = Saved;
        foreach (var step in done.Skip(savedChanges))
        {
            var edit = step.Edit.Following(phase => PhaseOrder.Now(earlier, draft.Text, phase, editor));
            earlier = step.Text;
            if (edit is null)
            {
                notes.Add($"{step.Edit.InWords}: the phase is not in the file any more, and the change is left out");
                continue;
            }
            var (next, result) = draft.With(edit, editor);
            if (!result.IsDone) notes.Add($"{edit.InWords}: left out, for {result.Problems[0].Message}");
            else if (edit is not PhasesEdit && next.done[^1].Before != step.Before)
                notes.Add(
                    $"{edit.Place} {Was(next.done[^1].Before, "is now")} in the file and {Was(step.Before, "was")}; "
                        + $"your change stands: {edit.InWords}");
            draft = next;
        }
        return (draft, notes.ToImmutable());
    }

    static string Was(string? written, string verb) => $"{verb} {written ?? "not written"}";
}
