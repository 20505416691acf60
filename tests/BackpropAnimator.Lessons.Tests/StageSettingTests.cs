using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

public class StageSettingTests
{
    static readonly Lesson flagship = Lessons.Make(Lessons.Flagship);

    static IEnumerable<Disc> Units(int frame) => flagship.FrameAt(frame).Items.OfType<Disc>().Where(disc => disc.Radius > 30);

    static float RadiusAtEndOf(string phase) => Units(flagship.Chapter(phase).EndFrame - 1).Max(disc => disc.Radius);

    static IEnumerable<int> FramesFrom(string first, string last) =>
        Enumerable.Range(flagship.Chapter(first).FirstFrame, flagship.Chapter(last).EndFrame - flagship.Chapter(first).FirstFrame);

    [Fact]
    public void The_network_is_the_larger_the_less_stands_around_it()
    {
        Assert.True(RadiusAtEndOf("forward") > 1.08f * RadiusAtEndOf("loss"));
        Assert.True(RadiusAtEndOf("intro") > 1.1f * RadiusAtEndOf("forward"));
    }

    [Fact]
    public void The_network_is_carried_from_place_to_place_and_never_jumps()
    {
        var outputs = FramesFrom("forward", "weight_update").Select(n => Units(n).MaxBy(disc => disc.Centre.X)!.Centre).ToList();

        Assert.True((outputs[0] - outputs[^1]).Length > 200);
        Assert.All(outputs.Zip(outputs.Skip(1)), step => Assert.InRange((step.Second - step.First).Length, 0, 40));
    }

    [Fact]
    public void The_loss_card_and_the_ways_into_it_are_not_there_before_there_is_a_loss()
    {
        foreach (var n in FramesFrom("intro", "forward").Where(n => n % 5 == 0))
        {
            Assert.DoesNotContain(flagship.FrameAt(n).Items.OfType<TextLine>(), text => text.Text == "Loss L");
            // A way into the card has a bend; no other line of many points is here.
            Assert.DoesNotContain(flagship.FrameAt(n).Items.OfType<Polyline>(), line => line.Points.Span.Length > 10);
        }
    }

    [Fact]
    public void The_panel_stays_open_from_the_first_formula_to_the_last()
    {
        var layout = StageLayout.For(1920, 1080);
        var panels = FramesFrom("loss", "weight_update").Select(n => PanelOf(flagship.FrameAt(n))).ToList();

        Assert.All(panels, panel => Assert.Equal((layout.Formula.Bottom, 255), (panel.Area.Bottom, panel.Alpha)));
        Assert.All(FramesFrom("loss", "backward"), n => Assert.Equal(layout.Formula, PanelOf(flagship.FrameAt(n)).Area));
        Assert.Equal(layout.LargeFormula, PanelOf(flagship.FrameAt(flagship.Chapter("chain_rule").CompleteFrame)).Area);
        // It grows and shrinks without a jump.
        Assert.All(panels.Zip(panels.Skip(1)), pair => Assert.InRange(pair.Second.Area.Top - pair.First.Area.Top, -3, 3));

        static (SKRect Area, int Alpha) PanelOf(Frame frame)
        {
            var panel = frame.Items.OfType<Panel>().MaxBy(panel => panel.Rect.Width)!;
            return (panel.Rect, panel.Fill.Alpha);
        }
    }

    [Fact]
    public void What_burns_throws_sparks_that_drift_and_go_out_and_never_jump()
    {
        var chapter = flagship.Chapter("backward");
        var frames = Enumerable.Range(chapter.FirstFrame + chapter.EndFrame - chapter.FirstFrame - 300, 200).Select(Sparks).ToList();

        Assert.All(frames, sparks => Assert.InRange(sparks.Count, 10, 120));
        foreach (var (before, after) in frames.Zip(frames.Skip(1)))
            // A spark that nobody was near is only now lit, or has gone out.
            Assert.All(
                after.Where(spark => before.Min(other => (other.Centre - spark.Centre).Length) > 4),
                spark => Assert.InRange(spark.Color.Alpha, 0, 40));
        Assert.Empty(Sparks(flagship.Chapter("loss").EndFrame - 1));

        static List<Glow> Sparks(int n) => [.. flagship.FrameAt(n).Items.OfType<Glow>().Where(glow => glow.Role == RoleOf.Spark)];
    }

    [Theory]
    [InlineData("forward, loss, forward, chain_rule")]
    [InlineData("forward, loss, forward, backward")]
    [InlineData("forward, loss, backward, forward, weight_update")]
    public void A_loss_that_a_forward_pass_has_folded_away_comes_back_for_a_phase_that_needs_it(string phases)
    {
        var lesson = Lessons.Through(phases.Split(", "));
        var (start, end) = (lesson.Chapters[^1].FirstFrame, lesson.Chapters[^1].EndFrame - 1);

        Assert.DoesNotContain(lesson.FrameAt(start).Items.OfType<TextLine>(), text => text.Text == "Loss L");
        Assert.Contains(lesson.FrameAt(end).Items.OfType<TextLine>(), text => text.Text == "Loss L");
        Assert.Equal([], LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("story")]
    [InlineData("transpose")]
    [InlineData("glass-box-xor")]
    [InlineData("formulas")]
    public void No_frame_around_the_border_of_two_phases_shows_the_title_alone(string name)
    {
        var lesson = new Lesson(ShippedLesson.Read(name), Lessons.Fonts);
        foreach (var chapter in lesson.Chapters.Skip(1))
            for (var n = chapter.FirstFrame - 3; n < chapter.FirstFrame + 12; n++)
                Assert.True(
                    lesson.FrameAt(n).Items.Any(item => item is not TextLine && IsVisible(item)), $"{name}, {chapter.Kind}, frame {n}");

        static bool IsVisible(DrawItem item) => item switch
        {
            Panel panel => panel.Fill.Alpha > 12 || panel.Border.Alpha > 12,
            Disc disc => disc.Color.Alpha > 12,
            FormulaText formula => formula.Style.Opacity > 0.05,
            Line line => line.Color.Alpha > 12,
            RasterImage => true,
            _ => false,
        };
    }
}
