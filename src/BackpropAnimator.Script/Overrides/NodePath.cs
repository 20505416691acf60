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

    /// <summary>The path as it is written.</summary>
    public static string InWords(ImmutableArray<Step> path) =>
        string.Concat(path.Select((step, i) => i > 0 && step.Name is not null ? $".{step}" : step.ToString()));

    static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
