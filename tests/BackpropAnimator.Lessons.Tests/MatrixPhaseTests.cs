using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The transposed matrix: its cells, their edges, and what it makes of δ.</summary>
public class MatrixPhaseTests
{
    const int Rows = 2, Columns = 4;

    static readonly string scene = $$"""
        network: { layers: [3, {{Columns}}, {{Rows}}], seed: 724 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        phases: [forward: 2s, loss: 2s, matrix: 22s]
        """;

    static readonly Lesson lesson = Lessons.Make(scene, "video.fps=30");
    static readonly LearningStep step = new LessonNumbers(Lessons.Read(scene)).Step;
    static readonly NetworkLayout network = MatrixRoom.Of(new LessonStage(Lessons.Read(scene), Lessons.Fonts), 2).Network.Layout;
    static readonly Chapter chapter = lesson.Chapter("matrix");

    static List<CellOnScreen> CellsIn(Frame frame) => CellOnScreen.In(frame);

    static List<List<CellOnScreen>> InColumns(Frame frame) => CellOnScreen.ColumnsIn(frame);

    static Matrix<double> Weights => step.Before.Layers[1].Weights;

    [Fact]
    public void W_stands_as_it_is_before_its_rows_stand_up()
    {
        var cells = InColumns(FrameAt(0.2));
        Assert.Equal(Columns, cells.Count);
        for (var column = 0; column < Columns; column++)
            Assert.Equal(Weights.Column(column).Select(v => Numbers.Value(v)), cells[column].Select(c => c.Text));
    }

    [Fact]
    public void The_transposed_matrix_has_every_number_and_shade_at_its_mirrored_place()
    {
        var (before, after) = (InColumns(FrameAt(0.2)), InColumns(FrameAt(0.37)));
        Assert.Equal(Rows, after.Count);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
                Assert.Equal((before[column][row].Text, before[column][row].Fill), (after[row][column].Text, after[row][column].Fill));
    }

    [Fact]
    public void All_cells_are_mirrored_at_once_and_none_jumps()
    {
        var last = PlatesIn(FrameAt(0.2));
        var (moved, first, movingAtOnce) = (new float[Rows * Columns], last, 0);
        for (var frame = FrameNumber(0.2); frame < FrameNumber(0.37); frame++)
        {
            var now = PlatesIn(lesson.FrameAt(frame));
            Assert.Equal(last.Select(plate => plate.Fill), now.Select(plate => plate.Fill));
            var steps = last.Zip(now, (old, here) => (Middle(old) - Middle(here)).Length).ToList();
            Assert.All(steps, step => Assert.True(step < 30, $"{step} in frame {frame}"));
            for (var i = 0; i < moved.Length; i++) moved[i] += steps[i];
            movingAtOnce = Math.Max(movingAtOnce, steps.Count(step => step > 0.5));
            last = now;
        }
        // Those on the diagonal stay; an arc is hardly longer than the straight way.
        Assert.Equal(Rows * Columns - Math.Min(Rows, Columns), movingAtOnce);
        Assert.Equal(2, moved.Count(way => way < 1));
        foreach (var (way, old, here) in moved.Zip(first, last)) Assert.True(way <= 1.35f * (Middle(old) - Middle(here)).Length + 1);
    }

    [Fact]
    public void The_diagonal_is_drawn_before_anything_is_mirrored_and_every_cell_lands_across_it()
    {
        var frames = chapter.Frames(1).Select(n => lesson.FrameAt(n)).ToList();
        var first = frames.FindIndex(frame => frame.Items.Any(item => item.Role == RoleOf.Diagonal));
        var start = PlatesIn(frames[first]);
        var moving = frames.FindIndex(first, frame => (Middle(PlatesIn(frame)[1]) - Middle(start[1])).Length > 1);
        Assert.InRange(moving - first, 12, 45);
        Assert.Contains(frames[moving].Items, item => item.Role == RoleOf.Diagonal);
        Assert.DoesNotContain(frames[^1].Items, item => item.Role == RoleOf.Diagonal);

        var (before, after) = (PlatesIn(FrameAt(0.2)), PlatesIn(FrameAt(0.37)));
        var (corner, size) = (new SKPoint(before[0].Rect.Left, before[0].Rect.Top), before[0].Rect.Size);
        foreach (var (old, here) in before.Zip(after))
        {
            Assert.Equal((old.Rect.Left - corner.X) / size.Width, (here.Rect.Top - corner.Y) / size.Height, 0.15f);
            Assert.Equal((old.Rect.Top - corner.Y) / size.Height, (here.Rect.Left - corner.X) / size.Width, 0.15f);
        }
    }

