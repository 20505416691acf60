using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets rows and columns, the whole centred on the axis. The measures are those of LaTeX's <c>array</c> and of amsmath, at 10 pt.
/// </summary>
internal static class GridSetter
{
    // \arraycolsep on both sides of a column's edge; \quad between the columns of cases.
    const float ColumnGap = 1;

    // \strut: 0.7 and 0.3 of \normalbaselineskip, which is 12 pt. Cases are set with \arraystretch 1.2.
    const float StrutHeight = 0.84f;
    const float StrutDepth = 0.36f;
    const float CasesStretch = 1.2f;

    // aligned opens the lines by \jot (3 pt): baselines 15 pt apart, and 4 pt between lines that come closer than 3 pt.
    const float AlignedBaselines = 1.5f;
    const float AlignedTallest = AlignedBaselines - 0.3f + 1e-4f;
    const float AlignedGap = 0.4f;

    public static Atom Set(FormulaSetter setter, Grid grid)
    {
        var style = grid.Kind == GridKind.Aligned ? MathStyle.Display : MathStyle.Display with { Level = StyleLevel.Text };
        var columns = grid.Rows.IsEmpty ? 0 : grid.Rows.Max(row => row.Length);
        var cells = grid.Rows.Select(row => row.Select((cell, i) => SetCell(setter, grid.Kind, cell, i, style)).ToArray()).ToArray();
        var widths = Enumerable.Range(0, columns).Select(column => cells.Max(row => column < row.Length ? row[column].Width : 0)).ToArray();
        var starts = Starts(grid.Kind, widths);
        var baselines = Baselines(grid.Kind, cells, out var height, out var depth);

        var placed = ImmutableArray.CreateBuilder<Placed>();
        for (var i = 0; i < cells.Length; i++)
            for (var j = 0; j < cells[i].Length; j++)
                placed.Add(new(cells[i][j], starts[j] + Indent(grid.Kind, j, widths[j] - cells[i][j].Width), baselines[i]));
        var width = columns == 0 ? 0 : starts[^1] + widths[^1];
        var box = new RowBox(width, height, depth, placed.ToImmutable());
        return new(box.CentredOn(setter.Font.Axis(style)), AtomClass.Ordinary);
    }

    static Box SetCell(FormulaSetter setter, GridKind kind, Group cell, int column, MathStyle style)
    {
        // What follows an & in aligned keeps its distance from what comes before: "a &= b" is spaced like "a = b".
        var continues = kind == GridKind.Aligned && column % 2 == 1;
        return RowSetter.Set(setter, continues ? [new Group(cell.Column, []), .. cell.Items] : cell.Items, style);
    }

    static float[] Starts(GridKind kind, float[] widths)
    {
        var starts = new float[widths.Length];
        for (var i = 1; i < widths.Length; i++)
        {
            var belongsToTheColumnBefore = kind == GridKind.Aligned && i % 2 == 1;
            starts[i] = starts[i - 1] + widths[i - 1] + (belongsToTheColumnBefore ? 0 : ColumnGap);
        }
        return starts;
    }

    static float Indent(GridKind kind, int column, float room) => kind switch
    {
        GridKind.Matrix => room / 2,
        GridKind.Aligned when column % 2 == 0 => room,
        _ => 0,
    };

    /// <summary>Each row's baseline, downward from the first one's, and how far the grid reaches above and below that.</summary>
    static float[] Baselines(GridKind kind, Box[][] cells, out float height, out float depth)
    {
        var stretch = kind == GridKind.Cases ? CasesStretch : 1;
        var heights = cells.Select(row => row.Aggregate(StrutHeight * stretch, (most, cell) => Math.Max(most, cell.Height))).ToArray();
        var depths = cells.Select(row => row.Aggregate(StrutDepth * stretch, (most, cell) => Math.Max(most, cell.Depth))).ToArray();
        var baselines = new float[cells.Length];
        for (var i = 1; i < cells.Length; i++)
        {
            var touching = depths[i - 1] + heights[i];
            var opened = touching <= AlignedTallest ? AlignedBaselines : touching + AlignedGap;
            baselines[i] = baselines[i - 1] + (kind == GridKind.Aligned ? opened : touching);
        }
        height = cells.Length == 0 ? 0 : heights[0];
        depth = cells.Length == 0 ? 0 : baselines[^1] + depths[^1];
        return baselines;
    }
}
