using System.Collections.Immutable;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Overrides;

namespace BackpropAnimator.Script.Editing;

/// <summary>A text that a scene writes.</summary>
/// <param name="Path">Where it is written, as <see cref="SceneEditor.SetText"/> takes it: <c>phases[2].caption.vi</c>.</param>
/// <param name="Label">The key in words; with the language's tag where it is another one than was asked for.</param>
/// <param name="Value">What is read.</param>
internal sealed record TextKey(string Path, string Label, string Value);

/// <summary>The texts of a scene that its viewers see or hear, as they are written.</summary>
internal static class TextKeys
{
    /// <param name="phase">From 0, for a phase's title, captions and words; null for those of the whole scene.</param>
    /// <param name="language">Which of several texts is wanted; the first stands in where it is not there.</param>
    public static ImmutableArray<TextKey> Of(SyntaxTree tree, PhaseCatalog kinds, int? phase, string language)
    {
        if (phase is not { } i) return [.. At("title", "title of the lesson")];
        var options = FormattableString.Invariant($"phases[{i}]");
        var captions = Find($"{options}.captions") is SyntaxList list ? list.Items.Length : 0;
        return
        [
            .. At($"{options}.title", "title"),
            .. At($"{options}.caption", "caption"),
            .. Enumerable.Range(0, captions).SelectMany(k =>
                At(FormattableString.Invariant($"{options}.captions[{k}].text"), FormattableString.Invariant($"caption {k + 1}"))),
            .. At($"{options}.say.text", "what is said"),
            .. Find($"{options}.say") is SyntaxMapping ? At($"{options}.say", "what is said") : [],
        ];

        SyntaxNode? Find(string path)
        {
            var node = SyntaxPath.Find(tree, kinds, NodePath.Parse(path)!.Value.AsSpan())?.Node;
            return node is SyntaxAlias alias ? alias.Target : node;
        }

        IEnumerable<TextKey> At(string path, string label) => Find(path) switch
        {
            SyntaxScalar { IsEmpty: false } scalar => [new(path, label, scalar.Text.TrimEnd('\n'))],
            SyntaxMapping texts when TagIn(texts, language) is { } tag && texts.Entries[texts.IndexOf(tag)].Value is SyntaxScalar own =>
                [new($"{path}.{tag}", tag == language ? label : $"{label} ({tag})", own.Text.TrimEnd('\n'))],
            _ => [],
        };
    }

    // As a lesson in this language has it; null where the keys are no languages.
    static string? TagIn(SyntaxMapping texts, string language)
    {
        string[] tags = [.. texts.Entries.Select(entry => (entry.Key as SyntaxScalar)?.Text ?? "")];
        if (tags.Length == 0 || !tags.All(LanguageFormat.IsTag)) return null;
        return tags.FirstOrDefault(tag => string.Equals(tag, language, StringComparison.OrdinalIgnoreCase))
            ?? tags.FirstOrDefault(tag => LanguageFormat.Base(tag) == LanguageFormat.Base(language)) ?? tags[0];
    }
}
