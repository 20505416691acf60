using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// δˡ = (Wˡ⁺¹)ᵀ δˡ⁺¹ ⊙ σ′(zˡ) in numbers: the weights as a matrix, mirrored about its diagonal, and the columns that it works on.
/// Rumelhart, Hinton &amp; Williams (1986); Goodfellow et al. (2016), §6.5.
/// </summary>
/// <param name="layer">The layer whose δ is handed back, counted from 1 for the first after the input.</param>
/// <param name="room">What it fills.</param>
internal sealed class HandBackPanel(LessonStage stage, LearningStep step, int layer, SKRect room)
{
    const float NameSize = 42, SignSize = 50, RuleSize = 72, NameGap = 20, NameOverhang = 50, SmallestName = 22, DiagonalWidth = 3.5f;

    readonly HandBackLayout layout =
        new(room, MatrixAxis.Of(stage.Network.Layout, layer), MatrixAxis.Of(stage.Network.Layout, layer - 1));

    Palette Palette => stage.Palette;

    MatrixAxis To => layout.Weights.Rows;

    MatrixAxis From => layout.Weights.Columns;

    LayerBackward Next => step.Backward.Layers[layer - 1];

    LayerBackward Here => step.Backward.Layers[layer - 2];

    string SlopeName => step.Before.Layers[layer - 2].Activation.SlopeInTex($"z^{{({layer - 1})}}");

    public void Draw(FrameBuilder frame, HandBackLook look)
    {
        if (look.Shown <= 0.01) return;
        DrawMatrix(frame, look);
        DrawColumn(
            frame, layout.NextDelta, look.Shown * look.NextDelta, $@"\part{{delta}}{{\delta^{{({layer})}}}}",
            unit => DeltaCell(Next.Delta[unit]) with { Light = look.Splitting(unit), LightColor = Palette.Backward });
        DrawSum(frame, look);
        DrawSign(frame, @"\odot", layout.Times, look.Shown * look.Slope);
        DrawColumn(
            frame, layout.Slope, look.Shown * look.Slope, $@"\part{{slope}}{{{SlopeName}}}",
            unit => new(Numbers.Fine(Here.Slope[unit]), Tinted(Palette.FactorSlope))
            {
                TextColor = Palette.FactorSlope, Brief = Numbers.Value(Here.Slope[unit]),
            });
        DrawSign(frame, "=", layout.EqualsDelta, look.Shown * look.Delta);
        DrawColumn(
            frame, layout.Delta, look.Shown * look.Delta, $@"\part{{delta}}{{\delta^{{({layer - 1})}}}}",
            unit => DeltaCell(Here.Delta[unit]));
        DrawRule(frame, look);
    }

    void DrawMatrix(FrameBuilder frame, HandBackLook look)
    {
        var (mirrored, placed) = (look.Mirrored, look.Placed);
        var pitch = layout.PitchAt(placed);
        var cells = (from row in To.Units from column in From.Units
                     let at = NetworkLayout.Along(
                         layout.Mirroring(row, column, mirrored), layout.Transposed.CentreOf(column, row), (float)placed)
                     select (Cell: CellOf(row, column, look), At: at)).ToList();
        foreach (var (cell, at) in cells) cell.DrawPlate(frame, Palette, at, pitch);
        DrawDiagonal(frame, look);
        foreach (var (cell, at) in cells) cell.DrawText(frame, stage, at, pitch);

        // The brackets stay, and take the new shape; one name and shape goes before the next comes.
        var shown = look.Shown * look.Arrived(To.Units[0], From.Units[0]);
        var around = layout.CellsAt(mirrored, placed);
        MatrixGrid.DrawBrackets(frame, Palette, around, shown);
        var (old, turned) = (Math.Clamp(1 - 6 * mirrored, 0, 1), Math.Clamp(6 * mirrored - 5, 0, 1));
        Tell(layout.Weights, $"W^{{({layer})}}", shown * old);
        Tell(
            layout.Mirrored with { Centre = new(around.MidX, around.MidY), Pitch = pitch }, $@"(W^{{({layer})}})^{{\top}}", shown * turned);

        void Tell(MatrixGrid grid, string name, double opacity)
        {
            grid.DrawDots(frame, Palette, opacity);
            grid.DrawBadge(frame, stage, opacity);
            DrawName(frame, grid, name, opacity);
        }
    }

