using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Editing;

/// <summary>
/// Edits a scene as text: comments, order and formatting stay as they are. Every edit is held against the tree: the edited text must say
/// what the old one said with that one change, and nothing else; otherwise it is refused, and the text stays.
/// </summary>
/// <param name="kinds">The kinds of phases that the scene can have.</param>
/// <param name="file">What problems call it.</param>
internal sealed class SceneEditor(PhaseCatalog kinds, string file)
{
    const char ByteOrderMark = '\uFEFF';

    /// <summary>Puts a value where a path leads, as <c>--set PATH=VALUE</c> would; a key that is not there is added.</summary>
    /// <param name="path">Such as <c>phases[2].duration</c>, <c>network.learning_rate</c> or <c>example.target[0]</c>.</param>
    /// <param name="value">A list, keys and values or a text in quotes as YAML has them; anything else is the value as it is.</param>
    public EditResult Set(string text, string path, string value) => Edit(text, path, (tree, steps, root, problems) =>
    {
        var at = SourcePosition.Whole(file);
        if (Override.Read(value.Trim(), at, problems) is not { } node) return null;
        if (node is ScalarNode { IsNull: true }) throw new EditRefusedException(0, $"{path}: a value is missing");
        var change = new Override(at, steps, node);
        var expected = new OverrideWriter(change, kinds, problems).Apply(root);
        if (problems.HasErrors) return null;
        var byIndex = change with { Path = SyntaxPath.ByIndex(steps, root) };
        return new(new ValueWriter(tree, kinds, byIndex, value.Trim()).Edits(), expected);
    });

    /// <summary>Takes out a key, so that its value is the default.</summary>
    /// <param name="path">Of a key that is written.</param>
    public EditResult Remove(string text, string path) => Edit(text, path, (tree, steps, root, _) =>
    {
        var byIndex = SyntaxPath.ByIndex(steps, root);
        return new([new KeyRemoval(tree, kinds).Of(byIndex.AsSpan())], NodePath.Without(root, byIndex.AsSpan()));
    });

    /// <summary>Moves an item of a list; the comments above it go with it.</summary>
    /// <param name="path">The list: <c>phases</c>.</param>
    /// <param name="from">Which item, from 0.</param>
    /// <param name="to">Which one it is then.</param>
    public EditResult Move(string text, string path, int from, int to) => Edit(text, path, (tree, steps, root, problems) =>
    {
        steps = SyntaxPath.ByIndex(steps, root);
        if (SyntaxPath.Find(tree, kinds, steps.AsSpan())?.Node is not SyntaxList list)
            throw new EditRefusedException(0, $"{path} is no list");
        if (Math.Min(from, to) < 0 || Math.Max(from, to) >= list.Items.Length)
            throw new EditRefusedException(list.Start, $"{path} has no items [{from}] and [{to}]: it has {list.Items.Length}");
        var items = ((SequenceNode)NodePath.Find(root, steps)!).Items;
        var moved = new SequenceNode(default, items.RemoveAt(from).Insert(to, items[from]));
        var expected = new OverrideWriter(new(SourcePosition.Whole(file), steps, moved), kinds, problems).Apply(root);
        return new(from == to ? [] : [ListMove.Of(tree, list, from, to)], expected);
    });

    /// <summary>A value as it is written, on one line or on several; null where none is.</summary>
    public string? Written(string text, string path)
    {
        var body = text.TrimStart(ByteOrderMark);
        if (NodePath.Parse(path) is not { } steps || Compose(body, new()) is not { } root) return null;
        var tree = new SyntaxTree(body);
        return SyntaxPath.Find(tree, kinds, SyntaxPath.ByIndex(steps, root).AsSpan()) is { Node: { } node } && node.End > node.Start
            ? body[node.Start..node.End]
            : null;
    }

    /// <summary>Whether a text is YAML, so that it can be edited, whatever is wrong with the scene.</summary>
    public bool CanEdit(string text)
    {
        var problems = new DiagnosticBag();
        return Compose(SceneFile.Accept(text.TrimStart(ByteOrderMark), file, problems), problems) is not null && !problems.HasErrors;
    }

    /// <summary>What the phases of a text are called, each by a name of its own; empty where it cannot be read.</summary>
    internal ImmutableArray<string> PhaseNames(string text) =>
        Compose(text.TrimStart(ByteOrderMark), new()) is MappingNode keys && keys.Find("phases") is SequenceNode phases
            ? SceneComparison.NamesOf(phases)
            : [];

    /// <param name="Edits">What changes in the text.</param>
    /// <param name="Expected">What it has to say then.</param>
    sealed record Plan(IReadOnlyList<TextEdit> Edits, Node Expected);

    EditResult Edit(string text, string path, Func<SyntaxTree, ImmutableArray<Step>, Node, DiagnosticBag, Plan?> plan)
    {
        var body = text.TrimStart(ByteOrderMark);
        var problems = new DiagnosticBag();
        try
        {
            if (NodePath.Parse(path) is not { } steps) throw new EditRefusedException(0, $"'{path}' is no path such as phases[2].duration");
            if (Compose(SceneFile.Accept(body, file, problems), problems) is not { } root || problems.HasErrors
                || plan(new(body), steps, root, problems) is not { } planned) return new(text, problems.InOrder(file));
            var edited = TextEdit.Apply(body, planned.Edits);
            Hold(planned, edited, path);
            return new(string.Concat(text.AsSpan(0, text.Length - body.Length), edited), []);
        }
        catch (EditRefusedException refusal)
        {
            problems.Error(Lines.Position(file, body, refusal.At), refusal.Message, refusal.Hint);
            return new(text, problems.InOrder(file));
        }
    }

    // The edited text against what it should say.
    void Hold(Plan planned, string edited, string path)
    {
        var problems = new DiagnosticBag();
        var at = planned.Edits.Select(edit => edit.Start).DefaultIfEmpty().Min();
        if (Compose(edited, problems) is not { } root || problems.HasErrors)
            throw new EditRefusedException(
                at, $"{path} cannot be changed here: {problems.InOrder(file).Select(problem => problem.Message).FirstOrDefault()}");
        if (new SceneComparison(kinds).Compare(planned.Expected, root).FirstOrDefault() is { } other)
            throw new EditRefusedException(
                at, $"{path} cannot be changed here without changing more: {other}",
                "an alias may stand for it elsewhere: write it out there");
    }

    // A text under > at the very end has a line break only where the file has: that is no difference.
    Node? Compose(string? text, DiagnosticBag problems) => text is null
        ? null
        : Composer.Compose(text.EndsWith('\n') ? text : text + "\n", mark => new(file, (int)mark.Line, (int)mark.Column), problems);
}
