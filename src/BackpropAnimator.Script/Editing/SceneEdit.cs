using System.Collections.Immutable;

namespace BackpropAnimator.Script.Editing;

/// <summary>One change of a scene that its author asked for.</summary>
internal abstract record SceneEdit
{
    /// <summary>Where it is: a key's path, or a list's.</summary>
    public abstract string Path { get; init; }

    /// <summary>What the phase is called that it is about; null until it is known, and for what is about no phase.</summary>
    public string? Phase { get; init; }

    /// <summary>Where it is, in words: <c>loss.duration</c> where the phase's name is known.</summary>
    public string Place => Phase is null ? Path : Phase + WithinPhase;

    /// <summary>In a few words, for undo and for messages.</summary>
    public abstract string InWords { get; }

    /// <summary>Which phase it is about, from 0; null for none.</summary>
    protected virtual int? PhaseIndex
    {
        get
        {
            if (!Path.StartsWith(PhaseList, StringComparison.Ordinal)) return null;
            var end = Path.IndexOf(']', StringComparison.Ordinal);
            return end > 0 && int.TryParse(Path.AsSpan(PhaseList.Length, end - PhaseList.Length), out var phase) ? phase : null;
        }
    }

    const string PhaseList = "phases[";

    // .duration of phases[2].duration.
    string WithinPhase => Path[(Path.IndexOf(']', StringComparison.Ordinal) + 1)..];

    /// <summary>The same change, which knows what its phase is called.</summary>
    /// <param name="phases">What the phases are called that it is made in.</param>
    internal SceneEdit Named(ImmutableArray<string> phases) =>
        PhaseIndex is { } index && index >= 0 && index < phases.Length ? this with { Phase = phases[index] } : this;

    /// <summary>The text with the change.</summary>
    public abstract EditResult In(string text, SceneEditor editor);

    /// <summary>The same change, where the phases that it is about may stand elsewhere.</summary>
    /// <param name="moved">The new index of each phase; null for one that is gone.</param>
    /// <returns>Null where the phase is gone.</returns>
    internal virtual SceneEdit? Following(Func<int, int?> moved)
    {
        if (PhaseIndex is not { } phase) return this;
        return moved(phase) is { } now ? this with { Path = FormattableString.Invariant($"{PhaseList}{now}]{WithinPhase}") } : null;
    }
}

/// <summary>A value is put in its place.</summary>
internal sealed record SetValue(string Path, string Value) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => $"{Place} = {Value}";

    public override EditResult In(string text, SceneEditor editor) => editor.Set(text, Path, Value);
}

/// <summary>A text is put in its place, in the form that the one before it has.</summary>
internal sealed record SetText(string Path, string Words) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => $"{Place} written";

    public override EditResult In(string text, SceneEditor editor) => editor.SetText(text, Path, Words);
}

/// <summary>A number is put in its place, in the form that the one before it has.</summary>
/// <param name="Unit">As <see cref="NumericKey.Unit"/> has it.</param>
internal sealed record SetNumber(string Path, double Value, string Unit) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => FormattableString.Invariant($"{Place} = {Value}{Unit}");

    public override EditResult In(string text, SceneEditor editor) =>
        editor.Set(text, Path, NumberSpelling.Like(editor.Written(text, Path), Value, Unit));
}

/// <summary>A key is taken out, so that its default holds.</summary>
internal sealed record RemoveKey(string Path) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => $"{Place} left out";

    public override EditResult In(string text, SceneEditor editor) => editor.Remove(text, Path);
}

/// <summary>A change of which phases there are, or of their order.</summary>
internal abstract record PhasesEdit(int Index) : SceneEdit
{
    public override string Path { get; init; } = "phases";

    protected override int? PhaseIndex => Index;

    /// <summary>The phase by its name, or by its number where that is not known.</summary>
    protected string Name => Phase is null ? FormattableString.Invariant($"phase {Index + 1}") : $"'{Phase}'";

    internal override SceneEdit? Following(Func<int, int?> moved) => moved(Index) is { } now ? this with { Index = now } : null;
}

/// <summary>A phase is moved.</summary>
/// <param name="Index">Which phase, from 0.</param>
/// <param name="To">Where it is then.</param>
internal sealed record MovePhase(int Index, int To) : PhasesEdit(Index)
{
    public override string InWords => $"{Name} moved {(To < Index ? "earlier" : "later")}";

    public override EditResult In(string text, SceneEditor editor) => editor.Move(text, Path, Index, To);

    internal override SceneEdit? Following(Func<int, int?> moved) =>
        (moved(Index), moved(To)) is ({ } from, { } to) ? this with { Index = from, To = to } : null;
}

/// <summary>A phase is taken out, with the comments above it.</summary>
internal sealed record RemovePhase(int Index) : PhasesEdit(Index)
{
    public override string InWords => $"{Name} deleted";

    public override EditResult In(string text, SceneEditor editor) => editor.RemoveItem(text, Path, Index);
}

/// <summary>A phase is written once more, behind itself.</summary>
internal sealed record RepeatPhase(int Index) : PhasesEdit(Index)
{
    public override string InWords => $"{Name} duplicated";

    public override EditResult In(string text, SceneEditor editor) => editor.RepeatItem(text, Path, Index);
}