    void DrawDiagonal(FrameBuilder frame, HandBackLook look)
    {
        var shown = look.Shown * Math.Min(1, 4 * look.Diagonal) * (1 - Math.Min(1, 3 * look.Placed));
        if (shown <= 0.01) return;
        foreach (var (from, to) in layout.DiagonalIn(look.Diagonal, NumbersShown(look)))
            frame.Add(new Line(from, to, DiagonalWidth, Palette.Text.Faded(0.8 * shown)) { Role = RoleOf.Diagonal });
    }

    // While cells pass each other their numbers are not read: the colours carry the rows across.
    static double NumbersShown(HandBackLook look) => 1 - new Interval(0.04, 0.96).Swell(look.Mirrored, 0.16, 0.16);

    MatrixCell CellOf(int row, int column, HandBackLook look)
    {
        var weight = step.Before.Layers[layer - 1].Weights[row, column];
        var splitting = look.Splitting(row);
        var tied = look.Tied(row, column);
        return new(Numbers.Value(weight), RowTints.Ground(Palette, row, weight))
        {
            Opacity = look.Shown * look.Arrived(row, column),
            TextOpacity = NumbersShown(look),
            Light = Math.Max(tied, splitting),
            LightColor = splitting > tied ? Palette.Backward : RowTints.Of(Palette, row),
        };
    }

    // The places are there as soon as the first shares arrive; a number that is only part of its sum would be taken for it.
    void DrawSum(FrameBuilder frame, HandBackLook look)
    {
        var begun = look.SumsBegun * look.Shown;
        DrawSign(frame, "=", layout.EqualsSum, begun);
        DrawColumn(frame, layout.Sum, begun, $@"\part{{error}}{{\partial L / \partial a^{{({layer - 1})}}}}", unit =>
            new(
                Numbers.Signed(Here.Incoming[unit]),
                Tinted(Palette.FactorError))
            {
                TextColor = Palette.FactorError, TextOpacity = look.SumsWhole, Brief = Briefly(Here.Incoming[unit]),
            });
    }

    void DrawColumn(FrameBuilder frame, MatrixGrid grid, double opacity, string name, Func<int, MatrixCell> cellOf)
    {
        if (opacity <= 0.01) return;
        foreach (var unit in grid.Rows.Units)
        {
            var cell = cellOf(unit);
            (cell with { Opacity = cell.Opacity * opacity }).Draw(frame, stage, grid.CentreOf(unit, 0), grid.Pitch);
        }
        grid.DrawBrackets(frame, Palette, opacity);
        DrawName(frame, grid, name, opacity);
    }

    MatrixCell DeltaCell(double delta) => new(Numbers.Signed(delta), Tinted(Palette.Backward))
    {
        TextColor = Palette.DeltaColor(delta), Brief = Briefly(delta),
    };

    // In narrow columns.
    static string Briefly(double value) => Numbers.WithSign(value, Numbers.Rounded(value, 2));

    SKColor Tinted(SKColor color) => Palette.NeuronFill.Mixed(color, 0.07);

    void DrawName(FrameBuilder frame, MatrixGrid grid, string source, double opacity)
    {
        if (opacity <= 0.01) return;
        // A name may be wider than its column, and less so where columns stand close.
        var fitting = NameSize * (grid.Cells.Width + NameOverhang) / stage.Fonts.Lay(source, NameSize).Width;
        var size = Math.Clamp(fitting, SmallestName, NameSize);
        var laid = stage.Fonts.Lay(source, size);
        // That of a single column at the edge stays in the picture.
        var x = Math.Max(room.Left, Math.Min(grid.Centre.X - laid.Width / 2, room.Right - laid.Width));
        var origin = new SKPoint(x, grid.Cells.Top - NameGap - laid.Depth);
        frame.Add(new FormulaText(source, origin, size, FormulaStyles.ByRole(Palette, opacity, laid)));
    }

