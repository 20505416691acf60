namespace BackpropAnimator.Typesetting;

/// <summary>
/// Stands in a row after an atom that is there already, takes no room and shows nothing, and carries scripts at the places where that atom
/// would carry them.
/// </summary>
internal sealed record ScriptAnchor(int Column, MathNode Of) : MathNode(Column)
{
    public Atom Set(FormulaSetter setter, MathStyle style)
    {
        // The last atom of nested parts, as in \part{a}{\part{b}{x}}^2.
        var last = Of;
        while (RowFlattener.ItemsOf(last) is [.., var inPart]) last = inPart;

        var atom = setter.Set(last, style);
        // The row has added the italic correction to the atom's width already.
        var box = new RowBox(-atom.Italic, atom.Box.Height, atom.Box.Depth, []);
        // A closing atom has no space before it, and after it the same as an ordinary one.
        return atom with { Box = box, Class = AtomClass.Closing };
    }
}
