using System.Collections.Immutable;
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
    internal Node? Node { get; init; }

    /// <summary>Whether a key is written out.</summary>
    internal bool Has(string property) => Node is MappingNode keys && keys.Find(SnakeCase.Of(property)) is not null;

    /// <summary>Where a property's value is written, or an item of it: as near as the file goes.</summary>
    /// <param name="property">The property's name, by <c>nameof</c>.</param>
    /// <param name="indices">The item's indices, outermost first.</param>
    public SourcePosition PositionOf(string property, params ReadOnlySpan<int> indices) => NodeOf(property, indices)?.Position ?? Position;

    /// <summary>Where a character of a text is written; the text's start where it spreads over lines or has escapes.</summary>
    /// <param name="property">The property's name, by <c>nameof</c>.</param>
    /// <param name="offset">Which character of the property's value, from 0.</param>
    /// <param name="indices">The text's indices where the property is a list, outermost first.</param>
    public SourcePosition PositionIn(string property, int offset, params ReadOnlySpan<int> indices) =>
        NodeOf(property, indices) is ScalarNode { TextStart: { } start } written
            ? start with { Column = start.Column + written.Text.Length - written.Text.TrimStart().Length + offset }
            : PositionOf(property, indices);

    /// <summary>What stands after each backslash of a text in double quotes, where YAML reads escapes; empty for any other text.</summary>
    /// <param name="property">The property's name, by <c>nameof</c>.</param>
    /// <param name="indices">The text's indices where the property is a list, outermost first.</param>
    internal ImmutableArray<string> EscapesIn(string property, params ReadOnlySpan<int> indices) =>
        NodeOf(property, indices) is ScalarNode written ? written.Escapes : [];

    Node? NodeOf(string property, ReadOnlySpan<int> indices)
    {
        if (Node is not MappingNode keys) return Node;
        var at = keys.Find(SnakeCase.Of(property));
        foreach (var index in indices)
        {
            if (at is not SequenceNode list || index >= list.Items.Length) break;
            at = list.Items[index];
        }
        return at;
    }
}
