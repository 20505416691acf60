using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>
/// Puts an override's value into the tree, before the tree is read: so it is typed and checked exactly as if the file had it. The
/// shapes are only asked how a short form is written in full; a key that does not exist is left for the binder to report.
/// </summary>
internal sealed class OverrideWriter(Override change, PhaseCatalog kinds, DiagnosticBag problems)
{
    /// <summary>The tree with the value in it; the same tree when the path leads nowhere, which is then reported.</summary>
    public Node Apply(Node root) => Put(root, ElementShape.Scene, change.Path.AsSpan(), "the scene") ?? root;

    Node? Put(Node? node, ValueShape? shape, ReadOnlySpan<Step> path, string label)
    {
        if (path.IsEmpty) return change.Value;
        return path[0].Name is { } name
            ? shape is ListShape { Item: PhaseShape } && node is SequenceNode phases
                ? PutInPhase(phases, PhaseNamed(name, phases), path[1..])
                : PutKey(node, shape as ElementShape, name, path, label)
            : PutItem(node, shape, path, label);
    }

    MappingNode? PutKey(Node? node, ElementShape? shape, string name, ReadOnlySpan<Step> path, string label)
    {
        if (Spelling.InFull(node, shape, change.Position) is not { } keys) return Nowhere($"{label} has no keys", null) as MappingNode;
        var value = Put(keys.Find(name), shape?.Find(name)?.Value, path[1..], name);
        return value is null ? null : keys.With(new(change.Position, name, quoted: false), value);
    }

    SequenceNode? PutItem(Node? node, ValueShape? shape, ReadOnlySpan<Step> path, string label)
    {
        if (shape is ListShape { TakesOne: true } && node is ScalarNode { IsNull: false } only)
            node = new SequenceNode(only.Position, [only]);
        if (node is not SequenceNode list) return Nowhere($"{label} is not a list", null) as SequenceNode;
        var index = path[0].Index;
        if (index >= list.Items.Length)
            return Nowhere(
                $"{label} has no item [{index}]",
                list.Items.IsEmpty ? "it is empty" : $"its items are [0] to [{list.Items.Length - 1}]") as SequenceNode;
        if (path.Length > 1 && shape is ListShape { Item: PhaseShape }) return PutInPhase(list, index, path[1..]);
        var value = Put(list.Items[index], (shape as ListShape)?.Item, path[1..], $"{label}[{index}]");
        return value is null ? null : new(list.Position, list.Items.SetItem(index, value));
    }

    /// <summary>
    /// Changes a phase's options: <c>- forward</c> and <c>- forward: 10s</c> become <c>- forward: { duration: 10s, … }</c>.
    /// </summary>
    SequenceNode? PutInPhase(SequenceNode phases, int? index, ReadOnlySpan<Step> path)
    {
        if (index is not { } i) return null;
        if (PhaseNode.KindOf(phases.Items[i]) is not { } kind) return Nowhere($"phases[{i}] is not a phase", null) as SequenceNode;
        var value = Put(PhaseNode.OptionsOf(phases.Items[i]), kinds.Find(kind.Text)?.Shape, path, kind.Text);
        return value is null ? null : new(phases.Position, phases.Items.SetItem(i, new MappingNode(kind.Position, [new(kind, value)])));
    }

    int? PhaseNamed(string name, SequenceNode phases)
    {
        var names = phases.Items.Select(PhaseNode.NameOf).ToImmutableArray();
        var found = Enumerable.Range(0, names.Length).Where(i => names[i] == name).ToList();
        if (found is [var one]) return one;
        if (found.Count == 0) Nowhere($"no phase is called '{name}'", Nearest.Hint(name, [.. names.OfType<string>().Distinct()], "names"));
        else Nowhere(
            $"{found.Count} phases are called '{name}'",
            $"say which: {string.Join(" or ", found.Select(i => $"phases[{i}]"))}; or give them a 'name'");
        return null;
    }

    Node? Nowhere(string message, string? hint)
    {
        problems.Error(change.Position, message, hint);
        return null;
    }
}