    [Fact]
    public void The_brackets_stay_while_the_matrix_is_mirrored()
    {
        for (var frame = FrameNumber(0.2); frame < FrameNumber(0.45); frame++)
            Assert.Equal(2, lesson.FrameAt(frame).Items.Count(item => item.Role == RoleOf.Bracket && ((Polyline)item).Color.Alpha > 240));
    }

    [Fact]
    public void A_row_wears_the_tint_of_the_unit_that_its_edges_lead_to_and_so_do_these()
    {
        var frame = FrameAt(0.18);
        var plates = PlatesIn(frame);
        for (var row = 0; row < Rows; row++)
        {
            var tint = Palette.Dark.Classes[row];
            for (var column = 0; column < Columns; column++)
            {
                var edge = new Edge(1, column, row);
                var (from, to) = network.Ends(edge);
                Assert.Contains(
                    Light.MovingBeams(frame), beam => beam.From == from && beam.To == to && beam.Color.WithAlpha(255) == tint);
                var fill = plates[row * Columns + column].Fill;
                Assert.Equal(RowTints.Ground(Palette.Dark, row, Weights[row, column]), fill);
            }
        }
    }

    [Fact]
    public void Cells_are_large()
    {
        Assert.All(PlatesIn(FrameAt(0.2)), plate => Assert.True(plate.Rect is { Width: >= 155, Height: >= 105 }, $"{plate.Rect.Size}"));
        Assert.All(PlatesIn(FrameAt(0.99)), plate => Assert.True(plate.Rect is { Width: >= 120, Height: >= 105 }, $"{plate.Rect.Size}"));
    }

    static List<Panel> PlatesIn(Frame frame) => [.. frame.Items.OfType<Panel>().Where(panel => panel.Role == RoleOf.MatrixCell)];

    static SKPoint Middle(Panel panel) => new(panel.Rect.MidX, panel.Rect.MidY);

    [Fact]
    public void Each_cell_shines_with_its_edge()
    {
        var tie = Enumerable.Range(FrameNumber(0), FrameNumber(0.2) - FrameNumber(0)).ToList();
        foreach (var edge in network.EdgesAfter(1))
        {
            var (from, to) = network.Ends(edge);
            var text = Numbers.Value(Weights[edge.To, edge.From]);
            var edgeShines =
                Middle(n => Bright(Light.MovingBeams(lesson.FrameAt(n)).Where(b => b.From == from && b.To == to).Select(b => b.Color)));
            var cellShines = Middle(n => Bright(CellsIn(lesson.FrameAt(n)).Where(c => c.Text == text).Select(c => c.Border)));
            // A tenth of a second: the cell is still coming when its edge begins to shine.
            Assert.Equal(edgeShines, cellShines, 3.0);
        }

        // An edge keeps the tint of its row afterwards.
        int Bright(IEnumerable<SKColor> colors) => colors.Where(color => color.Alpha > 100).Sum(color => color.Alpha);

        double Middle(Func<int, int> light) => tie.Sum(n => (double)n * light(n)) / tie.Sum(light);
    }

    [Fact]
    public void At_the_end_the_product_the_slopes_and_delta_are_the_traces()
    {
        var columns = InColumns(FrameAt(0.99));
        var (next, here) = (step.Backward.Layers[1], step.Backward.Layers[0]);

        Assert.Equal(Rows + 4, columns.Count);
        Assert.Equal(next.Delta.Select(v => Numbers.Signed(v)), columns[Rows].Select(c => c.Text));
        Assert.Equal((Weights.Transpose() * next.Delta).Select(v => Numbers.Signed(v)), columns[Rows + 1].Select(c => c.Text));
        Assert.Equal(here.Slope.Select(v => Numbers.Fine(v)), columns[Rows + 2].Select(c => c.Text));
        Assert.Equal(here.Delta.Select(v => Numbers.Signed(v)), columns[Rows + 3].Select(c => c.Text));
    }

