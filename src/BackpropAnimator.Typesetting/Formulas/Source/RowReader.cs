using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads the items of a row: atoms with their scripts, and the signs that divide a whole row in two.</summary>
internal static class RowReader
{
    /// <summary>The items from here to what closes the row, which is left for the caller to read.</summary>
    public static ImmutableArray<MathNode> Read(FormulaParser parser, Closer closer)
    {
        var cursor = parser.Cursor;
        var start = cursor.Column;
        var items = ImmutableArray.CreateBuilder<MathNode>();
        Division? division = null;
        while (!AtStop(parser, closer))
        {
            var column = cursor.Column;
            // What $ or \( opens joins the row around it: around a whole formula they change nothing.
            if (Shift.Read(parser) is { } shifted) items.AddRange(shifted);
            else if (Infix.Read(parser) is { } infix)
            {
                if (division is null) division = new(infix, start, items.DrainToImmutable(), column);
                else parser.Report(column, $"{infix.Name} is the second of its kind in one group", "put braces around one");
            }
            else
            {
                var nucleus = cursor.Next is '^' or '_' or '\'' ? new Group(column, []) : parser.Atom(whole: true);
                if (nucleus is not null) items.Add(nucleus is Gap or StyleSwitch ? nucleus : ScriptReader.WithScripts(parser, nucleus));
            }
        }
        return division is null ? items.ToImmutable() : [division.Below(items.ToImmutable())];
    }

    static bool AtStop(FormulaParser parser, Closer closer)
    {
        var cursor = parser.Cursor;
        while (true)
        {
            cursor.SkipSpace();
            if (cursor.AtEnd) return true;
            if (parser.EndHere is not { } end) return false;
            // An outer construct's end also ends this row: whoever opened this one will report that it was never closed.
            if (end.Closer == closer || (end.Closer != Closer.Bracket && parser.IsOpen(end.Closer))) return true;
            if (end.Closer == Closer.Bracket) return false;
            parser.Report(cursor.Column, $"'{end.Text}' has nothing to close here", end.Remedy);
            cursor.Skip(end.Text.Length);
            if (end.Text == "\\end") parser.RawArgument(end.Text);
        }
    }
}
