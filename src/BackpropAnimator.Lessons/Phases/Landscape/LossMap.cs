using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The loss over two weights as a map with the same scale on both axes, so that a step straight downhill crosses the lines of equal loss at
/// right angles.
/// The surface is computed when it is first drawn, once, and stays one item.
/// </summary>
internal sealed class LossMap
{
    // Points at which the loss is computed, along the map's longer side; the surface between them is interpolated.
    const int Samples = 72;

    // The least part of an axis that is shown, in units of weight, and the margin around the paths.
    const double LeastSpan = 2.4, Margin = 0.22;

    // A path that runs away is not followed further than this many times the loss it starts from.
    const double Followed = 3;

    readonly LossSurface surface;
    readonly Palette palette;
    readonly double centreX, centreY, unitsPerWeight;
    readonly Lazy<Grid> grid;
    readonly Lazy<Raster> relief;
    readonly Lazy<SurfacePoint?> lowest;

    // The loss over an even grid of the map, row 0 at its top.
    sealed record Grid(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, double[,] Losses);

    /// <param name="room">The map fills this rectangle.</param>
    /// <param name="paths">What is to be seen on it; each with at least its start.</param>
    public LossMap(SKRect room, LossSurface surface, IReadOnlyCollection<ImmutableArray<SurfacePoint>> paths, Palette palette)
    {
        (Area, this.surface, this.palette) = (room, surface, palette);
        var start = paths.First()[0];
        var seen =
            paths.SelectMany(path => path.TakeWhile(point => point.Loss <= Followed * Math.Max(start.Loss, 1e-6))).Append(start).ToList();
        var (left, right, low, high) = (seen.Min(p => p.X), seen.Max(p => p.X), seen.Min(p => p.Y), seen.Max(p => p.Y));
        (centreX, centreY) = ((left + right) / 2, (low + high) / 2);
        var (spanX, spanY) = (Math.Max(LeastSpan, (right - left) * (1 + 2 * Margin)), Math.Max(LeastSpan, (high - low) * (1 + 2 * Margin)));
        unitsPerWeight = Math.Min(room.Width / spanX, room.Height / spanY);
        grid = new(MeasureGrid);
        relief = new(() => Relief.Paint(grid.Value.Losses, (int)Area.Width, (int)Area.Height, palette));
        lowest = new(FindLowest);
    }

    public SKRect Area { get; }

    /// <summary>Where a pair of weights stands.</summary>
    public SKPoint At(double x, double y) =>
        new(Area.MidX + (float)((x - centreX) * unitsPerWeight), Area.MidY - (float)((y - centreY) * unitsPerWeight));

    /// <summary>The two weights that a point of the map stands for.</summary>
    public (double X, double Y) WeightsAt(SKPoint point) =>
        (centreX + (point.X - Area.MidX) / unitsPerWeight, centreY - (point.Y - Area.MidY) / unitsPerWeight);

    public bool Contains(SKPoint point) => Area.Contains(point.X, point.Y);

    // About as many numbers along an axis as are read at a glance.
    const float UnitsANumber = 160;

    AxisNumbers Axes => new(
        Area, Along(WeightsAt(new(Area.Left, 0)).X, WeightsAt(new(Area.Right, 0)).X, Area.Width),
        Along(WeightsAt(new(0, Area.Bottom)).Y, WeightsAt(new(0, Area.Top)).Y, Area.Height), palette);

    static LinearScale Along(double from, double to, float length) =>
        LinearScale.Between(from, to, Math.Max(2, (int)(length / UnitsANumber)));

    /// <summary>The values of the two weights, left of the map and below it.</summary>
    /// <param name="down">How far below the map the base line of its numbers is.</param>
    public void DrawNumbers(FrameBuilder frame, float down, double opacity)
    {
        const float mark = 7;
        var (axes, ink) = (Axes, palette.PanelBorder.Faded(opacity));
        foreach (var tick in axes.Left)
            frame.Add(new Line(new(Area.Left - mark, axes.Up(tick.Value)), new(Area.Left, axes.Up(tick.Value)), 3, ink)
            {
                Role = RoleOf.Tick,
            });
        foreach (var tick in axes.Below)
            frame.Add(new Line(new(axes.Across(tick.Value), Area.Bottom), new(axes.Across(tick.Value), Area.Bottom + mark), 3, ink)
            {
                Role = RoleOf.Tick,
            });
        axes.DrawLeft(frame, opacity);
        axes.DrawBelow(frame, down, opacity);
    }

    public void Draw(FrameBuilder frame, double opacity)
    {
        frame.Add(new RasterImage(relief.Value, Area, (float)opacity));
        var border = Area;
        border.Inflate(1.5f, 1.5f);
        frame.Add(new Panel(border, 0, SKColors.Transparent, palette.PanelBorder.Faded(opacity), 3));
    }

    /// <summary>The bottom of the valley; null where the ground goes on falling beyond the map.</summary>
    public SurfacePoint? Lowest => lowest.Value;

    Grid MeasureGrid()
    {
        var (columns, rows) = Area.Width > Area.Height
            ? (Samples, (int)Math.Ceiling(Samples * Area.Height / Area.Width)) : (
                (int)Math.Ceiling(Samples * Area.Width / Area.Height), Samples);
        var xs = Enumerable.Range(0, columns).Select(c => WeightsAt(new(Area.Left + Area.Width * c / (columns - 1), 0)).X).ToList();
        var ys = Enumerable.Range(0, rows).Select(r => WeightsAt(new(0, Area.Top + Area.Height * r / (rows - 1))).Y).ToList();
        return new(xs, ys, surface.Over(xs, ys));
    }

    SurfacePoint? FindLowest()
    {
        var (xs, ys, losses) = grid.Value;
        var (r, c) = (from row in Enumerable.Range(0, ys.Count) from column in Enumerable.Range(0, xs.Count) select (row, column))
            .MinBy(at => losses[at.row, at.column]);
        if (r == 0 || c == 0 || r == ys.Count - 1 || c == xs.Count - 1) return null;
        // Half as far apart each time, around the best so far: to a thousandth of the grid's own distance.
        var (best, reach) = (surface.At(xs[c], ys[r]), xs[1] - xs[0]);
        for (var n = 0; n < 10; n++, reach /= 2)
            best = (from dx in new[] { 0, -1, 1 } from dy in new[] { 0, -1, 1 } select surface.At(best.X + dx * reach, best.Y + dy * reach))
                .MinBy(point => point.Loss);
        return best;
    }
}
