using System.Collections.Immutable;
using System.Globalization;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads rows: cells between <c>&amp;</c>, line breaks with the space that they ask for, and lines between rows.</summary>
/// <param name="hasTags">Whether a row may have a number of its own; it would else be the formula's.</param>
internal sealed class GridRowsReader(FormulaParser parser, GridForm form, bool hasTags)
{
    readonly ImmutableArray<GridRow>.Builder _rows = ImmutableArray.CreateBuilder<GridRow>();
    readonly ImmutableArray<GridRule>.Builder _rules = ImmutableArray.CreateBuilder<GridRule>();

    public ImmutableArray<GridRow> Rows => _rows.ToImmutable();

    public ImmutableArray<GridRule> Rules => _rules.ToImmutable();

    /// <summary>Reads up to the end of the grid, which is left for the caller.</summary>
    public void Read()
    {
        for (var isLast = false; !isLast;)
        {
            ReadRules();
            MathNode? tag = null;
            var cells = hasTags ? parser.Tagged(Cells, out tag) : Cells();
            var isBreak = parser.Cursor.TrySkip(@"\\");
            isLast = !isBreak && !parser.Cursor.TrySkipCommand("cr");
            // A line break after the last row begins no new one.
            var isRow = !isLast || tag is not null || cells is not [{ Items.IsEmpty: true }];
            // TeX's own \cr asks for no space: a bracket after it belongs to the next cell.
            var gap = isBreak ? GapAfterBreak() : Length.None;
            if (isRow) _rows.Add(new(cells, gap, tag));
        }
    }

    ImmutableArray<Group> Cells()
    {
        var cells = ImmutableArray.CreateBuilder<Group>();
        var end = parser.Cursor.Column;
        do
        {
            if (cells.Count > 0 && cells.Count == form.Edges.Length - 1) ReportExtraCell(end);
            cells.Add(new Group(parser.Cursor.Column, parser.Row(Closer.End)));
            end = parser.Cursor.Column;
        }
        while (parser.Cursor.TrySkip('&'));
        return cells.ToImmutable();
    }

    void ReportExtraCell(int column) => parser.Report(
        column, string.Create(CultureInfo.InvariantCulture, $"a cell more than the array has columns, which are {form.Edges.Length - 1}"),
        "add a letter to the columns, or \\\\ before the cell");

    /// <summary>The space that <c>\\[4pt]</c> asks for; with a space before it a bracket may as well belong to the next cell.</summary>
    Length GapAfterBreak()
    {
        parser.Cursor.TrySkip('*');
        var start = parser.Cursor.Column;
        var isDirect = parser.Cursor.Next == '[';
        parser.Cursor.SkipSpace();
        var column = parser.Cursor.Column;
        var written = parser.Cursor.TakeBrackets();
        if (written is not null && Length.Parse(written) is { } length) return length;
        if (written is not null && isDirect)
            parser.Report(
                column, $"'[{written}]' after \\\\ is no length",
                $"write a number and a unit ({Length.KnownUnits}), or a space before a bracket that belongs to the row");
        parser.Cursor.ReturnTo(start);
        return Length.None;
    }

    void ReadRules()
    {
        while (true)
        {
            parser.Cursor.SkipSpace();
            var column = parser.Cursor.Column;
            if (parser.Cursor.TrySkipCommand("hline")) _rules.Add(new(_rows.Count, 0, null));
            else if (parser.Cursor.TrySkipCommand("cline")) ReadPartialRule(column);
            else return;
        }
    }

    void ReadPartialRule(int column)
    {
        var ends = (parser.RawArgument("\\cline") ?? "").Split('-');
        if (ends is [var first, var last] && TryCount(first, out var from) && TryCount(last, out var to) && from <= to)
            _rules.Add(new(_rows.Count, from - 1, to - 1));
        else
            parser.Report(column, "\\cline names no columns", "write the first and the last one, such as \\cline{1-2}");
    }

    static bool TryCount(string text, out int count) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
}
