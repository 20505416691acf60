using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>
/// A part of a scene that is written as keys and values. Every property with a description is a key; its name in the file is the
/// property's name in snake_case, its default is the property's initial value, and a <c>required</c> property is a required key.
/// </summary>
public abstract record ScriptElement
{
    /// <summary>Where this part is written; a part left to its defaults is at line 0 of no file.</summary>
    public SourcePosition Position { get; init; } = SourcePosition.Whole("");

    /// <summary>The text that this part was read from.</summary>
    internal Node? Source { get; init; }

    /// <summary>Whether a key is written out.</summary>
    internal bool Has(string property) => Source is MappingNode keys && keys.Find(SnakeCase.Of(property)) is not null;

    /// <summary>Where a property's value is written, or an item of it: as near as the file goes.</summary>
    /// <param name="property">The property's name, by <c>nameof</c>.</param>
    /// <param name="indices">The item's indices, outermost first.</param>
    public SourcePosition PositionOf(string property, params ReadOnlySpan<int> indices)
    {
        if (Source is not MappingNode keys) return Source?.Position ?? Position;
        if (keys.Find(SnakeCase.Of(property)) is not { } at) return Position;
        foreach (var index in indices)
        {
            if (at is not SequenceNode list || index >= list.Items.Length) break;
            at = list.Items[index];
        }
        return at.Position;
    }
}
