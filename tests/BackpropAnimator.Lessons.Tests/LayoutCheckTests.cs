using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What the layout check takes for a problem, and what not.</summary>
public class LayoutCheckTests
{
    static readonly SKRect safe = new(96, 54, 1824, 1044);
    static readonly Palette palette = Palette.Dark;

    [Fact]
    public void Texts_apart_are_no_problem() =>
        Assert.Empty(ProblemsOf(Text("first", 400, 300), Text("second", 400, 340)));

    [Fact]
    public void Overlapping_texts_are_found_with_the_size_of_what_they_share()
    {
        var problem = Assert.Single(ProblemsOf(Text("first", 400, 300), Text("second", 430, 306)));
        Assert.Equal((LayoutProblemKind.Overlap, "first", "second"), (problem.Kind, problem.First.Words, problem.Second!.Words));
        Assert.Matches("^'first' and 'second' overlap by [1-9][0-9]* × [1-9][0-9]* units$", problem.Message.ToString(null));
    }

    [Fact]
    public void A_formula_over_a_text_is_an_overlap() =>
        Assert.Equal(
            LayoutProblemKind.Overlap,
            Assert.Single(ProblemsOf(Text("Hidden 2", 400, 300), Formula(@"\frac{\partial L}{\partial w}", 440, 300))).Kind);

    [Fact]
    public void The_highlight_behind_a_part_of_a_formula_is_no_text()
    {
        var lifted = new FormulaText(
            @"\part{loss}{0.31}", new(400, 300), 40,
            new FormulaStyle(palette.Text).With("loss", new(palette.Error, Box: palette.Error.Faded(0.2))));
        var ink = lifted.Bounds(Lessons.Fonts);
        Assert.Empty(ProblemsOf(lifted, Text("beside", ink.Right - 1, 300)));
    }

    [Fact]
    public void A_text_on_a_plate_that_hides_the_one_below_is_no_problem() =>
        Assert.Empty(ProblemsOf(
            Text("0.31", 400, 300), new Panel(new(380, 270, 480, 310), 7, palette.Background.Faded(0.9)), Text("0.28", 400, 300)));

    [Fact]
    public void A_plate_that_hides_only_half_of_a_text_cuts_it()
    {
        var problem = Assert.Single(ProblemsOf(
            Text("0.3125", 400, 300), new Panel(new(430, 270, 530, 310), 7, palette.Background.Faded(0.9)), Text("0.28", 440, 300)));
        Assert.Equal((LayoutProblemKind.Cut, "0.3125"), (problem.Kind, problem.First.Words));
    }

    [Fact]
    public void A_text_across_a_panels_border_is_cut_and_one_within_is_not()
    {
        var panel = new Panel(new(300, 200, 600, 400), 18, palette.Panel, palette.PanelBorder, 2);
        Assert.Empty(ProblemsOf(panel, Text("well within", 320, 300)));
        Assert.Equal(LayoutProblemKind.Cut, Assert.Single(ProblemsOf(panel, Text("on its way out", 500, 300))).Kind);
    }

    [Fact]
    public void A_number_wider_than_its_unit_is_cut_and_one_that_fits_is_not()
    {
        var disc = new Disc(new(400, 300), 48, palette.NeuronFill);
        Assert.Empty(ProblemsOf(disc, Centred("0.31")));
        Assert.Equal(LayoutProblemKind.Cut, Assert.Single(ProblemsOf(disc, Centred("−123456.789"))).Kind);

        static TextLine Centred(string text) =>
            new(text, new(400, 300), 27, palette.Text, Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle);
    }

    [Theory]
    [InlineData(90, 300)]
    [InlineData(1790, 300)]
    [InlineData(400, 60)]
    [InlineData(400, 1060)]
    public void A_text_that_leaves_the_safe_area_is_found_on_every_side(float x, float y) =>
        Assert.Equal(LayoutProblemKind.OutsideSafeArea, Assert.Single(ProblemsOf(Text("across", x, y))).Kind);

    [Fact]
    public void A_label_under_22_units_is_too_small()
    {
        Assert.Empty(ProblemsOf(Text("small", 400, 300) with { Size = 22 }));
        Assert.Equal(LayoutProblemKind.TooSmall, Assert.Single(ProblemsOf(Text("smaller", 400, 300) with { Size = 21 })).Kind);
    }

    [Fact]
    public void Contrast_is_measured_against_what_lies_right_behind_the_text()
    {
        var faint = Text("faint", 400, 300) with { Color = new(0x50, 0x50, 0x60) };
        Assert.Equal(LayoutProblemKind.LowContrast, Assert.Single(ProblemsOf(faint)).Kind);
        Assert.Empty(ProblemsOf(new Panel(new(300, 200, 600, 400), 0, SKColors.White), faint));
    }

    [Fact]
    public void A_text_that_is_hardly_there_is_no_problem() =>
        Assert.Empty(ProblemsOf(Text("coming", 400, 300) with { Color = palette.Text.Faded(0.2) }, Text("going", 400, 300)));

    [Fact]
    public void A_problem_is_told_once_a_phase_with_the_time_when_it_is_first_seen()
    {
        // A colour of the scene's own that cannot be read on its ground.
        var lesson = Lessons.Make(Lessons.Sized("2-2-1", phases: ["intro", "forward"]), "theme.secondary_text=#202840");
        var problems = LayoutCheck.Run(lesson, Lessons.Fonts).Where(p => p.Kind == LayoutProblemKind.LowContrast).ToList();

        Assert.Equal(problems.Select(p => (p.Phase, p.Message)).Distinct().Count(), problems.Count);
        Assert.Equal([0, 1], problems.Select(p => p.Phase).Distinct());
        Assert.All(problems, p => Assert.InRange(p.Time, lesson.Chapters[p.Phase].Interval.Start, lesson.Chapters[p.Phase].Interval.End));
        Assert.Contains("#202840", problems[0].Message, StringComparison.Ordinal);
    }

    static List<Finding> ProblemsOf(params DrawItem[] items) =>
        [.. new FrameText(new(new(1920, 1080), Backdrop.Of(palette), [.. items]), Lessons.Fonts).Problems(safe)];

    static TextLine Text(string text, float x, float y) => new(text, new(x, y), 27, palette.Text, Face.Medium);

    static FormulaText Formula(string source, float x, float y) => new(source, new(x, y), 40, new(palette.Text));
}
