using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where everything of (Wᵀ δ) ⊙ σ′ = δ stands: the matrix as it is and as it is mirrored about its diagonal, alone and large; and mirrored
/// in its row with the columns that it works on.
/// </summary>
internal sealed record HandBackLayout
{
    const float LargestWidth = 166, LargestHeight = 115;

    // Between a matrix and the column it multiplies, and around an operator.
    const float ProductGap = 14, OperatorRoom = 52, TightOperatorRoom = 38;

    const float TightColumn = 150;

    // How far a cell on one side of the diagonal goes out of the way of the one that comes from the other side, in cells.
    const double Sidestep = 0.5;

    const float NamesHeight = 78, BadgeHeight = 74, LargestRuleHeight = 116, RuleGap = 24;

    /// <param name="room">The whole room.</param>
    /// <param name="to">The layer whose δ is handed back: the rows of W.</param>
    /// <param name="from">The layer before it: the columns of W.</param>
    public HandBackLayout(SKRect room, MatrixAxis to, MatrixAxis from)
    {
        var (m, n) = (to.Slots, from.Slots);
        var most = Math.Max(m, n);
        // In a low room the rule gives way to the numbers.
        var ruleHeight = Math.Min(LargestRuleHeight, room.Height * 0.17f);
        var grids = new SKRect(room.Left, room.Top + NamesHeight, room.Right, room.Bottom - BadgeHeight - ruleHeight);
        // Where columns would be too narrow for their numbers, signs stand closer.
        var operatorRoom = (grids.Width - Between(OperatorRoom)) / (m + 4) < TightColumn ? TightOperatorRoom : OperatorRoom;
        var between = Between(operatorRoom);
        var height = Math.Min(LargestHeight, grids.Height / most);
        var alone = new SKSize(Math.Min(LargestWidth, (grids.Width - MatrixGrid.BracketRoom) / most), height);
        var pitch = new SKSize(Math.Min(LargestWidth, (grids.Width - between) / (m + 4)), height);
        // δ and slopes have a digit more than weights.
        var columnPitch = new SKSize(Math.Min(LargestWidth, (grids.Width - between - m * pitch.Width) / 4), height);
        // Where there is more room than that, all of it stands together in the middle.
        var spare = Math.Max(0, grids.Height - most * height - RuleGap);
        grids.Inflate(0, -spare / 2);

        // Both have the corner in common that the diagonal begins at.
        var corner = new SKPoint(grids.MidX - most * alone.Width / 2, grids.MidY - most * height / 2);
        Weights = new(to, from, new(corner.X + n * alone.Width / 2, corner.Y + m * height / 2), alone);
        Mirrored = Weights.Transposed(new(corner.X + m * alone.Width / 2, corner.Y + n * height / 2));

        var x = grids.MidX - (m * pitch.Width + 4 * columnPitch.Width + between) / 2;
        Transposed = new(from, to, new(Step(m * pitch.Width, ProductGap), grids.MidY), pitch);
        NextDelta = Column(to);
        EqualsSum = new(x + operatorRoom / 2, grids.MidY);
        x += operatorRoom;
        Sum = Column(from);
        Times = new(x + operatorRoom / 2, grids.MidY);
        x += operatorRoom;
        Slope = Column(from);
        EqualsDelta = new(x + operatorRoom / 2, grids.MidY);
        x += operatorRoom;
        Delta = Column(from);
        Rule = SKRect.Create(room.Left, grids.Bottom + BadgeHeight, room.Width, ruleHeight);

        static float Between(float operatorRoom) => 5 * MatrixGrid.BracketRoom + ProductGap + 3 * operatorRoom;

        float Step(float cells, float gap)
        {
            var centre = x + (MatrixGrid.BracketRoom + cells) / 2;
            x += MatrixGrid.BracketRoom + cells + gap;
            return centre;
        }

        MatrixGrid Column(MatrixAxis rows) => new(rows, MatrixAxis.Single, new(Step(columnPitch.Width, 0), grids.MidY), columnPitch);
    }

