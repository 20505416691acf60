using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>Every combination of some paths' values, but for those that are excluded.</summary>
internal static class Matrix
{
    /// <summary>A batch of more is a slip of the hand: ten axes of two values are a thousand already.</summary>
    public const int MaxVariants = 1000;

    /// <summary>The combinations, the last path changing fastest; none when there is a problem, which is then reported.</summary>
    public static ImmutableArray<ImmutableArray<Override>> Combinations(
        MappingNode matrix, ImmutableArray<MappingNode> exclude, DiagnosticBag problems)
    {
        var before = problems.Count;
        var axes = matrix.Entries.Select(entry => Axis(entry, problems)).ToList();
        if (problems.Count > before) return [];
        if (axes.Aggregate(1L, (product, axis) => Math.Min(MaxVariants + 1, product * axis.Length)) > MaxVariants)
        {
            problems.Error(
                matrix.Position, $"matrix: these make more than {MaxVariants:N0} combinations",
                "use fewer values, or several variants files");
            return [];
        }
        IEnumerable<ImmutableArray<Override>> all = axes.Aggregate(
            Enumerable.Repeat(ImmutableArray<Override>.Empty, 1), (combinations, axis) =>
                combinations.SelectMany(c => axis.Select(c.AddRange)));
        return Without(exclude, [.. all], problems);
    }

    /// <summary>Each value of a path as the changes that it makes.</summary>
    static ImmutableArray<ImmutableArray<Override>> Axis(Entry entry, DiagnosticBag problems)
    {
        if (entry.Value is SequenceNode { Items.IsEmpty: false } values)
            return [.. values.Items.Select(value => Settings.Of(entry.Key, value, problems))];
        var hint = entry.Value is ScalarNode { IsNull: false } only
            ? $"write [{only.Text}] for this value alone"
            : "each value makes further variants";
        problems.Error(
            entry.Value.Position,
            $"{entry.Key.Text}: expected a list of values, found {(entry.Value is SequenceNode ? "an empty one" : entry.Value.InWords)}",
            hint);
        return [];
    }

    static ImmutableArray<ImmutableArray<Override>> Without(
        ImmutableArray<MappingNode> exclude, ImmutableArray<ImmutableArray<Override>> all, DiagnosticBag problems)
    {
        var paths = all.SelectMany(c => c).Select(change => NodePath.InWords(change.Path)).Distinct().ToImmutableArray();
        var left = all;
        foreach (var node in exclude)
        {
            var unwanted = Settings.Of(node, problems);
            var strangers = unwanted.Where(u => !paths.Contains(NodePath.InWords(u.Path))).ToList();
            foreach (var stranger in strangers)
            {
                var path = NodePath.InWords(stranger.Path);
                problems.Error(
                    stranger.Position, $"exclude: the matrix does not set {Quote.InWords(path)}",
                    paths.IsEmpty ? null : Nearest.Hint(path, paths, "paths"));
            }
            if (unwanted.IsEmpty || strangers.Count > 0) continue;
            if (!all.Any(c => Has(c, unwanted)))
                problems.Warning(node.Position, "exclude: no combination has these values", "nothing is left out");
            left = left.RemoveAll(c => Has(c, unwanted));
        }
        return left;
    }

    // Of two changes of one path the last one holds.
    static bool Has(ImmutableArray<Override> combination, ImmutableArray<Override> values) => values.All(value =>
        combination.LastOrDefault(change => change.Path.SequenceEqual(value.Path)) is { } set && Settings.Same(set.Value, value.Value));
}
