using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where everything of (Wᵀ δ) ⊙ σ′ = δ stands: the matrix as it is, as its rows stand up to columns, and transposed in its row with the
/// columns that
/// it works on. All cells of the matrix are of one size.
/// </summary>
internal sealed record HandBackLayout
{
    const float LargestWidth = 104, LargestHeight = 72;

    // Between a matrix and the column it multiplies, and around an operator.
    const float ProductGap = 16, OperatorRoom = 52, TightOperatorRoom = 38;

    const float TightColumn = 80;

    // Between the matrix and where its rows stand up.
    const float StandingGap = 44;

    // Of a cell, by which cells of a row move apart half way to their column.
    const float Stretch = 0.14f;

    const float NamesHeight = 72, BadgeHeight = 62, LargestRuleHeight = 104, RuleGap = 28;

    /// <param name="room">The whole room.</param>
    /// <param name="to">The layer whose δ is handed back: the rows of W.</param>
    /// <param name="from">The layer before it: the columns of W.</param>
    public HandBackLayout(SKRect room, MatrixAxis to, MatrixAxis from)
    {
        var (m, n) = (to.Slots, from.Slots);
        // In a low room the rule gives way to the numbers.
        var ruleHeight = Math.Min(LargestRuleHeight, room.Height * 0.19f);
        var grids = new SKRect(room.Left, room.Top + NamesHeight, room.Right, room.Bottom - BadgeHeight - ruleHeight);
        // Where columns would be too narrow for their numbers, signs stand closer.
        var operatorRoom = (grids.Width - Between(OperatorRoom)) / (m + 4) < TightColumn ? TightOperatorRoom : OperatorRoom;
        var between = Between(operatorRoom);
        var width = Math.Min(
            LargestWidth, Math.Min((grids.Width - between) / (m + 4), (grids.Width - StandingGap - 2 * MatrixGrid.BracketRoom) / (m + n)));
        Pitch = new(width, Math.Min(LargestHeight, grids.Height / (m + n - 1)));
        // δ and slopes have a digit more than weights.
        ColumnPitch = new(Math.Min(LargestWidth, (grids.Width - between - m * width) / 4), Pitch.Height);
        // Where there is more room than that, all of it stands together in the middle.
        var spare = Math.Max(0, grids.Height - (m + n - 1) * Pitch.Height - RuleGap);
        grids.Inflate(0, -spare / 2);

        // Rows that stand up go down from the lowest row of W, each in a lane of its own: nothing crosses.
        var standing = (n + m) * Pitch.Width + StandingGap;
        var (left, top) = (grids.MidX - standing / 2, grids.MidY - (m + n - 1) * Pitch.Height / 2);
        Weights = new(to, from, new(left + n * Pitch.Width / 2, top + m * Pitch.Height / 2), Pitch);
        Standing =
            Weights.Transposed(new(left + n * Pitch.Width + StandingGap + m * Pitch.Width / 2, top + (m - 1 + n / 2f) * Pitch.Height));

        var x = grids.MidX - (m * Pitch.Width + 4 * ColumnPitch.Width + between) / 2;
        Transposed = Standing with { Centre = new(Step(m * Pitch.Width, ProductGap), grids.MidY) };
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

        MatrixGrid Column(MatrixAxis rows) => new(rows, MatrixAxis.Single, new(Step(ColumnPitch.Width, 0), grids.MidY), ColumnPitch);
    }

    public SKSize Pitch { get; }

    /// <summary>The same for the columns.</summary>
    public SKSize ColumnPitch { get; }

    /// <summary>W as it is: a row for each unit of the layer, a column for each of the one before.</summary>
    public MatrixGrid Weights { get; }

    /// <summary>Where its rows stand up to columns.</summary>
    public MatrixGrid Standing { get; }

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
    /// A cell of W on its way up from its row into a column: along its row, and then down. All cells of a row go the same way.
    /// </summary>
    /// <param name="progress">0: in W; 1: standing.</param>
    public SKPoint Pouring(int row, int column, double progress)
    {
        var (start, end) = (Weights.CentreOf(row, column), Standing.CentreOf(column, row));
        var across = (end.X - start.X) / Pitch.Width;
        var way = across + (end.Y - start.Y) / Pitch.Height;
        // On its way a row is a little longer than at its ends, so that neighbours keep clear of each other around the corner.
        var ahead = Weights.Columns.SlotOf(column) - (Weights.Columns.Slots - 1) / 2f;
        var gone = (float)progress * way + Stretch * ahead * 4 * (float)(progress * (1 - progress));
        // The corner is rounded over half a cell on either side.
        const float round = 0.5f;
        var corner = Math.Min(round, Math.Min(across, way - across));
        if (gone <= across - corner) return new(start.X + gone * Pitch.Width, start.Y);
        if (gone >= across + corner) return new(end.X, start.Y + (gone - across) * Pitch.Height);
        var u = (gone - across + corner) / (2 * corner);
        return new(end.X - corner * (1 - u) * (1 - u) * Pitch.Width, start.Y + corner * u * u * Pitch.Height);
    }
}
