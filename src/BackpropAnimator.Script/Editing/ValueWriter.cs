using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Editing;

/// <summary>
/// Finds which pieces of a scene's text change when a value is put at a path. It goes the way that <see cref="OverrideWriter"/> goes
/// through the tree, and only for a path that this one has found.
/// </summary>
/// <param name="tree">The text.</param>
/// <param name="kinds">Know how short forms are written in full.</param>
/// <param name="change">The value and its path, in which phases are told by index.</param>
/// <param name="given">
/// The value as it was given: in brackets or quotes it is written so. Null for a text, which has the quotes that it needs.
/// </param>
internal sealed class ValueWriter(SyntaxTree tree, PhaseCatalog kinds, Override change, string? given)
{
    /// <exception cref="EditRefusedException">What is written there cannot be changed so.</exception>
    public IReadOnlyList<TextEdit> Edits() => Put(tree.Root, ElementShape.Scene, change.Path.AsSpan(), "the scene");

    IReadOnlyList<TextEdit> Put(SyntaxNode node, ValueShape? shape, ReadOnlySpan<Step> path, string label)
    {
        if (path.IsEmpty) return Replace(node, label);
        if (node is SyntaxAlias alias && !IsShortForm(alias, shape, path))
            throw new EditRefusedException(
                alias.Start, $"{label} is written as the alias *{alias.Name}",
                $"change what stands at &{alias.Name}, or write it out here");
        return path[0].Name is { } name
            ? PutKey(node, shape as ElementShape, name, path[1..], label)
            : PutItem(node, shape, path, label);
    }

    IReadOnlyList<TextEdit> PutKey(SyntaxNode node, ElementShape? shape, string name, ReadOnlySpan<Step> path, string label)
    {
        if (node is SyntaxMapping keys)
        {
            var at = keys.IndexOf(name);
            return at >= 0
                ? Put(keys.Entries[at].Value, shape?.Find(name)?.Value, path, name)
                : [KeyInsertion.Of(tree.Text, keys, shape, name, NewValue(path, keys.InFlow || keys.IsFlow, keys.Start))];
        }
        if (IsNothing(node)) return [Written(node, UnderKey(shape, name, path, node))];
        var meant = shape?.ShortFormFor(list: node is SyntaxList or SyntaxAlias { Target: SyntaxList });
        if (meant?.Name == name) return Put(node, meant.Value, path, name);
        if (meant is null || Lines.ContentEnd(tree.Text, node.Start) < node.End)
            throw new EditRefusedException(node.Start, $"what stands for {label} is too long to become keys and values on a line");
        var text = node is SyntaxScalar scalar
            ? ScalarSpelling.Of(new(default, scalar.Text, scalar.Quote is not null), inFlow: true, scalar.Quote)
            : tree.Text[node.Start..node.End];
        return [new(node.Start, node.End, $"{{ {meant.Name}: {text}, {name}: {NewValue(path, inFlow: true, node.Start)} }}")];
    }

    // A value that stands for keys and values, and is all that changes.
    static bool IsShortForm(SyntaxAlias alias, ValueShape? shape, ReadOnlySpan<Step> path) =>
        path is [{ Name: { } name }] && alias.Target is not SyntaxMapping
        && (shape as ElementShape)?.ShortFormFor(list: alias.Target is SyntaxList)?.Name == name;

    IReadOnlyList<TextEdit> PutItem(SyntaxNode node, ValueShape? shape, ReadOnlySpan<Step> path, string label)
    {
        // The only item, written without brackets.
        if (node is not SyntaxList list) return [Written(node, $"[{NewValue(path[1..], inFlow: true, node.Start)}]")];
        var item = list.Items[path[0].Index];
        return path.Length > 1 && shape is ListShape { Item: PhaseShape }
            ? PutInPhase(item, path[1..])
            : Put(item, (shape as ListShape)?.Item, path[1..], $"{label}{path[0]}");
    }

