using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>One way to write what a scene may write in several.</summary>
internal static class Spelling
{
    /// <summary>An element as keys and values: a short form is written out, and nothing becomes an empty mapping.</summary>
    /// <param name="node">Null where nothing is written.</param>
    /// <param name="place">Stands for the place of what is not written.</param>
    /// <returns>Null for what cannot be written so.</returns>
    public static MappingNode? InFull(Node? node, ElementShape? shape, SourcePosition place) => node switch
    {
        MappingNode keys => keys,
        null or ScalarNode { IsNull: true } => new(node?.Position ?? place, []),
        _ when shape?.ShortFormFor(list: node is SequenceNode) is { } key =>
            new(node.Position, [new(new(node.Position, key.Name, quoted: false), node)]),
        _ => null,
    };
}
