using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where the cells of a matrix stand: rows and columns of equal size between brackets.</summary>
/// <param name="Rows">What the rows stand for, from the top.</param>
/// <param name="Columns">What the columns stand for, from the left.</param>
/// <param name="Centre">The middle of the cells.</param>
/// <param name="Pitch">From one cell's middle to the next one's, across and down.</param>
internal sealed record MatrixGrid(MatrixAxis Rows, MatrixAxis Columns, SKPoint Centre, SKSize Pitch)
{
    // Brackets stand this far out, and their feet are this long.
    const float BracketGap = 8, BracketFoot = 11, BracketWidth = 3;

    const float BadgeSize = 24, BadgeHeight = 38;

    /// <summary>What brackets add to the width of the cells, both together.</summary>
    public const float BracketRoom = 2 * (BracketGap + BracketWidth);

    /// <summary>The cells alone.</summary>
    public SKRect Cells => SKRect.Create(
        Centre.X - Columns.Slots * Pitch.Width / 2, Centre.Y - Rows.Slots * Pitch.Height / 2, Columns.Slots * Pitch.Width, Rows.Slots * Pitch.Height);

    /// <summary>The middle of the cell of two units.</summary>
    public SKPoint CentreOf(int row, int column) => AtSlot(Rows.SlotOf(row), Columns.SlotOf(column));

    /// <summary>The middle of a place, which may lie between cells or beyond them.</summary>
    public SKPoint AtSlot(double row, double column) => new(
        Cells.Left + (float)(column + 0.5) * Pitch.Width, Cells.Top + (float)(row + 0.5) * Pitch.Height);

    /// <summary>The same matrix with rows and columns exchanged.</summary>
    public MatrixGrid Transposed(SKPoint centre) => new(Columns, Rows, centre, Pitch);

    /// <summary>The brackets, and the dots in place of what is not shown.</summary>
    public void DrawBrackets(FrameBuilder frame, Palette palette, double opacity)
    {
        if (opacity <= 0.01) return;
        var (cells, color) = (Cells, palette.Secondary.Faded(opacity));
        foreach (var (x, foot) in new[] { (cells.Left - BracketGap, BracketFoot), (cells.Right + BracketGap, -BracketFoot) })
            frame.Add(new Polyline([new SKPoint(x + foot, cells.Top - 2), new SKPoint(x, cells.Top - 2), new SKPoint(x, cells.Bottom + 2), new SKPoint(x + foot, cells.Bottom + 2)], BracketWidth, color));
        if (Rows.IsCut) Dots(frame, "⋮", AtSlot(Rows.GapSlot, (Columns.Slots - 1) / 2.0), color);
        if (Columns.IsCut) Dots(frame, "…", AtSlot((Rows.Slots - 1) / 2.0, Columns.GapSlot), color);
    }

    static void Dots(FrameBuilder frame, string dots, SKPoint at, SKColor color) =>
        frame.Add(new TextLine(dots, at, 26, color, Face.Bold, SKTextAlign.Center, TextAnchor.Middle));

    /// <summary>The shape in words: "2 × 4", rows first.</summary>
    public string Shape => FormattableString.Invariant($"{Rows.Size} × {Columns.Size}");

    /// <summary>The shape on a plate below the cells.</summary>
    public void DrawBadge(FrameBuilder frame, LessonStage stage, double opacity) => DrawBadge(frame, stage, new(Centre.X, Cells.Bottom + 16 + BadgeHeight / 2), opacity);

    /// <summary>The shape on a plate anywhere.</summary>
    /// <param name="lit">How brightly it stands out, 0 to 1.</param>
    public void DrawBadge(FrameBuilder frame, LessonStage stage, SKPoint centre, double opacity, double lit = 0)
    {
        if (opacity <= 0.01) return;
        var (palette, width) = (stage.Palette, BadgeWidth(stage));
        var plate = SKRect.Create(centre.X - width / 2, centre.Y - BadgeHeight / 2, width, BadgeHeight);
        frame.Add(new Panel(plate, plate.Height / 2, palette.Panel.Faded(opacity), palette.PanelBorder.Mixed(palette.Text, lit).Faded(opacity), 2));
        frame.Add(new TextLine(Shape, centre, BadgeSize, palette.Secondary.Mixed(palette.Text, lit).Faded(opacity), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }

    public float BadgeWidth(LessonStage stage) => stage.Fonts.Shape(Shape, Face.SemiBold, BadgeSize).Width + 28;
}
