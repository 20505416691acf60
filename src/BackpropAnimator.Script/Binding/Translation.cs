using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Binding;

/// <summary>
/// Puts one language's text in the place of each text that is written in several: <c>caption: { en: Look!, vi: Hãy nhìn! }</c>. The tree is
/// then read as if only that had been written. A list of texts may be written so as a whole.
/// </summary>
/// <param name="language">The tag of the language that is wanted.</param>
/// <param name="first">That of the scene, which stands in where a text has not the one that is wanted.</param>
internal sealed class Translation(string language, string first, PhaseCatalog kinds, DiagnosticBag problems)
{
    readonly List<string> languages = [first];

    /// <summary>The tags of the languages that some text has been found in, that of the scene first.</summary>
    public ImmutableArray<string> Languages => [.. languages.Distinct(StringComparer.OrdinalIgnoreCase)];

    public Node Apply(Node root) => Of(root, ElementShape.Scene, "the scene");

    /// <summary>Whether a value is one of several, of which each language has its own.</summary>
    public static bool IsByLanguage(Node node) =>
        node is MappingNode { Entries.Length: > 0 } texts && texts.Entries.All(entry => LanguageFormat.IsTag(entry.Key.Text));

    /// <summary>Whether such values may stand where this shape is wanted.</summary>
    public static bool MayBeByLanguage(ValueShape shape) => shape switch
    {
        ScalarShape scalar => scalar.Format.IsSpoken,
        ListShape list => MayBeByLanguage(list.Item),
        _ => false,
    };

    Node Of(Node node, ValueShape shape, string label) => shape switch
    {
        ScalarShape or ListShape when MayBeByLanguage(shape) && IsByLanguage(node) => Chosen((MappingNode)node, label),
        ListShape list when node is SequenceNode items => Items(items, item => Of(item, list.Item, label)),
        ElementShape element when node is MappingNode keys => OfElement(keys, element, label),
        PhaseShape when node is MappingNode { Entries: [var only] } phase && kinds.Find(only.Key.Text) is { } kind =>
            phase.With(only.Key, Of(only.Value, kind.Shape, kind.Name)),
        _ => node,
    };

    Node OfElement(MappingNode keys, ElementShape shape, string label)
    {
        // A value alone that stands for an element may be one of several too.
        var isAlone = IsByLanguage(keys) && keys.Entries.All(entry => shape.Find(entry.Key.Text) is null)
            && shape.Keys.Any(key => key.IsShortForm && MayBeByLanguage(key.Value));
        if (isAlone) return Of(Chosen(keys, label), shape, label);
        var changed = keys.Entries.Select(entry => entry with
        {
            Value = shape.Find(entry.Key.Text) is { } key ? Of(entry.Value, key.Value, key.Name) : entry.Value,
        }).ToImmutableArray();
        return changed.Zip(keys.Entries).All(pair => pair.First.Value == pair.Second.Value) ? keys : new(keys.Position, changed);
    }

    static SequenceNode Items(SequenceNode items, Func<Node, Node> of)
    {
        var changed = items.Items.Select(of).ToImmutableArray();
        return changed.SequenceEqual(items.Items) ? items : new(items.Position, changed);
    }

    Node Chosen(MappingNode texts, string label)
    {
        languages.AddRange(texts.Entries.Select(entry => entry.Key.Text));
        if (Find(texts, language) is { } own) return own;
        var (other, text) = Find(texts, first) is { } known ? (first, known) : (texts.Entries[0].Key.Text, texts.Entries[0].Value);
        problems.Warning(
            texts.Position, $"{label}: there is no text for '{language}', and the one for '{other}' stands in",
            $"write '{language}: …' beside it");
        return text;
    }

    // RFC 4647, lookup: who asks for pt-BR is content with pt; and who has only pt-BR has Portuguese.
    static Node? Find(MappingNode texts, string wanted)
    {
        for (var tag = wanted; ; tag = tag[..tag.LastIndexOf('-')])
        {
            foreach (var entry in texts.Entries)
                if (string.Equals(entry.Key.Text, tag, StringComparison.OrdinalIgnoreCase)) return entry.Value;
            if (!tag.Contains('-', StringComparison.Ordinal)) break;
        }
        return texts.Entries.FirstOrDefault(entry => LanguageFormat.Base(entry.Key.Text) == LanguageFormat.Base(wanted))?.Value;
    }
}
