using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Overrides;

namespace BackpropAnimator.Script.Editing;

/// <summary>Takes a key out of a scene's text, with its line and the remark behind it; comments on lines of their own stay.</summary>
/// <param name="tree">The text.</param>
/// <param name="kinds">Know how short forms are written in full.</param>
internal sealed class KeyRemoval(SyntaxTree tree, PhaseCatalog kinds)
{
    /// <param name="path">Ends with a key; phases are told by index.</param>
    /// <exception cref="EditRefusedException">The key is not written there, or cannot be taken out.</exception>
    public TextEdit Of(ReadOnlySpan<Step> path)
    {
        if (path is not [.. var parents, { Name: { } name }]) throw new EditRefusedException(0, "only keys can be taken out");
        var (node, shape) = SyntaxPath.Find(tree, kinds, parents) ?? throw NotWritten(0, name);
        var isPhase = shape is PhaseShape;
        if (isPhase) (node, shape) = SyntaxPath.OptionsOf(node, kinds) ?? throw NotWritten(node.Start, name);
        if (node is SyntaxMapping keys && keys.IndexOf(name) is >= 0 and var at) return Entry(keys, at, isPhase);
        var isShort = (shape as ElementShape)?.ShortFormFor(list: node is SyntaxList)?.Name == name;
        if (!isShort || node is SyntaxScalar { IsEmpty: true } or SyntaxMapping) throw NotWritten(node.Start, name);
        return Behind(node, isPhase);
    }

    static EditRefusedException NotWritten(int at, string name) => new(at, $"'{name}' is not written here");

    TextEdit Entry(SyntaxMapping keys, int at, bool isPhase)
    {
        var (key, value) = keys.Entries[at];
        if (keys.Entries.Length == 1) return keys.IsFlow ? new(keys.Start, keys.End, "{}") : Behind(keys, isPhase);
        if (keys.IsFlow || keys.InFlow)
            return at + 1 < keys.Entries.Length
                ? new(key.Start, keys.Entries[at + 1].Key.Start, "")
                : new(keys.Entries[at - 1].Value.End, value.End, "");
        // The first key may stand behind a dash, where the next one takes its place.
        if (!Lines.IsFirst(tree.Text, key.Start)) return new(key.Start, keys.Entries[at + 1].Key.Start, "");
        var (start, end) = (Lines.Start(tree.Text, key.Start), Lines.Next(tree.Text, value.End));
        // At the end of a text without a last line break, the one before goes.
        var isLast = end == tree.Text.Length && !tree.Text.EndsWith('\n');
        return new(isLast ? Lines.ContentEnd(tree.Text, Lines.Start(tree.Text, start - 1)) : start, end, "");
    }

    // What stands behind a colon; a phase needs none then.
    TextEdit Behind(SyntaxNode node, bool isPhase)
    {
        var start = node.Start;
        while (start > 0 && char.IsWhiteSpace(tree.Text[start - 1])) start--;
        if (start == 0 || tree.Text[start - 1] != ':' || tree.HasComment(node.Start, node.End))
            throw new EditRefusedException(node.Start, "this is the only key here, and cannot be taken out alone");
        return isPhase ? new(start - 1, node.End, "") : new(start, node.End, " {}");
    }
}
