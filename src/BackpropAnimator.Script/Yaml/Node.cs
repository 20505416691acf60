using System.Collections.Immutable;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// A value of a YAML document with its place. Nodes never change, so an alias is simply a second reference to the same node, and an
/// override copies only the path down to what it changes.
/// </summary>
/// <param name="position">Where the value starts, or the override that it comes from.</param>
/// <param name="size">How many values this is, aliases written out.</param>
/// <param name="height">How many levels of lists and mappings this is.</param>
internal abstract class Node(SourcePosition position, long size, int height)
{
    public SourcePosition Position { get; } = position;
    public long Size { get; } = size;
    public int Height { get; } = height;

    /// <summary>What this is, in the words of a diagnostic.</summary>
    public abstract string InWords { get; }
}

/// <summary>A single value. <paramref name="quoted"/> tells the text "3" from the number 3.</summary>
internal sealed class ScalarNode(SourcePosition position, string text, bool quoted) : Node(position, 1, 0)
{
    public string Text { get; } = text;
    public bool Quoted { get; } = quoted;

    /// <summary>Where the first character is, where all others follow it on its line just as they are read; null elsewhere.</summary>
    public SourcePosition? TextStart { get; init; }

    /// <inheritdoc cref="Yaml.Escapes.In"/>
    /// <remarks>Empty for a text that is not in double quotes.</remarks>
    public ImmutableArray<string> Escapes { get; init; } = [];

    /// <summary>Nothing was written, or YAML's words for nothing.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string InWords => IsNull ? "nothing" : Quote.InWords(Text);
}

internal sealed class SequenceNode(SourcePosition position, ImmutableArray<Node> items)
    : Node(position, 1 + items.Sum(i => i.Size), 1 + items.Select(i => i.Height).DefaultIfEmpty().Max())
{
    public ImmutableArray<Node> Items { get; } = items;

    public override string InWords => "a list";
}

internal sealed record Entry(ScalarNode Key, Node Value);

internal sealed class MappingNode(SourcePosition position, ImmutableArray<Entry> entries)
    : Node(position, 1 + entries.Sum(e => 1 + e.Value.Size), 1 + entries.Select(e => e.Value.Height).DefaultIfEmpty().Max())
{
    public ImmutableArray<Entry> Entries { get; } = entries;

    public override string InWords => "keys and values";

    public Node? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

    /// <summary>This mapping with a key's value replaced, or with the key added at the end.</summary>
    public MappingNode With(ScalarNode key, Node value)
    {
        var at = Entries.Select(e => e.Key.Text).ToImmutableArray().IndexOf(key.Text);
        var entry = new Entry(key, value);
        return new(Position, at < 0 ? Entries.Add(entry) : Entries.SetItem(at, entry));
    }
}
