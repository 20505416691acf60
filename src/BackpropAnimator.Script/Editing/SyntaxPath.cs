using System.Collections.Immutable;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Editing;

/// <summary>Where a path leads in a scene's text.</summary>
internal static class SyntaxPath
{
    /// <summary>A path in which phases are told by index, as the text has them.</summary>
    public static ImmutableArray<Step> ByIndex(ImmutableArray<Step> path, Node root)
    {
        if (path.Length < 2 || path[0].Name != "phases" || path[1].Name is not { } name) return path;
        var phases = (root as MappingNode)?.Find("phases") as SequenceNode;
        var at = phases is null ? -1 : phases.Items.Select(PhaseNode.NameOf).ToImmutableArray().IndexOf(name);
        return at < 0 ? path : path.SetItem(1, new(null, at));
    }

    /// <summary>The value at a path with its shape; null where nothing is written.</summary>
    /// <param name="path">Phases are told by index.</param>
    public static (SyntaxNode Node, ValueShape? Shape)? Find(SyntaxTree tree, PhaseCatalog kinds, ReadOnlySpan<Step> path)
    {
        SyntaxNode node = tree.Root;
        ValueShape? shape = ElementShape.Scene;
        foreach (var step in path)
        {
            if (shape is PhaseShape)
            {
                if (OptionsOf(node, kinds) is not { } options) return null;
                (node, shape) = options;
            }
            if (step.Name is { } name)
            {
                if (node is SyntaxMapping keys)
                {
                    if (keys.IndexOf(name) is not (>= 0 and var at)) return null;
                    node = keys.Entries[at].Value;
                }
                else if (node is SyntaxScalar { IsEmpty: true }
                    || (shape as ElementShape)?.ShortFormFor(list: node is SyntaxList)?.Name != name) return null;
                shape = (shape as ElementShape)?.Find(name)?.Value;
            }
            else
            {
                if (node is SyntaxList list && step.Index < list.Items.Length) node = list.Items[step.Index];
                else if (node is not SyntaxScalar || step.Index > 0 || shape is not ListShape { TakesOne: true }) return null;
                shape = (shape as ListShape)?.Item;
            }
        }
        return (node, shape);
    }

    /// <summary>What is written behind the kind of a phase; null for a kind alone.</summary>
    public static (SyntaxNode Node, ValueShape? Shape)? OptionsOf(SyntaxNode phase, PhaseCatalog kinds) =>
        phase is SyntaxMapping { Entries: [{ Key: SyntaxScalar kind } only] } ? (only.Value, kinds.Find(kind.Text)?.Shape) : null;
}
