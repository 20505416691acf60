using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Script.Editing;

/// <summary>
/// Moves, doubles and takes out items of a list of a scene's text. In a list of lines, an item takes with it the comments and blank lines
/// above it, and the comments below it that are indented further than its dash: so what is moved there and back leaves the text as it was.
/// </summary>
internal static class ListItems
{
    /// <param name="order">Which item comes first, second and so on, each from 0: none is left out that shall stay.</param>
    /// <exception cref="EditRefusedException">The list is written in a way in which its items cannot be moved.</exception>
    public static TextEdit InOrder(SyntaxTree tree, SyntaxList list, ImmutableArray<int> order) =>
        list.IsFlow ? BetweenBrackets(tree, list, order) : OfLines(tree, list, order);

    // What parts the items stays where it is; further items are parted as the last two are.
    static TextEdit BetweenBrackets(SyntaxTree tree, SyntaxList list, ImmutableArray<int> order)
    {
        if (tree.HasComment(list.Start, list.End))
            throw new EditRefusedException(list.Start, "this list has comments between its brackets, which would not move with its items");
        var text = tree.Text;
        var written = new StringBuilder();
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0) written.Append(Between(text, list, Math.Min(i, list.Items.Length - 1)));
            var item = list.Items[order[i]];
            written.Append(text, StartOf(text, item), item.End - StartOf(text, item));
        }
        return new(StartOf(text, list.Items[0]), list.Items[^1].End, written.ToString());
    }

    // What stands before an item and after the one before it.
    static string Between(string text, SyntaxList list, int item) =>
        item == 0 ? ", " : text[list.Items[item - 1].End..StartOf(text, list.Items[item])];

    // An anchor goes with what it names.
    static int StartOf(string text, SyntaxNode item) => item.Anchor is { } anchor ? text.LastIndexOf('&' + anchor, item.Start) : item.Start;

    static TextEdit OfLines(SyntaxTree tree, SyntaxList list, ImmutableArray<int> order)
    {
        var text = tree.Text;
        if (!Lines.IsFirst(text, list.Start))
            throw new EditRefusedException(list.Start, "this list begins in the middle of a line, and its items cannot be moved");
        var bounds = Bounds(text, list);
        string[] pieces = [.. order.Select(i => text[bounds[i]..bounds[i + 1]])];
        // At the end of a text there may be no line break; whatever is last there has none.
        if (!text.AsSpan(0, bounds[^1]).EndsWith("\n"))
            pieces = [.. pieces.Select((piece, i) => WithBreak(piece, i < pieces.Length - 1 ? Lines.Break(text) : ""))];
        return new(bounds[0], bounds[^1], string.Concat(pieces));
    }

    static string WithBreak(string piece, string lineBreak) =>
        lineBreak.Length > 0 && piece.EndsWith('\n') ? piece : piece.TrimEnd('\r', '\n') + lineBreak;

    /// <summary>Where each item begins, and where the last one ends.</summary>
    static ImmutableArray<int> Bounds(string text, SyntaxList list)
    {
        var dash = Lines.Column(text, list.Start);
        var bounds = ImmutableArray.CreateBuilder<int>(list.Items.Length + 1);
        bounds.Add(AboveFirst(text, list.Start, dash));
        foreach (var item in list.Items) bounds.Add(AfterOwn(text, Lines.Next(text, item.End), dash));
        return bounds.MoveToImmutable();
    }

    // The first item has the lines above it that are not part of what is before the list.
    static int AboveFirst(string text, int start, int dash)
    {
        var first = Lines.Start(text, start);
        var above = first;
        while (above > 0)
        {
            var line = Lines.Start(text, above - 1);
            var content = text.AsSpan(line, Lines.ContentEnd(text, line) - line);
            if (!IsBlank(content) && !IsComment(content)) break;
            above = line;
        }
        return above == 0 ? first : AfterOwn(text, above, dash);
    }

    // Comments that are indented further than the dash belong to what is above them, with the blank lines between.
    static int AfterOwn(string text, int from, int dash)
    {
        var own = from;
        for (var line = from; line < text.Length; line = Lines.Next(text, line))
        {
            var content = text.AsSpan(line, Lines.ContentEnd(text, line) - line);
            if (IsBlank(content)) continue;
            if (!IsComment(content) || content.IndexOf('#') <= dash) break;
            own = Lines.Next(text, line);
        }
        return own;
    }

    static bool IsBlank(ReadOnlySpan<char> line) => line.IsWhiteSpace();

    static bool IsComment(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("#");
}
