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
        var anchor = Anchor(parser, environment);
        var form = FormOf(parser, environment);
        ReportUselessOption(parser, environment);
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

    /// <summary>An option that other grids have would stand in the first cell as letters.</summary>
    static void ReportUselessOption(FormulaParser parser, GridEnvironment environment)
    {
        var column = parser.Cursor.Column;
        if (Option(parser, letter => letter is "t" or "b" or "c" or "l" or "r") is not { } option) return;
        var starred = $"{environment.Name}*";
        var hasStarred = option is not ("t" or "b") && Environments.ByName.GetValueOrDefault(starred) is { TakesAlignment: true };
        parser.Report(
            column, $"{environment.Name} takes no '[{option}]'",
            hasStarred ? $"{starred} does" : "leave it out; or write a space before it, where it belongs to the first cell");
    }

    /// <summary>Which row stands on the baseline: what <c>[t]</c>, <c>[c]</c> or <c>[b]</c> says.</summary>
    static GridAnchor Anchor(FormulaParser parser, GridEnvironment environment) => environment.TakesAnchor
        ? Option(parser, letter => AnchorOf(letter) is not null) is { } letter ? AnchorOf(letter)!.Value : GridAnchor.Middle
        : environment.Anchor;

    static GridAnchor? AnchorOf(string letter) => letter switch
    {
        "t" => GridAnchor.FirstRow,
        "b" => GridAnchor.LastRow,
        "c" => GridAnchor.Middle,
        _ => null,
    };

    static GridForm FormOf(FormulaParser parser, GridEnvironment environment)
    {
        var column = parser.Cursor.Column;
        if (environment.TakesCount) parser.RawArgument($"\\begin{{{environment.Name}}}");
        if (environment.TakesColumns && parser.RawArgument($"\\begin{{{environment.Name}}}") is { } spec)
            return ColumnSpec.Read(parser, column + 1, spec);
        if (!environment.TakesAlignment) return environment.Form;
        return Option(parser, letter => ColumnSpec.AlignmentOf(letter) is not null) is { } letter
            ? environment.Form with { Columns = [ColumnSpec.AlignmentOf(letter)!.Value] }
            : environment.Form;
    }

    /// <summary>What stands in brackets here, where it is an option; else the bracket belongs to the first cell.</summary>
    static string? Option(FormulaParser parser, Func<string, bool> isOption)
    {
        var column = parser.Cursor.Column;
        if (parser.Cursor.TakeBrackets()?.Trim() is { } option && isOption(option)) return option;
        parser.Cursor.ReturnTo(column);
        return null;
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