    IReadOnlyList<TextEdit> PutInPhase(SyntaxNode item, ReadOnlySpan<Step> path)
    {
        if (item is SyntaxMapping { Entries: [{ Key: SyntaxScalar kind } only] })
            return Put(only.Value, kinds.Find(kind.Text)?.Shape, path, kind.Text);
        if (item is not SyntaxScalar alone) throw new EditRefusedException(item.Start, "this phase is an alias", "write it out here");
        var shape = kinds.Find(alone.Text)?.Shape;
        return [TextEdit.Insert(alone.End, $": {UnderKey(shape, path[0].Name!, path[1..], alone)}")];
    }

    // What is written where there was nothing: the value alone where that means the key.
    string UnderKey(ElementShape? shape, string name, ReadOnlySpan<Step> path, SyntaxNode place)
    {
        var isShort = path.IsEmpty && shape?.ShortFormFor(list: change.Value is SequenceNode)?.Name == name;
        return isShort && change.Value is not MappingNode
            ? NewValue(path, place.InFlow, place.Start)
            : $"{{ {name}: {NewValue(path, inFlow: true, place.Start)} }}";
    }

    string NewValue(ReadOnlySpan<Step> path, bool inFlow, int at)
    {
        if (path.IsEmpty) return Spelled(inFlow, null);
        if (path[0].Name is not { } name) throw new EditRefusedException(at, "a list is not begun by one of its items", "write the list");
        return $"{{ {name}: {NewValue(path[1..], inFlow: true, at)} }}";
    }

    string Spelled(bool inFlow, char? quote) =>
        change.Value is ScalarNode scalar && (given is null || !scalar.Quoted) ? ScalarSpelling.Of(scalar, inFlow, quote) : given!;

    IReadOnlyList<TextEdit> Replace(SyntaxNode node, string label)
    {
        if (node is SyntaxMapping keys && change.Value is not MappingNode)
            throw new EditRefusedException(
                keys.Start, $"{label} has keys, which would be lost",
                keys.Entries is [{ Key: SyntaxScalar first }, ..] ? $"change one of them, such as {label}.{first.Text}" : null);
        if (node is SyntaxList list && change.Value is SequenceNode values && list.Items.Length == values.Items.Length
            && values.Items.All(item => item is ScalarNode) && list.Items.All(item => item is SyntaxScalar { IsBlock: false }))
            return [.. list.Items.Zip(values.Items, (item, value) =>
            {
                var was = (SyntaxScalar)item;
                return new TextEdit(item.Start, item.End, ScalarSpelling.Of((ScalarNode)value, inFlow: item.InFlow, was.Quote));
            })];
        if (node is not SyntaxScalar && tree.HasComment(node.Start, node.End))
            throw new EditRefusedException(node.Start, $"{label} has comments in it, which would be lost", "change its items one by one");
        if (given is null && node is SyntaxScalar { IsBlock: true } block)
            return [new(block.Start, block.End, BlockText.Like(tree.Text, block, ((ScalarNode)change.Value).Text))];
        return [Written(node, Spelled(node.InFlow, (node as SyntaxScalar)?.Quote))];
    }

    TextEdit Written(SyntaxNode node, string value)
    {
        var text = tree.Text;
        if (node is SyntaxScalar { IsEmpty: true })
            return TextEdit.Insert(node.Start, node.Start > 0 && !char.IsWhiteSpace(text[node.Start - 1]) ? " " + value : value);
        var start = node.Start;
        var isBelow = node is SyntaxList { IsFlow: false } or SyntaxMapping { IsFlow: false } && Lines.IsFirst(text, start);
        // A value on lines of its own moves up behind its key, unless a comment stands there.
        if (!isBelow) return new(start, node.End, value);
        while (start > 0 && char.IsWhiteSpace(text[start - 1])) start--;
        return tree.Comments.Any(comment => comment.End == start) ? new(node.Start, node.End, value) : new(start, node.End, " " + value);
    }

    static bool IsNothing(SyntaxNode node) =>
        node is SyntaxScalar { Quote: null, IsBlock: false } scalar && new ScalarNode(default, scalar.Text, quoted: false).IsNull;
}
