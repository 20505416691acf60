using BackpropAnimator.Drawing;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>δ times aᵀ: every cell is the product of what stands at its left and above it, and all together have the shape of W.</summary>
public class OuterProductPhaseTests
{
    static readonly string scene = """
        network: { layers: [3, 4, 2], seed: 724 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        phases: [forward: 2s, loss: 2s, outer_product: 16s]
        """;

    static readonly Lesson lesson = Lessons.Make(scene, "video.fps=30");
    static readonly LearningStep step = new LessonNumbers(Lessons.Read(scene)).Step;
    static readonly NetworkLayout network = MatrixRoom.Of(new LessonStage(Lessons.Read(scene), Lessons.Fonts), 2).Network.Layout;
    static readonly Chapter chapter = lesson.Chapter("outer_product");
    static readonly Frame end = lesson.FrameAt(chapter.EndFrame - 1);

    [Fact]
    public void The_column_is_delta_the_row_is_the_activations_and_the_cells_are_the_traces_gradients()
    {
        var columns = CellOnScreen.ColumnsIn(end);
        var layer = step.Backward.Layers[1];

        Assert.Equal(5, columns.Count);
        Assert.Equal(layer.Delta.Select(d => Numbers.Signed(d)), columns[0].Select(c => c.Text));
        for (var i = 0; i < 4; i++)
            Assert.Equal(
                [
                    Numbers.Value(step.Forward.ActivationsOf(1)[i]), Numbers.Signed(layer.WeightGradient[0, i]),
                    Numbers.Signed(layer.WeightGradient[1, i]), .. step.Before.Layers[1].Weights.Column(i).Select(w => Numbers.Value(w)),
                ],
                columns[i + 1].Select(c => c.Text));
    }

    [Fact]
    public void Every_cell_is_the_product_of_the_numbers_beside_and_above_it()
    {
        var columns = CellOnScreen.ColumnsIn(end);
        for (var i = 1; i < columns.Count; i++)
            for (var j = 0; j < 2; j++)
            {
                var product = Of(columns[0][j].Text) * Of(columns[i][0].Text);
                // Two decimals of a and three of δ.
                Assert.Equal(product, Of(columns[i][j + 1].Text), 0.0005 + 0.005 * Math.Abs(Of(columns[0][j].Text)) + 0.0005);
            }

        static double Of(string text) => WrittenNumber.In(text).Single().Value;
    }

    [Fact]
    public void Cells_fill_one_after_the_other_and_the_first_is_written_out()
    {
        var filled = chapter.Frames(1).Select(n => CellOnScreen.In(lesson.FrameAt(n)).Count).ToList();
        Assert.Equal(filled.Take(filled.IndexOf(filled.Max())).Order(), filled.Take(filled.IndexOf(filled.Max())));
        Assert.True(filled.Distinct().Count() > 8, string.Join(' ', filled.Distinct()));

        var layer = step.Backward.Layers[1];
        var numbers = chapter.Frames(1).SelectMany(n => lesson.FrameAt(n).Items.OfType<FormulaText>()).Select(f => f.Source).Distinct()
            .Single(s => s.Contains(@"\cdot", StringComparison.Ordinal)) is var working ? WrittenNumber.In(working).ToList() : [];
        Assert.Equal(3, numbers.Count);
        Assert.True(numbers[0].StandsFor(layer.Delta[0]) && numbers[1].StandsFor(step.Forward.ActivationsOf(1)[0])
            && numbers[2].StandsFor(layer.WeightGradient[0, 0]));
    }

    [Fact]
    public void The_shape_of_the_gradients_is_the_shape_of_W()
    {
        var shapes = end.Items.OfType<TextLine>().Where(t => t.Text.Contains('×', StringComparison.Ordinal)).OrderBy(t => t.Position.X)
            .Select(t => t.Text);
        Assert.Equal(["2 × 1", "1 × 4", "2 × 4", "2 × 4"], shapes);
    }

    [Fact]
    public void Cells_are_large_and_W_wears_the_tints_of_its_units()
    {
        var plates = end.Items.OfType<Panel>().Where(panel => panel.Role == RoleOf.MatrixCell).ToList();
        Assert.All(plates, plate => Assert.True(plate.Rect is { Width: >= 150, Height: >= 90 }, $"{plate.Rect.Size}"));
        var weights = step.Before.Layers[1].Weights;
        Assert.Equal(
            from row in Enumerable.Range(0, 2)
            from column in Enumerable.Range(0, 4)
            select RowTints.Ground(Palette.Dark, row, weights[row, column]),
            plates.TakeLast(8).Select(plate => plate.Fill));
    }

    [Fact]
    public void An_edge_shines_in_the_colour_of_its_gradients_sign()
    {
        foreach (var edge in network.EdgesAfter(1))
        {
            var (from, to) = network.Ends(edge);
            var colors = chapter.Frames(1).SelectMany(n => Light.MovingBeams(lesson.FrameAt(n))).Where(b => b.From == from && b.To == to)
                .Select(b => b.Color.WithAlpha(255)).Distinct();
            Assert.Equal([step.GradientOf(edge) < 0 ? Palette.Dark.Negative : Palette.Dark.Positive], colors);
        }
    }
}
