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

    /// <summary>
    /// Puts a text where a path leads. It is no YAML: whatever it says is written so that it is read again. The quotes and the form that
    /// are there stay: what is under a <c>></c> or <c>|</c> is so afterwards, in lines of which those without a change are as they were.
    /// </summary>
    public EditResult SetText(string text, string path, string words) => Edit(text, path, (tree, steps, root, problems) =>
    {
        var byIndex = SyntaxPath.ByIndex(steps, root);
        // How a text in lines ends is written at its head, and is not its author's concern.
        if (SyntaxPath.Find(tree, kinds, byIndex.AsSpan())?.Node is SyntaxScalar { IsBlock: true } block)
            words = words.TrimEnd() + block.Text[block.Text.TrimEnd('\n').Length..];
        var at = SourcePosition.Whole(file);
        var change = new Override(at, byIndex, new ScalarNode(at, words, quoted: true));
        var expected = new OverrideWriter(change, kinds, problems).Apply(root);
        return problems.HasErrors ? null : new(new ValueWriter(tree, kinds, change, given: null).Edits(), expected);
    });

    /// <summary>Moves an item of a list; the comments above it go with it.</summary>
    /// <param name="path">The list: <c>phases</c>.</param>
    /// <param name="from">Which item, from 0.</param>
    /// <param name="to">Which one it is then.</param>
    public EditResult Move(string text, string path, int from, int to) =>
        Rearrange(text, path, [from, to], order => order.RemoveAt(from).Insert(to, from));

    /// <summary>Takes an item out of a list, and the comments above it with it.</summary>
    /// <param name="index">Which item, from 0; not the only one.</param>
    public EditResult RemoveItem(string text, string path, int index) => Rearrange(text, path, [index], order => order.RemoveAt(index));

    /// <summary>Puts an item of a list there once more, behind itself, with the comments above it.</summary>
    /// <param name="index">Which item, from 0.</param>
    public EditResult RepeatItem(string text, string path, int index) =>
        Rearrange(text, path, [index], order => order.Insert(index, index));

    EditResult Rearrange(
        string text, string path, ImmutableArray<int> named, Func<ImmutableArray<int>, ImmutableArray<int>> change) =>
        Edit(text, path, (tree, steps, root, problems) =>
        {
            steps = SyntaxPath.ByIndex(steps, root);
            if (SyntaxPath.Find(tree, kinds, steps.AsSpan())?.Node is not SyntaxList list)
                throw new EditRefusedException(0, $"{path} is no list");
            if (named.Any(i => i < 0 || i >= list.Items.Length))
                throw new EditRefusedException(
                    list.Start, $"{path} has no item{(named.Length > 1 ? "s" : "")} {string.Join(" and ", named.Select(i => $"[{i}]"))}: "
                        + $"it has {list.Items.Length}");
            ImmutableArray<int> order = [.. Enumerable.Range(0, list.Items.Length)];
            var changed = change(order);
            if (changed.IsEmpty) throw new EditRefusedException(list.Start, $"this is all that {path} has");
            var items = ((SequenceNode)NodePath.Find(root, steps)!).Items;
            var wanted = new SequenceNode(default, [.. changed.Select(i => items[i])]);
            var expected = new OverrideWriter(new(SourcePosition.Whole(file), steps, wanted), kinds, problems).Apply(root);
            return new(changed.SequenceEqual(order) ? [] : [ListItems.InOrder(tree, list, changed)], expected);
        });

    /// <summary>A value as it is written, on one line or on several; null where none is.</summary>
    public string? Written(string text, string path) => Read(text)?.At(path)?.Value;

    /// <summary>What a text says, and where; null where it cannot be read.</summary>
    public WrittenScene? Read(string text)
    {
        var body = text.TrimStart(ByteOrderMark);
        return Compose(body, new()) is { } root ? new(file, root, new(body), kinds) : null;
    }

    /// <summary>Whether a text is YAML, so that it can be edited, whatever is wrong with the scene.</summary>
    public bool CanEdit(string text)
    {
        var problems = new DiagnosticBag();
        return Compose(SceneFile.Accept(text.TrimStart(ByteOrderMark), file, problems), problems) is not null && !problems.HasErrors;
    }

    /// <summary>What the phases of a text are called, each by a name of its own; empty where it cannot be read.</summary>
    internal ImmutableArray<string> PhaseNames(string text) => Read(text)?.PhaseNames ?? [];

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
