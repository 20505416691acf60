using System.Collections.Immutable;
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
    const float BracketGap = 9, BracketFoot = 13, BracketWidth = 3.5f;

    const float BadgeSize = 30, BadgeHeight = 46;

    /// <summary>What brackets add to the width of the cells, both together.</summary>
    public const float BracketRoom = 2 * (BracketGap + BracketWidth);

    /// <summary>The cells alone.</summary>
    public SKRect Cells => SKRect.Create(
        Centre.X - Columns.Slots * Pitch.Width / 2, Centre.Y - Rows.Slots * Pitch.Height / 2, Columns.Slots * Pitch.Width,
            Rows.Slots * Pitch.Height);

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
        DrawBrackets(frame, palette, Cells, opacity);
        DrawDots(frame, palette, opacity);
    }

    /// <summary>Brackets around any cells, such as those of a matrix that changes its shape.</summary>
    public static void DrawBrackets(FrameBuilder frame, Palette palette, SKRect cells, double opacity)
    {
        if (opacity <= 0.01) return;
        foreach (var (x, foot) in new[] { (cells.Left - BracketGap, BracketFoot), (cells.Right + BracketGap, -BracketFoot) })
            frame.Add(
                new Polyline(
                    [
                        new SKPoint(x + foot, cells.Top - 2), new SKPoint(x, cells.Top - 2), new SKPoint(x, cells.Bottom + 2),
                        new SKPoint(x + foot, cells.Bottom + 2),
                    ],
                    BracketWidth, palette.Secondary.Faded(opacity)) { Role = RoleOf.Bracket });
    }

    /// <summary>The dots in place of what is not shown.</summary>
    public void DrawDots(FrameBuilder frame, Palette palette, double opacity)
    {
        if (opacity <= 0.01) return;
        var color = palette.Secondary.Faded(opacity);
        // Where both are left out, each has its dots in the first of the others, so that they do not meet.
        var both = Rows.IsCut && Columns.IsCut;
        if (Rows.IsCut) Dots(frame, "⋮", AtSlot(Rows.GapSlot, both ? 0 : (Columns.Slots - 1) / 2.0), color);
        if (Columns.IsCut) Dots(frame, "…", AtSlot(both ? 0 : (Rows.Slots - 1) / 2.0, Columns.GapSlot), color);
    }

    static void Dots(FrameBuilder frame, string dots, SKPoint at, SKColor color) =>
        frame.Add(new TextLine(dots, at, 26, color, Face.Bold, SKTextAlign.Center, TextAnchor.Middle));

    /// <summary>The shape in words: "2 × 4", rows first.</summary>
    public string Shape => FormattableString.Invariant($"{Rows.Size} × {Columns.Size}");

    /// <summary>The shape on a plate below the cells.</summary>
    public void DrawBadge(FrameBuilder frame, LessonStage stage, double opacity) =>
        DrawBadge(frame, stage, new(Centre.X, Cells.Bottom + 16 + BadgeHeight / 2), opacity);

    /// <summary>The shape on a plate anywhere.</summary>
    /// <param name="lit">How brightly it stands out, 0 to 1.</param>
    public void DrawBadge(FrameBuilder frame, LessonStage stage, SKPoint centre, double opacity, double lit = 0)
    {
        if (opacity <= 0.01) return;
        var (palette, width) = (stage.Palette, BadgeWidth(stage));
        var plate = SKRect.Create(centre.X - width / 2, centre.Y - BadgeHeight / 2, width, BadgeHeight);
        frame.Add(new Panel(
            plate, plate.Height / 2, palette.Panel.Faded(opacity), palette.PanelBorder.Mixed(palette.Text, lit).Faded(opacity), 2));
        frame.Add(new TextLine(
            Shape, centre, BadgeSize, palette.Secondary.Mixed(palette.Text, lit).Faded(opacity), Face.SemiBold, SKTextAlign.Center,
            TextAnchor.Middle));
    }

    public float BadgeWidth(LessonStage stage) => stage.Fonts.Shape(Shape, Face.SemiBold, BadgeSize).Width + 28;
}

/// <summary>The rows or the columns of a matrix: one for each unit of a layer, as many as the network shows of it.</summary>
/// <param name="Units">The units that have a row, in order.</param>
/// <param name="Size">How many units there are in all.</param>
internal sealed record MatrixAxis(ImmutableArray<int> Units, int Size)
{
    /// <summary>A single row or column.</summary>
    public static MatrixAxis Single { get; } = new([0], 1);

    /// <summary>One for each unit of a layer that the network shows.</summary>
    public static MatrixAxis Of(NetworkLayout layout, int layer) =>
        new([.. layout.UnitsOf(layer).Select(unit => unit.Index)], layout.Sizes[layer]);