    /// <summary>W as it is: a row for each unit of the layer, a column for each of the one before.</summary>
    public MatrixGrid Weights { get; }

    /// <summary>The same, mirrored about the diagonal that begins at its upper left corner.</summary>
    public MatrixGrid Mirrored { get; }

    /// <summary>Wᵀ in its place in the product.</summary>
    public MatrixGrid Transposed { get; }

    /// <summary>δ of the layer, a column.</summary>
    public MatrixGrid NextDelta { get; }

    /// <summary>Wᵀ δ, ∂L/∂a of the layer before.</summary>
    public MatrixGrid Sum { get; }

    /// <summary>σ′ of the layer before.</summary>
    public MatrixGrid Slope { get; }

    /// <summary>δ of the layer before.</summary>
    public MatrixGrid Delta { get; }

    /// <summary>The middles of the signs between the columns.</summary>
    public SKPoint EqualsSum { get; }

    public SKPoint Times { get; }

    public SKPoint EqualsDelta { get; }

    /// <summary>The room of the rule in symbols, below all.</summary>
    public SKRect Rule { get; }

    /// <summary>
    /// The diagonal in pieces, from a little outside the corner to a little beyond the last cell on it.
    /// </summary>
    /// <param name="drawn">How much of it, 0 to 1.</param>
    /// <param name="numbers">How far the numbers of its cells show, 0 to 1: it keeps clear of them.</param>
    public IEnumerable<(SKPoint From, SKPoint To)> DiagonalIn(double drawn, double numbers)
    {
        var slots = Math.Min(Weights.Rows.Slots, Weights.Columns.Slots);
        const double beyond = 0.74, clear = 0.23;
        var (start, end) = (-beyond, -beyond + (slots - 1 + 2 * beyond) * drawn);
        for (var slot = 0; slot <= slots; slot++)
        {
            var until = Math.Min(end, slot < slots ? slot - clear * numbers : double.PositiveInfinity);
            if (until > start) yield return (Weights.AtSlot(start, start), Weights.AtSlot(until, until));
            start = slot + clear * numbers;
        }
    }

    /// <summary>
    /// A cell of W on its way to its place on the other side of the diagonal: along a short arc about the corner that the diagonal begins
    /// at.
    /// </summary>
    /// <param name="progress">0: in W; 1: mirrored.</param>
    public SKPoint Mirroring(int row, int column, double progress)
    {
        // In cells from the corner: the diagonal is at 45 degrees there, whatever the cells' shape.
        var (down, across) = (Weights.Rows.SlotOf(row) + 0.5, Weights.Columns.SlotOf(column) + 0.5);
        var angle = Math.Atan2(down, across);
        var turned = angle + (Math.PI / 2 - 2 * angle) * progress;
        // The two that change places do not meet.
        var half = 4 * progress * (1 - progress);
        var reach = Math.Sqrt(down * down + across * across) + Sidestep * Math.Sign(across - down) * half;
        double Between(double arc, double from, double to) => (arc + from + (to - from) * progress) / 2;
        return Weights.AtSlot(
            Between(reach * Math.Sin(turned), down, across) - 0.5, Between(reach * Math.Cos(turned), across, down) - 0.5);
    }

    /// <summary>The cells' own rectangle on the way from W to Wᵀ in its place.</summary>
    /// <param name="mirrored">How far it is mirrored, 0 to 1.</param>
    /// <param name="placed">How far it has come to its place in the product, 0 to 1.</param>
    public SKRect CellsAt(double mirrored, double placed) => Rectangles.Between(
        Rectangles.Between(Weights.Cells, Mirrored.Cells, (float)mirrored), Transposed.Cells, (float)placed);

    /// <summary>The cells' size on the way to the product.</summary>
    public SKSize PitchAt(double placed) => new(
        Weights.Pitch.Width + (Transposed.Pitch.Width - Weights.Pitch.Width) * (float)placed,
        Weights.Pitch.Height + (Transposed.Pitch.Height - Weights.Pitch.Height) * (float)placed);
}
