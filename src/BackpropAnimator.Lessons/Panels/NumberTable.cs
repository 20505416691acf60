using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A table of numbers under a title and headings; a number lights up as it changes, and stays where it is.</summary>
internal sealed class NumberTable
{
    const float LargestText = 38, SmallestText = 22, LargestRow = 62, LargestPadding = 44, GoodPadding = 18, LeastPadding = 9,
        TitleHeight = 50, NameShare = 0.94f;

    /// <summary>The em of the title, in stage units.</summary>
    public const float TitleSize = 29;

    // Symbols in the math font are smaller than digits of the same em.
    const float HeadingShare = 1.22f;

    readonly LessonStage stage;
    readonly SKRect area;
    readonly string title;
    readonly ImmutableArray<TableColumn> columns;
    readonly float rowHeight, size, headingSize;
    // The middle of each column, how wide its widest number is, and where the column ends.
    readonly ImmutableArray<(float Middle, float Width, float Right)> places;

    /// <param name="area">What the table fills at most; it stands at its top.</param>
    /// <param name="title">What the numbers are; empty for none.</param>
    /// <param name="names">The names of the rows, or the longest of them; empty where rows have none.</param>
    /// <param name="rows">How many rows there is room for.</param>
    public NumberTable(
        LessonStage stage, SKRect area, string title, IEnumerable<string> names, ImmutableArray<TableColumn> columns, int rows)
    {
        (this.stage, this.area, this.title, this.columns) = (stage, area, title, columns);
        rowHeight = Math.Min(LargestRow, (area.Height - TitleRoom) / (rows + 1));
        // Numbers are as large as their rows let them be, and smaller where that sets their columns apart.
        size = Math.Clamp(rowHeight * 0.62f, SmallestText, LargestText);
        size =
            Math.Clamp(size * (area.Width - 2 * LeastPadding * columns.Length) / InkWidth(stage, size, names, columns), SmallestText, size);
        headingSize = Math.Min(size * HeadingShare, rowHeight * 0.8f);

        var nameWidth = NameWidth(stage, size, names);
        var widths = columns.Select(c => WidthOf(stage, size, c)).ToList();
        // What is too wide all the same comes closer together.
        var padding = Math.Min(LargestPadding, (area.Width - nameWidth - widths.Sum()) / (2 * columns.Length));
        var at = area.Left + nameWidth;
        var placed = ImmutableArray.CreateBuilder<(float, float, float)>(columns.Length);
        foreach (var width in widths)
        {
            var room = width + 2 * padding;
            placed.Add((at + room / 2, width, at += room));
        }
        places = placed.MoveToImmutable();
    }

    /// <summary>Whether a table's columns can stand clear of each other: well apart, or where there is little room just apart.</summary>
    public static bool Fits(
        LessonStage stage, SKRect area, IEnumerable<string> names, ImmutableArray<TableColumn> columns, bool isNarrow = false) =>
        InkWidth(stage, SmallestText, names, columns) + 2 * (isNarrow ? LeastPadding : GoodPadding) * columns.Length <= area.Width;

    /// <summary>How high a table with a title is whose numbers are as large as they are ever written.</summary>
    public static float HeightOf(int rows) => TitleHeight + LargestRow * (rows + 1);

    float TitleRoom => title.Length > 0 ? TitleHeight : 0;

    static float InkWidth(LessonStage stage, float size, IEnumerable<string> names, ImmutableArray<TableColumn> columns) =>
        NameWidth(stage, size, names) + columns.Sum(c => WidthOf(stage, size, c));

    static float NameWidth(LessonStage stage, float size, IEnumerable<string> names) =>
        names.Select(name => name.Length == 0 ? 0 : WidthOf(stage, size, name) + LeastPadding).DefaultIfEmpty().Max();

    static float WidthOf(LessonStage stage, float size, TableColumn column) =>
        Math.Max(WidthOf(stage, size, column.Widest), stage.Fonts.Lay(column.Heading, size * HeadingShare).Width);