    [Fact]
    public void Every_share_on_an_edge_is_its_weight_times_delta()
    {
        var seen = chapter.Frames(1).SelectMany(n => lesson.FrameAt(n).Items.OfType<TextLine>())
            .Where(t => t.Color.WithAlpha(255) == Palette.Dark.Backward && t.Color.Alpha > 200).Select(t => (t.Text, t.Position))
                .ToHashSet();
        foreach (var edge in network.EdgesAfter(1))
            Assert.Contains(
                (Numbers.Signed(Weights[edge.To, edge.From] * step.Backward.Layers[1].Delta[edge.To]), network.LabelPoint(edge)), seen);
    }

    [Fact]
    public void A_sum_is_never_shown_before_it_is_whole()
    {
        var whole = (Weights.Transpose() * step.Backward.Layers[1].Delta).Select(v => Numbers.Signed(v)).ToHashSet();
        var shown = chapter.Frames(1)
            .SelectMany(n => CellsIn(lesson.FrameAt(n)).Where(c => c.TextColor.WithAlpha(255) == Palette.Dark.FactorError))
            .Select(c => c.Text).ToHashSet();
        Assert.Equal(whole.Order(), shown.Order());
    }

    [Fact]
    public void The_shares_that_make_a_sum_stand_on_their_edges_when_it_comes()
    {
        var first = chapter.Frames(1).First(n => CellsIn(lesson.FrameAt(n))
            .Exists(c => c.TextColor.WithAlpha(255) == Palette.Dark.FactorError && c.TextColor.Alpha > 240));
        var texts = lesson.FrameAt(first).Items.OfType<TextLine>().Where(t => t.Color.Alpha > 240).Select(t => t.Text).ToHashSet();
        Assert.Superset(network.EdgesAfter(1).Select(edge => Numbers.Signed(step.CarriedBack(edge))).ToHashSet(), texts);
        Assert.Contains("w · δ", texts);
    }

    [Fact]
    public void Light_travels_from_the_layer_to_the_one_before()
    {
        var heads = chapter.Frames(1)
            .Select(n => lesson.FrameAt(n).Items.OfType<Comet>().Select(c => c.Head.X).DefaultIfEmpty(float.NaN).Average()).ToList();
        var travels = heads.Zip(heads.Skip(1)).Where(pair => !float.IsNaN(pair.First) && !float.IsNaN(pair.Second)).ToList();
        Assert.NotEmpty(travels);
        Assert.All(travels, pair => Assert.True(pair.Second <= pair.First));
    }

    [Theory]
    [InlineData("3-4-2", "hidden")]
    [InlineData("3-2", null)]
    [InlineData("3-4-2", "ouput")]
    public void A_layer_that_hands_nothing_back_is_refused(string layers, string? layer)
    {
        var result = SceneReader.Parse(
            Lessons.Sized(layers, phases: ["forward", "loss", layer is null ? "matrix" : $"{{ matrix: {{ layer: {layer} }} }}"]), "s.yaml",
            []);
        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal((Severity.Error, 4), (problem.Severity, problem.Position.Line));
    }

    [Theory]
    [InlineData("1-1-1", "1920x1080")]
    [InlineData("2-2-1", "1080x1920")]
    [InlineData("5-8-8-3", "1920x1080")]
    [InlineData("5-8-8-3", "1080x1080")]
    [InlineData("10-10-10-10", "1920x1080")]
    [InlineData("10-10-10-10", "1080x1920")]
    [InlineData("784-128-10", "1920x1080")]
    public void Networks_of_every_size_are_well_set(string layers, string size)
    {
        var large = Lessons.Make(
            Lessons.Sized(layers, phases: ["forward", "loss", "matrix", "outer_product", "trace_weight", "sweep"]), $"video.size={size}");
        var problems = LayoutCheck.Run(large, Lessons.Fonts);
        Assert.True(
            problems.IsEmpty,
            string.Join(
                '\n', problems.Select(p => FormattableString.Invariant($"{large.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}"))));
    }

    static int FrameNumber(double share) => chapter.FirstFrame + (int)(share * (chapter.EndFrame - 1 - chapter.FirstFrame));

    static Frame FrameAt(double share) => lesson.FrameAt(FrameNumber(share));
}
