using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>Paths and values of a variants file as changes of a scene.</summary>
internal static class Settings
{
    /// <summary>
    /// The changes that keys and values ask for. Keys within a value are laid over the scene's own: <c>video: { size: 720x1280 }</c> is
    /// <c>video.size: 720x1280</c>, and keeps the scene's rate. A list replaces the scene's.
    /// </summary>
    public static ImmutableArray<Override> Of(MappingNode keys, DiagnosticBag problems) =>
        [.. keys.Entries.SelectMany(entry => Of(entry.Key, entry.Value, problems))];

    /// <summary>The changes that one key asks for; none when it is not a path, which is then reported.</summary>
    public static ImmutableArray<Override> Of(ScalarNode key, Node value, DiagnosticBag problems) =>
        NodePath.Parse(key.Text) is { } path ? [.. Flat(key.Position, path, value, problems)] : NoPath(key, problems);

    /// <summary>Whether two values mean the same: texts by their letters, numbers by their size.</summary>
    public static bool Same(Node a, Node b) => (a, b) switch
    {
        (ScalarNode x, ScalarNode y) =>
            x.Text == y.Text || (NumberFormat.Finite(x.Text) is { } number && number == NumberFormat.Finite(y.Text)),
        (SequenceNode x, SequenceNode y) =>
            x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(pair => Same(pair.First, pair.Second)),
        _ => FlowText.Of(a) == FlowText.Of(b),
    };

    static IEnumerable<Override> Flat(SourcePosition at, ImmutableArray<Step> path, Node value, DiagnosticBag problems)
    {
        if (value is not MappingNode { Entries.IsEmpty: false } keys) return [new(at, path, value)];
        return keys.Entries.SelectMany(entry => NodePath.Parse(entry.Key.Text) is { } below
            ? Flat(entry.Key.Position, path.AddRange(below), entry.Value, problems)
            : NoPath(entry.Key, problems));
    }

    static ImmutableArray<Override> NoPath(ScalarNode key, DiagnosticBag problems)
    {
        problems.Error(
            key.Position, $"{Quote.InWords(key.Text)} is not the path of a key",
            "for example network.seed, phases.backward.duration or phases[2].caption");
        return [];
    }
}