    void DrawSign(FrameBuilder frame, string sign, SKPoint centre, double opacity)
    {
        if (opacity <= 0.01) return;
        var laid = stage.Fonts.Lay(sign, SignSize);
        frame.Add(new FormulaText(
            sign, new(centre.X - laid.Width / 2, centre.Y + (laid.Height - laid.Depth) / 2), SignSize,
            FormulaStyles.Plain(Palette, opacity)));
    }

    // The rule in symbols grows with what has happened.
    void DrawRule(FrameBuilder frame, HandBackLook look)
    {
        var turned = Math.Clamp(6 * look.Mirrored - 5, 0, 1);
        var source = $@"\part{{delta}}{{\delta^{{({layer - 1})}}}} \part{{equals}}{{=}} \part{{turned}}{{(W^{{({layer})}})^{{\top}}}} " +
            $@"\part{{next}}{{\delta^{{({layer})}}}} \part{{times}}{{\;\odot\;}} \part{{slope}}{{{SlopeName}}}";
        var size = RuleSize;
        var whole = stage.Fonts.Lay(source, size).Width;
        if (whole > layout.Rule.Width) size = MathF.Floor(size * layout.Rule.Width / whole);
        var laid = stage.Fonts.Lay(source, size);
        var style = FormulaStyles.ByRole(Palette, look.Shown, laid);
        foreach (var (part, opacity, color) in new[]
        {
            ("turned", turned, Palette.Text), ("next", look.NextDelta, Palette.Backward), ("times", look.Slope, Palette.Text),
            ("slope", look.Slope, Palette.FactorSlope), ("equals", look.Delta, Palette.Text), ("delta", look.Delta, Palette.Backward),
        })
            style = style.With(part, new(color, Opacity: (float)opacity));
        if (turned > 0.01)
            frame.Add(new FormulaText(
                source, new(layout.Rule.MidX - laid.Width / 2, layout.Rule.MidY + (laid.Height - laid.Depth) / 2), size, style));
    }
}

/// <summary>What a <see cref="HandBackPanel"/> shows at one moment; every share is 0 to 1.</summary>
internal sealed record HandBackLook
{
    /// <summary>How visible the panel is as a whole.</summary>
    public double Shown { get; init; }

    /// <summary>For a cell of W, by row and column, how far it has come.</summary>
    public required Func<int, int, double> Arrived { get; init; }

    /// <summary>For a cell of W, by row and column, how brightly it shines because its edge does.</summary>
    public required Func<int, int, double> Tied { get; init; }

    /// <summary>How much of the diagonal is drawn.</summary>
    public double Diagonal { get; init; }

    /// <summary>How far all cells of W are on their way to the other side of the diagonal.</summary>
    public double Mirrored { get; init; }

    /// <summary>How far the transposed matrix has come to its place in the product.</summary>
    public double Placed { get; init; }

    /// <summary>How far δ of the layer has come.</summary>
    public double NextDelta { get; init; }

    /// <summary>For a unit of the layer, how brightly its share of the product shines: its δ and its column.</summary>
    public required Func<int, double> Splitting { get; init; }

    /// <summary>How far the first shares have come to the column of sums.</summary>
    public double SumsBegun { get; init; }

    /// <summary>How far the last shares have: a sum is written once it is whole.</summary>
    public double SumsWhole { get; init; }

    /// <summary>How far σ′ of the layer before has come.</summary>
    public double Slope { get; init; }

    /// <summary>How far δ of the layer before has come.</summary>
    public double Delta { get; init; }
}