    static float WidthOf(LessonStage stage, float size, string text) => stage.Fonts.Shape(text, Face.Medium, size).Width;

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
        if (title.Length > 0)
            frame.Add(new TextLine(
                newTitle ?? title, new(area.Left, area.Top + 30), Fitted(newTitle ?? title), palette.Text.Faded(opacity), Face.SemiBold));
        DrawHeadings(frame, rows.Count, opacity);
        for (var r = 0; r < rows.Count; r++) DrawRow(frame, rows[r], r, opacity * rows[r].Opacity);
    }

    // A title that is too long all the same gives way in size.
    float Fitted(string words) =>
        Math.Clamp(TitleSize * area.Width / stage.Fonts.Shape(words, Face.SemiBold, TitleSize).Width, SmallestText, TitleSize);

    void DrawHeadings(FrameBuilder frame, int rows, double opacity)
    {
        var palette = stage.Palette;
        var below = area.Top + TitleRoom + rowHeight;
        for (var c = 0; c < columns.Length; c++)
        {
            var laid = stage.Fonts.Lay(columns[c].Heading, headingSize);
            var color = columns[c].Color ?? palette.Secondary;
            frame.Add(new FormulaText(
                columns[c].Heading, new(places[c].Middle - laid.Width / 2, below - rowHeight * 0.3f), headingSize,
                FormulaStyles.Plain(palette, opacity) with { Color = color }));
            // Before the first column there is nothing to set it apart from but the names of the rows.
            if (!columns[c].StartsGroup || c == 0) continue;
            var x = places[c - 1].Right;
            frame.Add(new Line(
                new(x, below - rowHeight + 8), new(x, below + rows * rowHeight - 4), 1.5f, palette.Rest.Faded(0.5 * opacity)));
        }
        frame.Add(new Line(new(area.Left, below), new(Right, below), 2, palette.Rest.Faded(0.8 * opacity)));
    }

    void DrawRow(FrameBuilder frame, TableRow row, int index, double opacity)
    {
        if (opacity <= 0.01) return;
        var palette = stage.Palette;
        var middle = CellAt(index, 0).MidY;
        if (row.Mark > 0.01)
            frame.Add(new Panel(
                new(area.Left - 10, middle - rowHeight / 2 + 3, Right + 2, middle + rowHeight / 2 - 3), 9,
                palette.Text.Faded(0.06 * row.Mark * opacity)));
        if (row.Name.Length > 0)
            frame.Add(new TextLine(
                row.Name, new(area.Left, middle), Math.Max(SmallestText, size * NameShare), palette.Secondary.Faded(opacity), Face.Medium,
                SKTextAlign.Left, TextAnchor.Middle));
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var (cell, place) = (row.Cells[c], places[c]);
            var right = place.Middle + place.Width / 2;
            if (cell.Tint > 0.02)
                frame.Add(new Panel(
                    new(place.Middle - place.Width / 2 - 8, middle - rowHeight * 0.42f, right + 8, middle + rowHeight * 0.42f), 7,
                    palette.Text.Faded(0.08 * cell.Tint * opacity)));
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
            frame.Add(new Polyline(
                [new SKPoint(at.X - reach, at.Y + 1), new SKPoint(at.X - 2, at.Y + reach - 1), new SKPoint(at.X + reach + 2, at.Y - reach)],
                width, color));
            return;
        }
        frame.Add(new Line(new(at.X - reach, at.Y - reach), new(at.X + reach, at.Y + reach), width, color) { Role = RoleOf.WrongSign });
        frame.Add(new Line(new(at.X - reach, at.Y + reach), new(at.X + reach, at.Y - reach), width, color) { Role = RoleOf.WrongSign });
    }
}

/// <summary>A column of a table of numbers.</summary>
/// <param name="Heading">A formula, such as <c>\hat{y}</c>; words in <c>\text{…}</c>.</param>
/// <param name="Widest">
/// A number as wide as any that will stand in it: columns are as wide as
/// they have to be, and their numbers right-aligned below the heading.
/// </param>
internal sealed record TableColumn(string Heading, string Widest)
{
    /// <summary>Whether a fine line sets it apart from the column before.</summary>
    public bool StartsGroup { get; init; }

    /// <summary>The heading's colour; the table's own where none is given.</summary>
    public SKColor? Color { get; init; }
}

/// <summary>What a cell shows besides its text: that an answer is right, or wrong.</summary>
internal enum CellSign { None, Right, Wrong }

/// <summary>A cell as it looks at one moment.</summary>
/// <param name="Text">A number; may be empty.</param>
internal readonly record struct TableCell(string Text)
{
    /// <summary>The text's colour; the table's own where none is given.</summary>
    public SKColor? Color { get; init; }

    /// <summary>How strongly it is lit, 0 to 1: a number lights up as it changes.</summary>
    public double Tint { get; init; }

    public CellSign Sign { get; init; }

    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>A row as it looks at one moment.</summary>
/// <param name="Name">What its numbers belong to; may be empty.</param>
internal sealed record TableRow(string Name, ImmutableArray<TableCell> Cells)
{
    public double Opacity { get; init; } = 1;

    /// <summary>How much it stands out from the others, 0 to 1.</summary>
    public double Mark { get; init; }
}
