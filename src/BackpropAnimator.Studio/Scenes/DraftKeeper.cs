using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Editing;
using BackpropAnimator.Video;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>
/// What was changed in the studio and is not saved yet: changed, undone, saved, and made again in what an editor has saved meanwhile.
/// </summary>
/// <param name="scene">The scene's file.</param>
/// <param name="kinds">The kinds of phases that the scene has, as it was last read.</param>
/// <param name="errorsOf">What keeps a text from being a scene.</param>
internal sealed class DraftKeeper(string scene, Func<PhaseCatalog> kinds, Func<string, ImmutableArray<Diagnostic>> errorsOf)
{
    readonly Lock gate = new();
    // Null until the file could be had for the first time.
    SceneDraft? draft;
    bool isFileBroken;

    const string Unreadable = "cannot be read as a scene; mend it in its editor, and save again.";

    SceneEditor Editor => new(kinds(), scene);

    /// <summary>What undoing would take back, and what redoing would do again, in words; null for nothing.</summary>
    public (string? Undo, string? Redo) Steps
    {
        get
        {
            lock (gate) return (draft?.CanUndo, draft?.CanRedo);
        }
    }

    /// <summary>Takes what the file says now, with the changes that were not saved made again in it.</summary>
    /// <param name="file">What was read of the file.</param>
    /// <returns>The text to show, and what the author has to know in words.</returns>
    public (SceneText Text, ImmutableArray<string> Notes) OnFile(SceneText file)
    {
        lock (gate)
        {
            if (file.Saved is not { } saved)
            {
                // A file that is gone is not what was asked for here: the changes wait for it.
                isFileBroken = draft?.IsChanged == true;
                return (file with { HasChanges = isFileBroken }, []);
            }
            if (draft is null || !draft.IsChanged)
            {
                if (draft?.Saved != saved) draft = SceneDraft.Of(saved);
                return (file, []);
            }
            isFileBroken = !Editor.CanEdit(saved);
            if (isFileBroken) return (file with { HasChanges = true }, []);
            (draft, var notes) = draft.OnTop(saved, Editor);
            return (file with { Draft = draft.Text }, notes);
        }
    }

    /// <summary>Changes the scene: all of the edits, or none where one of them is refused.</summary>
    /// <param name="continues">Whether they go on with the last change, as a slider does that is still held.</param>
    /// <returns>The text with them, or why one is refused.</returns>
    public (string? Text, ImmutableArray<Diagnostic> Problems) Edit(IEnumerable<SceneEdit> edits, bool continues) => Change(now =>
    {
        foreach (var edit in edits)
        {
            var before = now.Text;
            (now, var result) = now.With(edit, Editor, continues);
            if (!result.IsDone) return (null, result.Problems);
            // Phases that cannot follow each other so are nothing to look at: a number that is wrong is, and can be mended in its field.
            if (edit is PhasesEdit && errorsOf(before).IsEmpty && errorsOf(now.Text) is [var first, ..])
                return (null, [new(
                    SourcePosition.Whole(scene), Severity.Error, $"nothing is changed: with {now.CanUndo}, {first.Message}", null)]);
        }
        return (now, []);
    });

    public (string? Text, ImmutableArray<Diagnostic> Problems) Undo() => Change(now => (now.Undo(), []));

    public (string? Text, ImmutableArray<Diagnostic> Problems) Redo() => Change(now => (now.Redo(Editor), []));

    /// <summary>Back to what the file says.</summary>
    public (string? Text, ImmutableArray<Diagnostic> Problems) Discard() => Change(now => (SceneDraft.Of(now.Saved), []));

    (string? Text, ImmutableArray<Diagnostic> Problems) Change(Func<SceneDraft, (SceneDraft?, ImmutableArray<Diagnostic>)> change)
    {
        lock (gate)
        {
            if (draft is null || isFileBroken)
                return (null, [new(
                    SourcePosition.Whole(scene), Severity.Error, "the file cannot be read as a scene, and so cannot be changed here",
                    draft?.IsChanged == true ? "your changes wait until it is mended in its editor" : "mend it in its editor first")]);
            var (changed, problems) = change(draft);
            if (changed is null) return (null, problems);
            draft = changed;
            return (draft.Text, []);
        }
    }

    /// <summary>Writes the changes into the file: it has them all or none.</summary>
    /// <returns>
    /// What is now shown, and in words why nothing was written: an editor has saved the same values meanwhile, and the author has to look
    /// first. Null where it was written.
    /// </returns>
    /// <exception cref="RenderException">The file cannot be written.</exception>
    public (string Text, string? Refusal) Save()
    {
        lock (gate)
        {
            if (draft is null || isFileBroken) return (draft?.Text ?? "", "The file " + Unreadable);
            var (mark, saved) = OnDisk();
            if (saved is not null && saved != draft.Saved)
            {
                if (!Editor.CanEdit(saved)) return (draft.Text, "The file has been saved meanwhile, and " + Unreadable);
                (draft, var notes) = draft.OnTop(saved, Editor);
                var said = string.Join("; ", notes);
                if (said.Length > 0)
                    return (draft.Text, $"The file has been saved meanwhile: {said}. Nothing is written yet: look, and save again.");
            }
            var text = draft.Text;
            OutputFile.Write(scene, stream =>
            {
                stream.Write(mark);
                stream.Write(Encoding.UTF8.GetBytes(text));
            });
            draft = draft.AsSaved();
            return (text, null);
        }
    }

    // The byte order mark is no part of what a scene says, and stays as it is.
    (byte[] Mark, string? Text) OnDisk()
    {
        try
        {
            var bytes = File.ReadAllBytes(scene);
            var mark = Encoding.UTF8.Preamble;
            return bytes.AsSpan().StartsWith(mark)
                ? (mark.ToArray(), Encoding.UTF8.GetString(bytes.AsSpan(mark.Length)))
                : ([], Encoding.UTF8.GetString(bytes));
        }
        catch (FileNotFoundException)
        {
            return ([], null);
        }
    }
}
