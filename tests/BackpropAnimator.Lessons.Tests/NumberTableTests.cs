using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

public class NumberTableTests
{
    static readonly LessonStage stage = new(Lessons.Read(Lessons.Flagship), Lessons.Fonts);
    static readonly SKRect area = new(100, 200, 900, 600);

    [Fact]
    public void Numbers_of_a_column_end_at_the_same_place()
    {
        var texts = Draw([new("Hidden 1", ["−0.25", "1.00"]), new("Hidden 2", ["12.50", "0.75"])]).Items.OfType<TextLine>().ToList();
        var ends = texts.Where(t => t.Align == SKTextAlign.Right).GroupBy(t => t.Position.X).ToList();
        Assert.Equal(2, ends.Count);
        Assert.All(ends, column => Assert.Equal(2, column.Count()));
    }

    [Fact]
    public void A_number_that_changes_lights_up_and_stays_where_it_is()
    {
        var before = Draw([new("", ["0.25", "1.00"])]);
        var after = Draw([new("", [new("0.31") { Tint = 1 }, "1.00"])]);
        Assert.Empty(before.Items.OfType<Panel>());
        var plate = Assert.Single(after.Items.OfType<Panel>()).Rect;
        var (old, now) = (Number(before, "0.25"), Number(after, "0.31"));
        Assert.Equal(old.Position, now.Position);
        var ink = now.Bounds(Lessons.Fonts);
        Assert.True(plate.Left < ink.Left && plate.Right > ink.Right && plate.Top < ink.Top && plate.Bottom > ink.Bottom);
    }

    [Fact]
    public void A_right_answer_is_ticked_and_a_wrong_one_crossed()
    {
        Assert.Single(Draw([new("", ["0.25", new("") { Sign = CellSign.Right }])]).Items.OfType<Polyline>());
        Assert.Equal(
            2, Draw([new("", ["0.25", new("") { Sign = CellSign.Wrong }])]).Items.OfType<Line>().Count(l => l.Role == RoleOf.WrongSign));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(620)]
    [InlineData(1200)]
    public void Columns_keep_inside_their_area_and_apart(float width)
    {
        var narrow = new SKRect(100, 200, 100 + width, 700);
        var table = new NumberTable(
            stage, narrow, "Sample 3 of 4", ["Hidden 1"], [new("w_1", "−0.00"), new("w_2", "−0.00"), new("b", "−0.00")], rows: 4);
        var frame = new FrameBuilder(stage.Layout.Size, Backdrop.Of(stage.Palette));
        table.Draw(frame, [.. Enumerable.Range(0, 4).Select(i => new TableRow($"Hidden {i + 1}", ["−1.25", "−1.25", "−1.25"]))], 1);
        Assert.True(table.Right <= narrow.Right + 1);
        Assert.Empty(new FrameText(frame.ToFrame(), Lessons.Fonts).Problems(narrow));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(500, false)]
    [InlineData(620, true)]
    [InlineData(660, true)]
    [InlineData(900, true)]
    public void Columns_that_fit_stand_clear_of_each_other(float width, bool fits)
    {
        ImmutableArray<TableColumn> columns = [.. Enumerable.Range(1, 5).Select(i => new TableColumn($"w_{i}", "−0.000"))];
        var room = new SKRect(100, 200, 100 + width, 500);
        Assert.Equal(fits, NumberTable.Fits(stage, room, ["Hidden 1"], columns, isNarrow: true));
        if (!fits) return;

        var frame = new FrameBuilder(stage.Layout.Size, Backdrop.Of(stage.Palette));
        new NumberTable(stage, room, "", ["Hidden 1"], columns, rows: 4)
            .Draw(frame, [new("Hidden 1", ["−1.234", "−2.345", "−3.456", "−4.567", "−5.678"])], 1);
        var inks = frame.ToFrame().Items.OfType<TextLine>().Select(t => t.Bounds(Lessons.Fonts)).OrderBy(ink => ink.Left).ToList();
        Assert.All(inks.Zip(inks.Skip(1)), pair => Assert.True(pair.Second.Left - pair.First.Right > 9, $"{pair}"));
    }

    static Frame Draw(IReadOnlyList<TableRow> rows)
    {
        var table = new NumberTable(
            stage, area, "", rows.Select(r => r.Name), [new("a", "−0.00"), new("b", "−0.00") { StartsGroup = true }], rows.Count);
        var frame = new FrameBuilder(stage.Layout.Size, Backdrop.Of(stage.Palette));
        table.Draw(frame, rows, 1);
        return frame.ToFrame();
    }

    static TextLine Number(Frame frame, string text) => frame.Items.OfType<TextLine>().Single(t => t.Text == text);
}
