namespace BackpropAnimator.Script.Editing;

/// <summary>One change of a scene that its author asked for.</summary>
internal abstract record SceneEdit
{
    /// <summary>Where it is: a key's path, or a list's.</summary>
    public abstract string Path { get; init; }

    /// <summary>In a few words, for undo and for messages.</summary>
    public abstract string InWords { get; }

    /// <summary>The text with the change.</summary>
    public abstract EditResult In(string text, SceneEditor editor);

    /// <summary>The same change, where the phases that it is about may stand elsewhere.</summary>
    /// <param name="moved">The new index of each phase; null for one that is gone.</param>
    /// <returns>Null where the phase is gone.</returns>
    internal virtual SceneEdit? Following(Func<int, int?> moved)
    {
        const string list = "phases[";
        if (!Path.StartsWith(list, StringComparison.Ordinal)) return this;
        var end = Path.IndexOf(']', StringComparison.Ordinal);
        if (!int.TryParse(Path.AsSpan(list.Length, end - list.Length), out var phase)) return this;
        return moved(phase) is { } now ? this with { Path = FormattableString.Invariant($"{list}{now}{Path[end..]}") } : null;
    }
}

/// <summary>A value is put in its place.</summary>
internal sealed record SetValue(string Path, string Value) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => $"{Path} = {Value}";

    public override EditResult In(string text, SceneEditor editor) => editor.Set(text, Path, Value);
}

/// <summary>A number is put in its place, in the form that the one before it has.</summary>
/// <param name="Unit">As <see cref="NumericKey.Unit"/> has it.</param>
internal sealed record SetNumber(string Path, double Value, string Unit) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => FormattableString.Invariant($"{Path} = {Value}{Unit}");

    public override EditResult In(string text, SceneEditor editor) =>
        editor.Set(text, Path, NumberSpelling.Like(editor.Written(text, Path), Value, Unit));
}

/// <summary>A key is taken out, so that its default holds.</summary>
internal sealed record RemoveKey(string Path) : SceneEdit
{
    public override string Path { get; init; } = Path;

    public override string InWords => $"{Path} left out";

    public override EditResult In(string text, SceneEditor editor) => editor.Remove(text, Path);
}

/// <summary>A phase is moved.</summary>
/// <param name="From">Which phase, from 0.</param>
/// <param name="To">Where it is then.</param>
internal sealed record MovePhase(int From, int To) : SceneEdit
{
    public override string Path { get; init; } = "phases";

    public override string InWords => FormattableString.Invariant($"phases[{From}] moved to [{To}]");

    public override EditResult In(string text, SceneEditor editor) => editor.Move(text, Path, From, To);

    internal override SceneEdit? Following(Func<int, int?> moved) =>
        (moved(From), moved(To)) is ({ } from, { } to) ? this with { From = from, To = to } : null;
}
