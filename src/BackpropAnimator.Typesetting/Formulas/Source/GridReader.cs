using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what stands in rows and columns: <c>\begin{bmatrix} … &amp; … \\ … \end{bmatrix}</c> and its relatives.</summary>
internal static class GridReader
{
    static readonly Dictionary<string, (GridKind Kind, int? Left, int? Right)> Environments =
        new()
        {
            ["matrix"] = (GridKind.Matrix, null, null),
            ["pmatrix"] = (GridKind.Matrix, '(', ')'),
            ["bmatrix"] = (GridKind.Matrix, '[', ']'),
            ["Bmatrix"] = (GridKind.Matrix, '{', '}'),
            ["vmatrix"] = (GridKind.Matrix, '|', '|'),
            ["Vmatrix"] = (GridKind.Matrix, '‖', '‖'),
            ["cases"] = (GridKind.Cases, '{', null),
            ["aligned"] = (GridKind.Aligned, null, null),
        };

    /// <summary>Reads from after <c>\begin</c> to its <c>\end{…}</c>.</summary>
    public static MathNode? Read(FormulaParser parser, int column)
    {
        var nameColumn = parser.Cursor.Column + 1;
        if (parser.RawArgument("\\begin") is not { } name) return null;
        if (!Environments.TryGetValue(name, out var environment))
        {
            var near = NearestName.Of(name, Environments.Keys);
            var known = string.Join(", ", Environments.Keys.Order(StringComparer.Ordinal));
            parser.Report(nameColumn, $"unknown environment '{name}'", near is null ? $"known: {known}" : $"did you mean '{near}'?");
        }
        var grid = new Grid(column, environment.Kind, Rows(parser));
        End(parser, column, name);

        var hasFence = environment is not { Left: null, Right: null };
        return hasFence ? new Fenced(column, [environment.Left, environment.Right], [new Group(column, [grid])]) : grid;
    }

    static ImmutableArray<ImmutableArray<Group>> Rows(FormulaParser parser)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Group>>();
        var row = ImmutableArray.CreateBuilder<Group>();
        while (true)
        {
            row.Add(new Group(parser.Cursor.Column, parser.Row(Closer.End)));
            if (parser.Cursor.TrySkip('&')) continue;
            var isLast = parser.Cursor.Next != '\\' || parser.Cursor.PeekCommand() != "\\";
            // A line break after the last row begins no new one.
            if (!isLast || row is not [{ Items.IsEmpty: true }]) rows.Add(row.ToImmutable());
            if (isLast) return rows.ToImmutable();
            row.Clear();
            parser.Cursor.Skip(2);
        }
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
