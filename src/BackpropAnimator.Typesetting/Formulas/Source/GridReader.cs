using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what stands in rows and columns: <c>\begin{bmatrix} … &amp; … \\ … \end{bmatrix}</c> and its relatives.</summary>
internal static class GridReader
{
    /// <summary>Reads from after <c>\begin</c> to its <c>\end{…}</c>.</summary>
    public static MathNode? Read(FormulaParser parser, int column)
    {
        var nameColumn = parser.Cursor.Column + 1;
        if (parser.RawArgument("\\begin") is not { } name) return null;
        if (!Environments.ByName.TryGetValue(name, out var environment))
        {
            ReportUnknown(parser, nameColumn, name);
            environment = new(name, GridForm.Matrix);
        }
        var anchor = environment.TakesAnchor ? Anchor(parser) : environment.Anchor;
        var form = FormOf(parser, environment);
        var rows = new GridRowsReader(parser, form, environment.HasTags);
        rows.Read();
        End(parser, column, name);

        var grid = new Grid(column, form, anchor, rows.Rows, rows.Rules);
        var hasFence = environment is not { Left: null, Right: null };
        return hasFence ? new Fenced(column, [environment.Left, environment.Right], [new Group(column, [grid])]) : grid;
    }

    /// <summary>Reads <c>\substack</c>'s lines, which stand in braces.</summary>
    public static MathNode ReadStack(FormulaParser parser, int column)
    {
        var rows = new GridRowsReader(parser, GridForm.Stack, hasTags: false);
        parser.InBraces("\\substack", rows.Read);
        return new Grid(column, GridForm.Stack, GridAnchor.Middle, rows.Rows, rows.Rules);
    }

    static void ReportUnknown(FormulaParser parser, int column, string name)
    {
        var names = Environments.ByName.Keys;
        var known = string.Join(", ", names.Order(StringComparer.Ordinal));
        var hint = NearestName.Of(name, names) is { } near ? $"did you mean '{near}'?" : $"known: {known}";
        parser.Report(column, $"unknown environment '{name}'", hint);
    }

    static GridAnchor Anchor(FormulaParser parser)
    {
        var column = parser.Cursor.Column;
        switch (parser.Cursor.TakeBrackets()?.Trim())
        {
            case "t":
                return GridAnchor.FirstRow;
            case "b":
                return GridAnchor.LastRow;
            case "c":
                return GridAnchor.Middle;
            default:
                // Then the bracket belongs to the first cell.
                parser.Cursor.ReturnTo(column);
                return GridAnchor.Middle;
        }
    }

    static GridForm FormOf(FormulaParser parser, GridEnvironment environment)
    {
        var column = parser.Cursor.Column;
        if (environment.TakesCount) parser.RawArgument($"\\begin{{{environment.Name}}}");
        if (environment.TakesColumns && parser.RawArgument($"\\begin{{{environment.Name}}}") is { } spec)
            return ColumnSpec.Read(parser, column + 1, spec);
        if (!environment.TakesAlignment) return environment.Form;
        if (ColumnSpec.AlignmentOf(parser.Cursor.TakeBrackets()?.Trim() ?? "") is { } alignment)
            return environment.Form with { Columns = [alignment] };
        parser.Cursor.ReturnTo(column);
        return environment.Form;
    }

    static void End(FormulaParser parser, int column, string name)
    {
        if (parser.Cursor.Next != '\\' || parser.Cursor.PeekCommand() != "end")
        {
            parser.Report(column, $"this '\\begin{{{name}}}' is never ended", $"add '\\end{{{name}}}'");
            return;
        }
        var endColumn = parser.Cursor.Column;
        parser.Cursor.Skip("\\end".Length);
        if (parser.RawArgument("\\end") is { } ended && ended != name)
            parser.Report(endColumn, $"'\\end{{{ended}}}' ends '\\begin{{{name}}}'", $"write '\\end{{{name}}}'");
    }
}
