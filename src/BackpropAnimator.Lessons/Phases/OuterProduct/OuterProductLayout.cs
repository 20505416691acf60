using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where everything of δ aᵀ = ∂L/∂W stands: the column at the left, the row above, and between them the cell of each two; W below, in the
/// same columns.
/// </summary>
internal sealed record OuterProductLayout
{
    const float LargestWidth = 166, LargestHeight = 109;

    // Between the grid and what it is made of, and between the grids.
    const float HeaderGap = 36, GridGap = 40;

    // At the right of the grids, for their names; at the bottom, for the rule with the shapes.
    const float NameRoom = 178, RuleHeight = 166, WorkingHeight = 72;

    // Where rows would be lower than this, W is left to the network.
    const float LeastHeightWithWeights = 44;

    /// <param name="room">The whole room.</param>
    /// <param name="to">The layer of the weights: the rows.</param>
    /// <param name="from">The layer before it: the columns.</param>
    public OuterProductLayout(SKRect room, MatrixAxis to, MatrixAxis from)
    {
        var (m, n) = (to.Slots, from.Slots);
        var width = Math.Min(LargestWidth, (room.Width - NameRoom - HeaderGap - 2 * MatrixGrid.BracketRoom) / (n + 1));
        var height = room.Height - RuleHeight - WorkingHeight - HeaderGap - 16;
        var withWeights = (height - GridGap) / (2 * m + 1);
        ShowsWeights = withWeights >= LeastHeightWithWeights;
        Pitch = new(width, Math.Min(LargestHeight, ShowsWeights ? withWeights : height / (m + 1)));

        var used = (m + 1) * Pitch.Height + HeaderGap + WorkingHeight + (ShowsWeights ? m * Pitch.Height + GridGap : 0);
        var left = room.MidX - ((n + 1) * Pitch.Width + HeaderGap + NameRoom) / 2;
        // What is left of the height goes above, between and below in equal parts.
        var spare = Math.Max(0, room.Height - RuleHeight - used) / 3;
        var top = room.Top + spare;
        var gridLeft = left + Pitch.Width + HeaderGap;
        var gridTop = top + Pitch.Height + HeaderGap;
        SKPoint Middle(float y, float rows) => new(gridLeft + n * Pitch.Width / 2, y + rows * Pitch.Height / 2);
        Inputs = new(MatrixAxis.Single, from, Middle(top, 1), Pitch);
        Gradients = new(to, from, Middle(gridTop, m), Pitch);
        Deltas = new(to, MatrixAxis.Single, new(left + Pitch.Width / 2, gridTop + m * Pitch.Height / 2), Pitch);
        Working = SKRect.Create(room.Left, gridTop + m * Pitch.Height, room.Width, WorkingHeight);
        Weights = new(to, from, Middle(Working.Bottom + GridGap / 2, m), Pitch);
        Rule = SKRect.Create(room.Left, room.Bottom - RuleHeight - spare / 2, room.Width, RuleHeight);
    }

    public SKSize Pitch { get; }

    /// <summary>δ of the layer, a column.</summary>
    public MatrixGrid Deltas { get; }

    /// <summary>a of the layer before, a row.</summary>
    public MatrixGrid Inputs { get; }

    public MatrixGrid Gradients { get; }

    public MatrixGrid Weights { get; }

    /// <summary>Whether there is room for W below its gradients.</summary>
    public bool ShowsWeights { get; }

    /// <summary>The line where one product is written out.</summary>
    public SKRect Working { get; }

    /// <summary>The rule in symbols with the shapes below them.</summary>
    public SKRect Rule { get; }
}
