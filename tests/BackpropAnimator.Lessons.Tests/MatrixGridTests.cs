using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Where the cells of a matrix stand.</summary>
public class MatrixGridTests
{
    static readonly NetworkLayout network = new(new(0, 0, 1200, 600), 200, [3, 4, 2, 128]);
    static readonly MatrixGrid weights = new(MatrixAxis.Of(network, 2), MatrixAxis.Of(network, 1), new(500, 400), new(80, 50));

    [Fact]
    public void Rows_go_down_and_columns_go_right_about_the_centre()
    {
        Assert.Equal(new SKPoint(500 - 120, 400 - 25), weights.CentreOf(0, 0));
        Assert.Equal(new SKPoint(500 + 120, 400 + 25), weights.CentreOf(1, 3));
        Assert.Equal(new SKRect(340, 350, 660, 450), weights.Cells);
    }

    [Fact]
    public void The_transposed_grid_has_every_cell_at_its_mirrored_place()
    {
        var transposed = weights.Transposed(weights.Centre);
        Assert.Equal("2 × 4", weights.Shape);
        Assert.Equal("4 × 2", transposed.Shape);
        Assert.Equal(transposed.AtSlot(3, 1), transposed.CentreOf(3, 1));
        Assert.Equal(weights.Cells.Width / 80, transposed.Cells.Height / 50);
    }

    [Fact]
    public void A_layer_that_is_cut_has_a_gap_for_what_is_left_out()
    {
        var cut = MatrixAxis.Of(network, 3);
        Assert.Equal(
            (9, 4, "128 × 2"), (cut.Slots, cut.GapSlot, new MatrixGrid(cut, MatrixAxis.Of(network, 2), default, new(80, 50)).Shape));
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8], cut.Units.Select(cut.SlotOf));
    }
}
