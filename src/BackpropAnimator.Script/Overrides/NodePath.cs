using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>One step down the scene: a key or a phase's name, or an item's index from 0.</summary>
internal readonly record struct Step(string? Name, int Index)
{
    public override string ToString() => Name ?? string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
}

/// <summary>A path such as <c>phases.backward.duration</c>, <c>phases[2].caption</c> or <c>network.layers[1]</c>.</summary>
internal static class NodePath
{
    /// <summary>The steps of a path; null when it is not one.</summary>
    public static ImmutableArray<Step>? Parse(string path)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var part in path.Split('.'))
        {
            var pieces = part.Split('[');
            if (!IsName(pieces[0])) return null;
            steps.Add(new(pieces[0], -1));
            foreach (var piece in pieces[1..])
            {
                if (!piece.EndsWith(']')
                    || !int.TryParse(piece.AsSpan(0, piece.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    return null;
                steps.Add(new(null, index));
            }
        }
        return steps.ToImmutable();
    }

    /// <summary>The value at a path that is written in full, with phases told by index; null where none is.</summary>
    public static Node? Find(Node root, ImmutableArray<Step> path)
    {
        Node? node = root;
        foreach (var step in path)
            node = node switch
            {
                MappingNode keys when step.Name is { } name => keys.Find(name),
                SequenceNode list when step.Name is null && step.Index < list.Items.Length => list.Items[step.Index],
                _ => null,
            };
        return node;
    }

    /// <summary>The tree without a key that is in it, whether it is written in full or in a short form.</summary>
    /// <param name="path">Ends with a key; phases are told by index.</param>
    public static Node Without(Node node, ReadOnlySpan<Step> path)
    {
        if (path is [{ Name: { } key }])
            return node is MappingNode keys
                ? new MappingNode(keys.Position, keys.Entries.RemoveAll(entry => entry.Key.Text == key))
                : new ScalarNode(node.Position, "", quoted: false);
        if (node is MappingNode parent && path[0].Name is { } name)
            return parent.With(new(parent.Position, name, quoted: false), Without(parent.Find(name)!, path[1..]));
        if (node is not SequenceNode list) return node;
        var (index, item) = (path[0].Index, list.Items[path[0].Index]);
        // A phase's keys are those of its options.
        var changed = PhaseNode.OptionsOf(item) is { } options && PhaseNode.KindOf(item) is { } kind && path[1].Name != kind.Text
            ? new MappingNode(item.Position, [new(kind, Without(options, path[1..]))])
            : Without(item, path[1..]);
        return new SequenceNode(list.Position, list.Items.SetItem(index, changed));
    }

    /// <summary>The path as it is written.</summary>
    public static string InWords(ImmutableArray<Step> path) =>
        string.Concat(path.Select((step, i) => i > 0 && step.Name is not null ? $".{step}" : step.ToString()));

    static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
