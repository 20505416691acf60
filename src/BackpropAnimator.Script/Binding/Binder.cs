using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Binding;

/// <summary>
/// Turns nodes into the records that their shapes describe. A value that cannot be read is reported and left at its default, so
/// that one reading finds every problem; <see cref="IsSound"/> tells later checks what they can rely on.
/// </summary>
internal sealed class Binder(PhaseCatalog phases, DiagnosticBag problems)
{
    readonly HashSet<Node> unsound = [];

    // The outermost list of values or rows that is being read: what many of its items have is told once.
    Node? rows;

    /// <summary>
    /// Whether an assembly with phases could not be loaded: an unknown phase may then be one of its own, and is no problem of its own.
    /// </summary>
    public bool LacksPlugins { get; init; }

    /// <summary>Whether a property holds what the file says (or its default, where the file says nothing).</summary>
    public bool IsSound(ScriptElement element, string property)
    {
        var at = element.Node is MappingNode keys ? keys.Find(SnakeCase.Of(property)) : element.Node;
        return at is null || !unsound.Contains(at);
    }

    public Scene? Scene(Node root) => Element(root, ElementShape.Scene, "the scene") as Scene;

    /// <summary>A document of another kind than a scene; null when it has no keys, which is then reported.</summary>
    /// <param name="label">What diagnostics call it.</param>
    public ScriptElement? Root(Node root, ElementShape shape, string label) => Element(root, shape, label);

    /// <summary>
    /// The value that a node means, or null when there is none; that is then reported, with <paramref name="label"/> for the place.
    /// </summary>
    object? Value(Node node, ValueShape shape, string label)
    {
        var before = problems.Count;
        var value = shape switch
        {
            ScalarShape scalar => Scalar(node, scalar, label),
            ListShape list => List(node, list, label),
            ElementShape element => Element(node, element, label),
            PhaseShape => Phase(node),
            FreeKeysShape => node as MappingNode ?? Refuse(node, label, "keys and values", null),
            _ => throw new NotSupportedException(shape.ToString()),
        };
        if (problems.Count > before) unsound.Add(node);
        return value;
    }

    object? Scalar(Node node, ScalarShape shape, string label)
    {
        var format = shape.Format;
        if (node is not ScalarNode { IsNull: false } scalar)
            return Refuse(node, label, format.Expected, node switch
            {
                ScalarNode => format.HintFor("") ?? "write a value, or leave the key out",
                MappingNode => format.HintForKeys,
                _ => null,
            });
        if (format.Read(scalar.Text, scalar.Quoted) is { } value) return value;
        var isMeantBare = scalar.Quoted && format.Read(scalar.Text) is not null;
        return Refuse(
            node, label, format.Expected,
            isMeantBare ? "quotes make it a text: leave them out" : MeantBackslash(scalar) ?? format.HintFor(scalar.Text));
    }

    // A line break may be meant; a text has no use for any other control character.
    static string? MeantBackslash(ScalarNode scalar) =>
        !TextFormat.IsDrawable(scalar.Text) && Escapes.FirstWord(scalar.Escapes) is { } word ? Escapes.Remedy(word) : null;

    object? List(Node node, ListShape shape, string label)
    {
        if (node is ScalarNode { IsNull: false } && shape.TakesOne)
            return Value(node, shape.Item, label) is { } only ? shape.Build([only]) : null;
        if (node is not SequenceNode list) return Refuse(node, label, "a list", null);

        if (shape.Count is { } count && (list.Items.Length < count.Min || list.Items.Length > count.Max))
            return Refuse(node, label, $"{count.Min} to {count.Max} items", null, found: $"{list.Items.Length}");
        var outer = rows;
        if (shape.Item is not PhaseShape) rows ??= list;
        var items = list.Items.Select(item => Value(item, shape.Item, label)).ToList();
        rows = outer;
        return items.Contains(null) ? null : shape.Build(items!);
    }

    ScriptElement? Element(Node node, ElementShape shape, string label)
    {
        var element = shape.Create() with { Position = node.Position, Node = node };
        if (node is MappingNode keys)
        {
            foreach (var (key, value) in keys.Entries)
                if (shape.Find(key.Text) is { } known) Set(element, known, value, known.Name);
                else problems.Error(
                    key.Position, $"unknown key {Quote.InWords(key.Text)} in {label}", Nearest.Hint(key.Text, shape.Names, "keys"),
                    same: (rows?.Position ?? key.Position, key.Text));
            Require(shape.Required.Where(k => keys.Find(k.Name) is null && (k.Unless is null || keys.Find(k.Unless) is null)), node, label);
            return element;
        }
        if (node is ScalarNode { IsNull: true } || shape.ShortFormFor(list: node is SequenceNode) is not { } meant)
            return Refuse(node, label, "keys and values", $"known keys: {string.Join(", ", shape.Names)}") as ScriptElement;
        Set(element, meant, node, label);
        Require(shape.Required.Where(k => k != meant), node, label);
        return element;
    }

    PhaseOptions Phase(Node node)
    {
        var (name, options) = node switch
        {
            ScalarNode { IsNull: false } kind => (kind, null),
            MappingNode { Entries: [var only] } => (only.Key, only.Value),
            _ => (null, null),
        };
        if (name is null)
        {
            var hint = node is MappingNode { Entries: [var first, var second, ..] }
                ? $"{Quote.InWords(second.Key.Text)} belongs under {Quote.InWords(first.Key.Text)}, indented further"
                : $"known phases: {string.Join(", ", phases.Names)}";
            Refuse(node, "phases", "the kind of a phase, alone or with its options", hint);
        }
        else if (phases.Find(name.Text) is { } kind) return KnownPhase(kind, name, options);
        else if (!LacksPlugins)
            problems.Error(name.Position, $"unknown phase {Quote.InWords(name.Text)}", Nearest.Hint(name.Text, phases.Names, "phases"));
        return new UnknownPhase { Position = node.Position };
    }

    PhaseOptions KnownPhase(PhaseKind kind, ScalarNode name, Node? options)
    {
        if (options is null or ScalarNode { IsNull: true })
        {
            Require(kind.Shape.Required, name, kind.Name);
            return kind.Defaults with { Position = name.Position };
        }
        return (Element(options, kind.Shape, kind.Name) as PhaseOptions ?? kind.Defaults) with { Position = name.Position };
    }

    void Require(IEnumerable<KeyShape> missing, Node node, string label)
    {
        foreach (var key in missing)
            problems.Error(
                node.Position, $"{label} has no '{key.Name}'", $"'{key.Name}': {key.Description}", same: (Place(node), key.Name));
    }

    void Set(ScriptElement element, KeyShape key, Node node, string label)
    {
        if (Value(node, key.Value, label) is { } value) key.Property.SetValue(element, value);
    }

    object? Refuse(Node node, string label, string expected, string? hint, string? found = null)
    {
        // Whatever the keys are called that an alias gives the same wrong value.
        problems.Error(
            node.Position, $"{label}: expected {expected}, found {found ?? node.InWords}", hint,
            same: (Place(node), rows is null ? "" : label, expected));
        return null;
    }

    // What tells one problem from another: where it is, or in a list the list.
    SourcePosition Place(Node node) => rows?.Position ?? node.Position;
}