    /// <summary>Whether there are units without a row; the gap where they would be is one slot wide.</summary>
    public bool IsCut => Units.Length < Size;

    /// <summary>How many places there are, the gap among them.</summary>
    public int Slots => Units.Length + (IsCut ? 1 : 0);

    /// <summary>The place of the gap.</summary>
    public int GapSlot => Units.Length / 2;

    public int SlotOf(int unit)
    {
        var place = Units.IndexOf(unit);
        return IsCut && place >= GapSlot ? place + 1 : place;
    }
}

/// <summary>The colours of a matrix's rows: that of the unit a row belongs to, deeper where the weight is larger.</summary>
internal static class RowTints
{
    /// <summary>How brightly an edge shines that wears the tint of its row.</summary>
    public const double Light = 0.34;

    /// <summary>The same of a unit, whose ring is cyan by nature.</summary>
    public const double UnitLight = 0.62;

    /// <summary>A unit's own tint.</summary>
    public static SKColor Of(Palette palette, int unit) => palette.Classes[unit % palette.Classes.Length];

    /// <summary>The ground of a weight's cell. As an edge is thicker, it is deeper: a row can be followed wherever it goes.</summary>
    public static SKColor Ground(Palette palette, int unit, double weight) =>
        palette.NeuronFill.Mixed(Of(palette, unit), 0.14 + 0.3 * Math.Tanh(Math.Abs(weight)));
}

/// <summary>How one cell of a matrix looks at one moment. The same cell keeps its look wherever it goes.</summary>
internal readonly record struct MatrixCell(string Text, SKColor Fill)
{
    // What is usually the longest number in a cell.
    const string Widest = "−0.000";

    const float LargestText = 48, SmallestText = 22, Gap = 6;

    /// <summary>What it says where it is too narrow for its text; null for nothing.</summary>
    public string? Brief { get; init; }

    public SKColor? TextColor { get; init; }
    /// <summary>1 as usual; 0 is an empty place.</summary>
    public double Opacity { get; init; } = 1;
    /// <summary>How much of the number shows.</summary>
    public double TextOpacity { get; init; } = 1;
    /// <summary>The strength of its light, 0 to 1.</summary>
    public double Light { get; init; }
    public SKColor LightColor { get; init; }

    /// <summary>Whether numbers such as "−0.83" can be read in cells of this size.</summary>
    public static bool HasRoom(SKSize pitch) => pitch.Width >= 66 && pitch.Height >= 34;

    public void Draw(FrameBuilder frame, LessonStage stage, SKPoint centre, SKSize pitch)
    {
        DrawPlate(frame, stage.Palette, centre, pitch);
        DrawText(frame, stage, centre, pitch);
    }

    /// <summary>The cell without its number: where cells pass close by each other, all plates go below all numbers.</summary>
    public void DrawPlate(FrameBuilder frame, Palette palette, SKPoint centre, SKSize pitch)
    {
        if (Opacity <= 0.01) return;
        var (width, height) = (Math.Max(2, pitch.Width - Gap), Math.Max(2, pitch.Height - Gap));
        var plate = SKRect.Create(centre.X - width / 2, centre.Y - height / 2, width, height);
        if (Light > 0.01)
            frame.Add(new Glow(centre, pitch.Width * 0.95f, LightColor.Faded(0.55 * Light * Opacity), LightColor, palette.GlowBlend));
        frame.Add(new Panel(
            plate, Math.Min(12, height / 4), Fill.Faded(Opacity), LightColor.Faded(Light * Opacity), Light > 0.01 ? 2.5f : 0)
        {
            Role = RoleOf.MatrixCell,
        });
    }

    public void DrawText(FrameBuilder frame, LessonStage stage, SKPoint centre, SKSize pitch)
    {
        var shown = Opacity * TextOpacity;
        if (shown <= 0.01 || Text.Length == 0 || !HasRoom(pitch)) return;
        // All cells of a size have numbers of a size, whatever these are.
        var size = Math.Min(LargestText, (pitch.Height - Gap) * 0.62f);
        size = Math.Max(
            SmallestText,
            MathF.Floor(Math.Min(size, size * (pitch.Width - Gap - 6) / stage.Fonts.Shape(Widest, Face.SemiBold, size).Width)));
        // A number that is wider than its cell is left to the colours.
        bool Fits(string text) => stage.Fonts.Shape(text, Face.SemiBold, size).Width <= pitch.Width - Gap;
        if ((Fits(Text) ? Text : Brief) is not { } text || !Fits(text)) return;
        frame.Add(new TextLine(
            text, centre, size, (TextColor ?? stage.Palette.Text).Faded(shown), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }
}
