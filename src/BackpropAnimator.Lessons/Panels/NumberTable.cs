using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A table of numbers under a title and headings; a number lights up as it changes, and stays where it is.</summary>
internal sealed class NumberTable
{
    const float LargestText = 27, SmallestText = 22, LargestRow = 50, Padding = 14, TitleHeight = 44, NameShare = 0.94f;

    readonly LessonStage stage;
    readonly SKRect area;
    readonly string title;
    readonly ImmutableArray<TableColumn> columns;
    readonly float rowHeight, size, scale;
    // The middle of each column, how wide its widest number is, and where the column ends.
    readonly ImmutableArray<(float Middle, float Width, float Right)> places;

    /// <param name="area">What the table fills at most; it stands at its top.</param>
    /// <param name="title">What the numbers are; empty for none.</param>
    /// <param name="names">The names of the rows, or the longest of them; empty where rows have none.</param>
    /// <param name="rows">How many rows there is room for.</param>
    public NumberTable(LessonStage stage, SKRect area, string title, IEnumerable<string> names, ImmutableArray<TableColumn> columns, int rows)
    {
        (this.stage, this.area, this.title, this.columns) = (stage, area, title, columns);
        rowHeight = Math.Min(LargestRow, (area.Height - TitleRoom) / (rows + 1));
        size = Math.Clamp(rowHeight * 0.62f, SmallestText, LargestText);

        var nameWidth = names.Select(name => name.Length == 0 ? 0 : WidthOf(name) + Padding).DefaultIfEmpty().Max();
        var widths = columns.Select(c => Math.Max(WidthOf(c.Widest), stage.Fonts.Lay(c.Heading, size).Width)).ToList();
        var needed = nameWidth + widths.Sum(w => w + 2 * Padding);
        // Numbers keep their size; what is too wide for the area comes closer together.
        scale = Math.Min(1, (area.Width - nameWidth) / Math.Max(1, needed - nameWidth));
        var spare = Math.Clamp((area.Width - needed) / columns.Length, 0, 46);
        var at = area.Left + nameWidth;
        var placed = ImmutableArray.CreateBuilder<(float, float, float)>(columns.Length);
        foreach (var width in widths)
        {
            var room = (width + 2 * Padding) * scale + spare;
            placed.Add((at + room / 2, width, at += room));
        }
        places = placed.MoveToImmutable();
    }

    float TitleRoom => title.Length > 0 ? TitleHeight : 0;

    /// <summary>Where the table's last column ends.</summary>
    public float Right => places[^1].Right;

    /// <summary>The rectangle of a cell.</summary>
    /// <param name="row">From 0, below the headings.</param>
    public SKRect CellAt(int row, int column)
    {
        var top = area.Top + TitleRoom + rowHeight * (row + 1);
        return new(column == 0 ? area.Left : places[column - 1].Right, top, places[column].Right, top + rowHeight);
    }

    /// <param name="rows">As they look now.</param>
    /// <param name="newTitle">Takes the place of the table's title, where that says something that changes.</param>
    public void Draw(FrameBuilder frame, IReadOnlyList<TableRow> rows, double opacity, string? newTitle = null)
    {
        if (opacity <= 0.01) return;
        var palette = stage.Palette;
        if (title.Length > 0) frame.Add(new TextLine(newTitle ?? title, new(area.Left, area.Top + 30), 26, palette.Text.Faded(opacity), Face.SemiBold));
        DrawHeadings(frame, rows.Count, opacity);
        for (var r = 0; r < rows.Count; r++) DrawRow(frame, rows[r], r, opacity * rows[r].Opacity);
    }

    void DrawHeadings(FrameBuilder frame, int rows, double opacity)
    {
        var palette = stage.Palette;
        var below = area.Top + TitleRoom + rowHeight;
        for (var c = 0; c < columns.Length; c++)
        {
            var laid = stage.Fonts.Lay(columns[c].Heading, size);
            var color = columns[c].Color ?? palette.Secondary;
            frame.Add(new FormulaText(columns[c].Heading, new(places[c].Middle - laid.Width / 2, below - rowHeight * 0.34f), size, FormulaStyles.Plain(palette, opacity) with { Color = color }));
            if (!columns[c].StartsGroup) continue;
            var x = c == 0 ? area.Left : places[c - 1].Right;
            frame.Add(new Line(new(x, below - rowHeight + 8), new(x, below + rows * rowHeight - 4), 1.5f, palette.Rest.Faded(0.5 * opacity)));
        }
        frame.Add(new Line(new(area.Left, below), new(Right, below), 2, palette.Rest.Faded(0.8 * opacity)));
    }

    void DrawRow(FrameBuilder frame, TableRow row, int index, double opacity)
    {
        if (opacity <= 0.01) return;
        var palette = stage.Palette;
        var middle = CellAt(index, 0).MidY;
        if (row.Mark > 0.01)
            frame.Add(new Panel(new(area.Left - 10, middle - rowHeight / 2 + 3, Right + 2, middle + rowHeight / 2 - 3), 9, palette.Text.Faded(0.06 * row.Mark * opacity)));
        if (row.Name.Length > 0)
            frame.Add(new TextLine(row.Name, new(area.Left, middle), Math.Max(SmallestText, size * NameShare), palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Left, TextAnchor.Middle));
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var (cell, place) = (row.Cells[c], places[c]);
            var right = place.Middle + place.Width / 2;
            if (cell.Tint > 0.02)
                frame.Add(new Panel(new(place.Middle - place.Width / 2 - 8, middle - rowHeight * 0.42f, right + 8, middle + rowHeight * 0.42f), 7, palette.Text.Faded(0.08 * cell.Tint * opacity)));
            var color = (cell.Color ?? palette.Text).Faded(opacity);
            if (cell.Text.Length > 0)
                frame.Add(new TextLine(cell.Text, new(right, middle), size, color, Face.Medium, SKTextAlign.Right, TextAnchor.Middle));
            else if (cell.Sign != CellSign.None) DrawSign(frame, cell.Sign, new(place.Middle, middle), color);
        }
    }

    static void DrawSign(FrameBuilder frame, CellSign sign, SKPoint at, SKColor color)
    {
        const float reach = 8, width = 4;
        if (sign == CellSign.Right)
        {
            frame.Add(new Polyline([new SKPoint(at.X - reach, at.Y + 1), new SKPoint(at.X - 2, at.Y + reach - 1), new SKPoint(at.X + reach + 2, at.Y - reach)], width, color));
            return;
        }
        frame.Add(new Line(new(at.X - reach, at.Y - reach), new(at.X + reach, at.Y + reach), width, color));
        frame.Add(new Line(new(at.X - reach, at.Y + reach), new(at.X + reach, at.Y - reach), width, color));
    }

    float WidthOf(string text) => stage.Fonts.Shape(text, Face.Medium, size).Width;
}
