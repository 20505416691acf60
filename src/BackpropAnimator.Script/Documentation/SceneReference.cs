using System.Text;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Documentation;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script;

/// <summary>The reference of all keys and phases for readers, from the types that scenes are read into.</summary>
public static class SceneReference
{
    static readonly ElementShape Common = new(typeof(UnknownPhase));

    static IEnumerable<Type> PartsOfTheScene => ElementShape.Scene.Keys.Select(key => ElementOf(key.Value)?.Type).OfType<Type>();

    /// <summary>The reference as Markdown.</summary>
    public static string ToMarkdown(PhaseCatalog phases)
    {
        var page = new StringBuilder();
        page.Append("# Scene reference\n\nEvery key and every phase, with what it takes and what it is when left out.\n");
        page.Append("`--set PATH=VALUE` takes a key by its path, such as `network.seed`, `network.layers[1]`, " +
            "`phases.backward.duration` or `phases[2].caption`.\n");
        Section(page, "The scene", null, ElementShape.Scene, ElementShape.Scene.Create());
        foreach (var key in ElementShape.Scene.Keys)
            if (ElementOf(key.Value) is { } element) Section(page, $"`{key.Name}`", key.Description, element, element.Create());
        page.Append("\n## Phases\n\nEvery phase has these options; a kind alone is a phase with its defaults, and `- forward: 12s` sets " +
            "the duration only.\n\n");
        Table(page, Common.Keys, new UnknownPhase(), hideDefaults: true);
        foreach (var key in Common.Keys)
            if (ElementOf(key.Value) is { } part) Part(page, key, part);
        foreach (var kind in phases.All) Phase(page, kind);
        return page.ToString();
    }

    static void Section(StringBuilder page, string heading, string? text, ElementShape shape, ScriptElement defaults)
    {
        page.Append(null, $"\n## {heading}\n\n");
        if (text is not null) page.Append(text).Append("\n\n");
        Table(page, shape.Keys, defaults);
        foreach (var list in new[] { false, true })
            if (shape.ShortFormFor(list) is { } key) page.Append(null, $"\n{(list ? "A list" : "A value")} alone means `{key.Name}`.\n");
        foreach (var key in shape.Keys)
        {
            Choices(page, key);
            if (ElementOf(key.Value) is { } part && !PartsOfTheScene.Contains(part.Type)) Part(page, key, part);
        }
    }

    static void Phase(StringBuilder page, PhaseKind kind)
    {
        page.Append(
            null, $"\n### `{kind.Name}`\n\n{kind.Summary} Lasts {FormattableString.Invariant($"{kind.Defaults.Duration}")} s by default");
        if (kind.Needs is not null) page.Append(null, $"; needs `{kind.Needs}` before it");
        page.Append(kind.NeedsData ? "; needs `data`.\n" : ".\n");
        page.Append(null, $"\nMoments for marks in what is said: {MomentsOf(kind)}.\n");
        var own = kind.Shape.Keys.Where(k => Common.Find(k.Name) is null).ToArray();
        if (own.Length == 0) return;
        page.Append('\n');
        Table(page, own, kind.Defaults);
        foreach (var key in own)
        {
            Choices(page, key);
            if (ElementOf(key.Value) is { } part) Part(page, key, part);
        }
    }

    /// <summary>A phase's moments with what happens at each, as a clause.</summary>
    internal static string MomentsOf(PhaseKind kind) =>
        string.Join("; ", kind.Moments.Select(moment => $"`{moment.Name}`, {moment.Description}"));

    /// <summary>The keys of a part that has no heading of its own.</summary>
    static void Part(StringBuilder page, KeyShape key, ElementShape element)
    {
        // What is written as changes to a part of the scene has that part's keys, and they have been told.
        KeyShape[] untold = [.. element.Keys.Where(k => !element.IsPartial || !PartsOfTheScene.Contains(k.Property.DeclaringType!))];
        var (each, besides) = (key.Value is ListShape ? "Each of " : "", element.IsPartial ? ", besides the keys that it changes" : "");
        page.Append(null, $"\n{each}`{key.Name}`{besides}:\n\n");
        Table(page, untold, element.Create(), hideDefaults: element.IsPartial);
        foreach (var inner in untold) Choices(page, inner);
    }

    static void Table(StringBuilder page, IEnumerable<KeyShape> keys, ScriptElement defaults, bool hideDefaults = false)
    {
        page.Append(hideDefaults
            ? "| key | value | meaning |\n|---|---|---|\n"
            : "| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var key in keys)
        {
            var normal = hideDefaults ? "" : $" {DefaultInCode(key, defaults)} |";
            page.Append(null, $"| `{key.Name}` | {Cell(InWords(key.Value))} |{normal} {Cell(key.Description)} |\n");
        }
    }

    static string DefaultInCode(KeyShape key, ScriptElement defaults) => key switch
    {
        { IsRequired: true, Unless: { } other } => $"required without `{other}`",
        { IsRequired: true } => "required",
        _ => Default(key, defaults) is { Length: > 0 } value ? $"`{value}`" : "",
    };

    /// <summary>What a key is when it is left out, as a file would have it; empty when it has no value then.</summary>
    internal static string Default(KeyShape key, ScriptElement defaults) => DefaultValue.Of(key, defaults) switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var value => value.ToJsonString(),
    };

    internal static string InWords(ValueShape shape) => shape switch
    {
        ScalarShape scalar => scalar.Format.Expected,
        ListShape list =>
            (list.OneOrMany ? $"{InWords(list.Item)}, or a list of such" : $"a list, each {InWords(list.Item)}")
                + (list.Count is { } c ? $" ({c.Min} to {c.Max} items)" : ""),
        ElementShape element when element.Keys.Where(key => key.IsShortForm).ToArray() is { Length: > 0 } alone =>
            $"{string.Join(", ", alone.Select(key => InWords(key.Value)))}, or keys",
        PhaseShape => "a phase",
        _ => "keys",
    };

    static void Choices(StringBuilder page, KeyShape key)
    {
        if (FormatOf(key.Value) is not ChoiceFormat format || format.Choices.All(c => c.Meaning is null)) return;
        page.Append(null, $"\n`{key.Name}`:\n\n");
        foreach (var choice in format.Choices)
        {
            var also = choice.OtherNames.IsEmpty ? "" : $" (also {string.Join(", ", choice.OtherNames.Select(name => $"`{name}`"))})";
            page.Append(choice.Meaning is null ? $"- `{choice.Name}`{also}\n" : $"- `{choice.Name}`{also}: {choice.Meaning}\n");
        }
    }

    static ScalarFormat? FormatOf(ValueShape shape) => shape switch
    {
        ScalarShape scalar => scalar.Format,
        ListShape list => FormatOf(list.Item),
        _ => null,
    };

    static ElementShape? ElementOf(ValueShape shape) => shape as ElementShape ?? (shape is ListShape list ? ElementOf(list.Item) : null);

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
