using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Where the columns of a grid are, and the upright lines between them; in ems from the grid's left edge.</summary>
internal sealed class GridColumns
{
    readonly GridForm _form;
    readonly float[] _widths;
    readonly float[] _starts;

    /// <param name="cells">Row by row; a row may have fewer than others.</param>
    public GridColumns(GridForm form, Box[][] cells)
    {
        _form = form;
        var columns = Math.Max(form.Edges.Length - 1, cells.Select(row => row.Length).DefaultIfEmpty().Max());
        _widths = [.. Enumerable.Range(0, columns).Select(j => cells.Max(row => j < row.Length ? row[j].Width : 0))];
        _starts = new float[columns];

        var rules = ImmutableArray.CreateBuilder<float>();
        var x = 0f;
        for (var j = 0; j <= columns; j++)
        {
            var edge = EdgeBefore(j);
            if (j > 0) x += SpaceAt(j, edge);
            for (var i = 0; i < edge.Rules; i++)
            {
                if (i > 0) x += GridRows.RuleGap;
                rules.Add(x);
                x += GridRows.Rule;
            }
            if (j == columns) break;
            x += SpaceAt(j, edge);
            _starts[j] = x;
            x += _widths[j];
        }
        Width = x;
        Rules = rules.ToImmutable();
    }

    public float Width { get; }

    /// <summary>The left edges of the upright lines.</summary>
    public ImmutableArray<float> Rules { get; }

    /// <summary>Where a cell begins that is aligned in its column.</summary>
    public float XOf(Box cell, int column) =>
        _starts[column] + AlignmentOf(column).Share() * (_widths[column] - cell.Width);

    /// <summary>From where to where a line reaches across.</summary>
    public (float Left, float Right) Span(GridRule rule)
    {
        if (_starts.Length == 0) return (0, 0);
        var (first, last) = (Math.Min(rule.First, _starts.Length - 1), Math.Min(rule.Last ?? _starts.Length - 1, _starts.Length - 1));
        var left = first == 0 ? 0 : _starts[first] - SpaceAt(first, EdgeBefore(first));
        var right = last == _starts.Length - 1 ? Width : _starts[last] + _widths[last] + SpaceAt(last + 1, EdgeBefore(last + 1));
        return (left, right);
    }

    Alignment AlignmentOf(int column) => _form.Columns[column % _form.Columns.Length];

    ColumnEdge EdgeBefore(int column) => column < _form.Edges.Length ? _form.Edges[column] : default;

    /// <summary>
    /// The space on either side of the edge before a column. Only an array, whose edges are written out, has some outside.
    /// </summary>
    float SpaceAt(int column, ColumnEdge edge)
    {
        var isOutermost = column == 0 || column == _widths.Length;
        var hasNone = edge.IsTight || _form.ContinuesRow(column) || (isOutermost && _form.Edges.IsEmpty);
        return hasNone ? 0 : _form.ColumnGap / 2;
    }
}
