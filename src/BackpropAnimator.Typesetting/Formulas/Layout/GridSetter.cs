using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Sets rows and columns, with the lines between them and the numbers beside them.</summary>
internal static class GridSetter
{
    // \qquad between an equation and its number.
    const float TagGap = 2;

    public static Atom Set(FormulaSetter setter, Grid grid, MathStyle surrounding)
    {
        var style = MathStyle.Display with { Level = grid.Form.Level };
        var cells = grid.Rows.Select(row => row.Cells.Select((cell, i) => SetCell(setter, grid.Form, cell, i, style)).ToArray()).ToArray();
        var tags = grid.Rows.Select(row => row.Tag is null ? null : setter.SetBox(row.Tag, style)).ToArray();
        var columns = new GridColumns(grid.Form, cells);
        var rows = new GridRows(grid, cells, setter.Font.Scale(style));

        var placed = ImmutableArray.CreateBuilder<Placed>();
        for (var i = 0; i < cells.Length; i++)
        {
            for (var j = 0; j < cells[i].Length; j++) placed.Add(new(cells[i][j], columns.XOf(cells[i][j], j), rows.Baselines[i]));
            if (tags[i] is { } tag) placed.Add(new(tag, columns.Width + TagGap, rows.Baselines[i]));
        }
        foreach (var x in columns.Rules) placed.Add(new(new RuleBox(GridRows.Rule, rows.Height, rows.Depth, IsJoined: true), x, 0));
        foreach (var (rule, y) in rows.Rules)
        {
            var (left, right) = columns.Span(rule);
            placed.Add(new(new RuleBox(right - left, 0, GridRows.Rule, IsJoined: true), left, y));
        }
        var numbers = tags.Max(tag => tag?.Width + TagGap) ?? 0;
        var box = new RowBox(columns.Width + numbers, rows.Height, rows.Depth, placed.ToImmutable());
        return new(Anchored(box, grid.Anchor, rows, setter.Font.Axis(surrounding)), AtomClass.Ordinary);
    }

    static RowBox Anchored(RowBox box, GridAnchor anchor, GridRows rows, float axis) => anchor switch
    {
        GridAnchor.Middle => box.CentredOn(axis),
        GridAnchor.FirstRow => box,
        GridAnchor.LastRow => box.Shifted(-rows.Baselines.LastOrDefault()),
        _ => throw new NotSupportedException(anchor.ToString()),
    };

    static Box SetCell(FormulaSetter setter, GridForm form, Group cell, int column, MathStyle style) =>
        // What follows an & in aligned keeps its distance from what comes before: "a &= b" is spaced like "a = b".
        RowSetter.Set(setter, form.ContinuesRow(column) ? [new Group(cell.Column, []), .. cell.Items] : cell.Items, style);
}
