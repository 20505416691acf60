using System.Collections.Immutable;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>Compares two trees key by key.</summary>
/// <param name="kinds">Know how the short forms of phases are written in full; null to compare those as they are.</param>
internal sealed class SceneComparison(PhaseCatalog? kinds)
{
    readonly ImmutableArray<SceneChange>.Builder changes = ImmutableArray.CreateBuilder<SceneChange>();

    public ImmutableArray<SceneChange> Compare(Node? before, Node? now)
    {
        if (before is not null && now is not null) Walk(before, now, ElementShape.Scene, "", null);
        return changes.ToImmutable();
    }

    void Walk(Node? before, Node? now, ValueShape? shape, string path, string? phase)
    {
        if (shape is ListShape { Item: PhaseShape } && before is SequenceNode phasesBefore && now is SequenceNode phasesNow)
            Phases(phasesBefore, phasesNow, path);
        else if ((shape is ElementShape || before is MappingNode || now is MappingNode) && Keys(before, shape) is { } keysBefore
            && Keys(now, shape) is { } keysNow)
            foreach (var key in keysNow.Entries.Concat(keysBefore.Entries).Select(entry => entry.Key.Text).Distinct())
                Walk(
                    keysBefore.Find(key), keysNow.Find(key), (shape as ElementShape)?.Find(key)?.Value,
                    path.Length == 0 ? key : $"{path}.{key}", phase);
        else if (before is SequenceNode { Items: var some } && now is SequenceNode { Items: var others } && some.Length == others.Length)
            for (var i = 0; i < some.Length; i++) Walk(some[i], others[i], (shape as ListShape)?.Item, $"{path}[{i}]", phase);
        else if (TextOf(before) != TextOf(now))
            changes.Add(new(phase, path, TextOf(before), TextOf(now)));
    }

    void Phases(SequenceNode before, SequenceNode now, string path)
    {
        ImmutableArray<string> then = NamesOf(before), today = NamesOf(now);
        for (var i = 0; i < today.Length; i++)
        {
            var place = $"{path}.{today[i]}";
            var item = now.Items[i];
            if (then.IndexOf(today[i]) is not (>= 0 and var index))
            {
                changes.Add(new(today[i], place, null, TextOf(item)));
                continue;
            }
            var counterpart = before.Items[index];
            var (earlier, kind) = (PhaseNode.KindOf(counterpart)?.Text, PhaseNode.KindOf(item)?.Text);
            if (earlier != kind) changes.Add(new(today[i], place, TextOf(counterpart), TextOf(item)));
            else
                Walk(
                    PhaseNode.OptionsOf(counterpart), PhaseNode.OptionsOf(item), kind is null ? null : kinds?.Find(kind)?.Shape, place,
                    today[i]);
        }
        foreach (var (name, item) in then.Zip(before.Items))
            if (!today.Contains(name)) changes.Add(new(name, $"{path}.{name}", TextOf(item), null));
        if (!then.Where(today.Contains).SequenceEqual(today.Where(then.Contains)))
            changes.Add(new(null, "the order of the phases", null, null));
    }

    /// <summary>What comparisons call each phase.</summary>
    public static ImmutableArray<string> NamesOf(SequenceNode phases) => NumberedNames.Of([.. phases.Items.Select(PhaseNode.NameOf)]);

    static MappingNode? Keys(Node? node, ValueShape? shape) => Spelling.InFull(node, shape as ElementShape, SourcePosition.Whole(""));

    static string? TextOf(Node? node) => node is null or ScalarNode { IsNull: true } ? null : Quote.InWords(FlowText.Of(node));
}
