using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// The key <c>&lt;&lt;</c>: the keys of one mapping or of several that a mapping takes over where it does not have them itself, those of
/// the first before those of the next (https://yaml.org/type/merge.html).
/// </summary>
/// <remarks>What is merged was written in place or counted as an alias, so merging makes no tree larger than is bounded already.</remarks>
internal static class MergeKey
{
    public static bool Is(ScalarNode key) => key is { Text: "<<", Quoted: false };

    /// <summary>The mappings that a merge key's value stands for; what is none is reported.</summary>
    public static IEnumerable<MappingNode> Mappings(Node value, DiagnosticBag problems)
    {
        foreach (var part in value is SequenceNode list ? list.Items : [value])
            if (part is MappingNode keys) yield return keys;
            else problems.Error(
                part.Position, $"<<: expected keys and values, found {part.InWords}",
                "for example <<: *a or <<: [*a, *b], with &a at keys");
    }

    /// <summary>A mapping with the keys of others that it does not have, after its own.</summary>
    public static MappingNode Write(MappingNode keys, IReadOnlyList<MappingNode> others)
    {
        if (others.Count == 0) return keys;
        var known = keys.Entries.Select(entry => entry.Key.Text).ToHashSet();
        var further = others.SelectMany(other => other.Entries).Where(entry => known.Add(entry.Key.Text));
        return new(keys.Position, keys.Entries.AddRange(further));
    }
}
