using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>Names for variants: those that were given, and for the others names that say what they set.</summary>
internal static class Naming
{
    /// <summary>A name for each draft, no two the same on any file system. Given names that cannot be used are reported.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<Draft> drafts, DiagnosticBag problems)
    {
        var severalScenes = drafts.Select(d => d.Scene).Distinct().Skip(1).Any();
        var taken = new Dictionary<string, Draft>(StringComparer.OrdinalIgnoreCase);
        var names = new string[drafts.Count];
        for (var i = 0; i < names.Length; i++)
            if (drafts[i].GivenName is { } given) names[i] = Given(given, drafts[i], severalScenes, taken, problems);
        for (var i = 0; i < names.Length; i++)
            names[i] ??= Unique(Descriptive(drafts[i], severalScenes), drafts[i], taken);
        return [.. names];
    }

    static string Given(string text, Draft draft, bool severalScenes, Dictionary<string, Draft> taken, DiagnosticBag problems)
    {
        var name = FileName.From(severalScenes ? $"{SceneName(draft)}-{text}" : text);
        if (FileName.From(text).Length == 0)
            problems.Error(
                draft.NamePosition, $"name: {Quote.InWords(text)} has no letter or digit that a file's name could have",
                "for example slow or relu-tall");
        else if (!taken.TryAdd(name, draft))
            problems.Error(
                draft.NamePosition, $"name: {Quote.InWords(name)} is the name of another variant",
                $"that one is at {taken[name].NamePosition}");
        return name;
    }

    static string Descriptive(Draft draft, bool severalScenes)
    {
        var words = draft.Changes.Select(InWords);
        if (severalScenes || draft.Changes.IsEmpty) words = words.Prepend(SceneName(draft));
        return FileName.From(string.Join('-', words)) is { Length: > 0 } name ? name : "variant";
    }

    static string SceneName(Draft draft) => Path.GetFileNameWithoutExtension(draft.Scene);

    // Words say by themselves what they are about, and so does a size; a number needs its key.
    static string InWords(Override change)
    {
        var value = FlowText.Of(change.Value);
        if (NumberFormat.Finite(value) < 0) return $"{KeyInWords(change.Path)}-minus{value.TrimStart('-')}";
        return IsSize(value) || value.TrimStart('[') is [var first, ..] && char.IsLetter(first)
            ? value
            : $"{KeyInWords(change.Path)}-{value}";
    }

    static bool IsSize(string value) =>
        value.Split('x') is [var width, var height] && width.All(char.IsAsciiDigit) && height.All(char.IsAsciiDigit);

    /// <summary>The key alone; with its phase, if it is a phase's, or that alone for the duration.</summary>
    static string KeyInWords(ImmutableArray<Step> path) => path switch
    {
        [{ Name: "phases" }, var phase, { Name: "duration" }] => PhaseInWords(phase),
        [{ Name: "phases" }, var phase, var key] => $"{PhaseInWords(phase)}-{InWords(key)}",
        [.., var list, { Name: null } item] => InWords(list) + InWords(item),
        [.., var key] => InWords(key),
        [] => "",
    };

    static string PhaseInWords(Step step) => step.Name ?? $"phase{InWords(step)}";

    static string InWords(Step step) => step.Name ?? step.Index.ToString(CultureInfo.InvariantCulture);

    static string Unique(string name, Draft draft, Dictionary<string, Draft> taken)
    {
        var unique = name;
        for (var n = 2; !taken.TryAdd(unique, draft); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return unique;
    }
}
