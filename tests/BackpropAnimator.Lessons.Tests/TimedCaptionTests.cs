using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Several captions of a phase, and what stands between their words.</summary>
public class TimedCaptionTests
{
    static string Scene(string options) => $$"""
        network: { layers: [2, 2, 1], seed: 7 }
        example: { input: [0.9, 0.1], target: [1] }
        phases:
          - forward: { duration: 10s, {{options}} }
          - loss: 6s

        """;

    // What can be read at a time, and how much of it there is.
    static (string Words, int Alpha) CaptionAt(Lesson lesson, double time)
    {
        var items = lesson.FrameAt((int)(time * lesson.Rate.FramesPerSecond)).Items.Where(item => item.Role == RoleOf.Caption).ToArray();
        var words = items.Select(item => item is TextLine line ? line.Text : ((FormulaText)item).Source);
        return (string.Concat(words), items.OfType<TextLine>().FirstOrDefault()?.Color.Alpha ?? 0);
    }

    [Fact]
    public void Each_is_there_from_its_time_until_the_next()
    {
        var lesson = Lessons.Make(Scene("captions: [{ at: 0, text: one }, { at: 30%, text: two }, { at: 8s, text: three }]"));
        Assert.Equal(("one", 255), CaptionAt(lesson, 1.5));
        Assert.Equal(("two", 255), CaptionAt(lesson, 5));
        Assert.Equal(("three", 255), CaptionAt(lesson, 9));
        Assert.Equal(("", 0), CaptionAt(lesson, 11));
        // One has gone before the next has come: there are never two at once.
        Assert.True(CaptionAt(lesson, 2.95).Alpha < 128 && CaptionAt(lesson, 3.05).Alpha < 128);
        Assert.Equal("two", CaptionAt(lesson, 3.05).Words);
    }

    [Fact]
    public void A_first_one_that_comes_later_leaves_the_row_empty_until_then()
    {
        var lesson = Lessons.Make(Scene("captions: [{ at: 50%, text: late }]"));
        Assert.Equal(("", 0), CaptionAt(lesson, 4.9));
        Assert.Equal(("late", 255), CaptionAt(lesson, 6));
    }

    [Fact]
    public void One_comes_with_a_moment_of_its_phase_and_so_on_its_mark_where_something_is_said()
    {
        var scene = Lessons.Read(Scene(
            "captions: [{ at: 0, text: one }, { at: '{arrive}', text: two }, { at: '{arrive 2}', text: three }]"));
        var silent = new Lesson(scene, Lessons.Fonts);
        Assert.Equal(
            [0, .. silent.MomentsIn(0).Where(moment => moment.Name == "arrive").Select(moment => moment.Time)],
            silent.CaptionsIn(0).Select(caption => caption.Start));
        var spoken = new Lesson(scene, Lessons.Fonts, narration: new(
            [new SpokenPart("none.wav", 14, [new("arrive", 3), new("arrive", 9)], []), null]));
        Assert.Equal([0, 3.3, 9.3], spoken.CaptionsIn(0).Select(caption => Math.Round(caption.Start, 9)));
        Assert.Equal(("one", "two", "three"), (
            CaptionAt(spoken, 2).Words, CaptionAt(spoken, 3.4).Words, CaptionAt(spoken, 9.4).Words));
    }

    [Fact]
    public void Those_that_come_with_moments_come_in_their_order()
    {
        var lesson = Lessons.Make(Scene("captions: [{ at: '{arrive 2}', text: a }, { at: '{arrive}', text: b }]"));
        Assert.Matches(
            @"^s\.yaml:4:79: error: at: \{arrive\} is at \d\.\d s, no later than the caption before, at \d\.\d s",
            Assert.Single(MarkCheck.Run(lesson)).ToString());
    }

    [Theory]
    [InlineData("caption: a, captions: [{ at: 0, text: b }]", "s.yaml:4:40: error: caption: the phase has captions too")]
    [InlineData("captions: [{ at: 2s, text: a }, { at: 10%, text: b }]", "s.yaml:4:69: error: at: 10% is no later than the caption before")]
    [InlineData("captions: [{ at: '{wave}', text: a }]", "s.yaml:4:48: error: at: 'forward' has no moment 'wave'")]
    [InlineData("captions: [{ at: 12s, text: a }]", "s.yaml:4:48: error: at: 12s is not within the phase, which lasts 10s")]
    [InlineData("captions: [{ at: soon, text: a }]", "s.yaml:4:48: error: at: expected a time in the phase such as 20% or 3s")]
    public void Times_that_cannot_be_are_told(string options, string problem)
    {
        var text = Scene(options);
        var result = SceneReader.Parse(text, "s.yaml", []);
        Assert.StartsWith(problem, Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public void One_that_is_gone_too_soon_is_told_at_its_place()
    {
        var lesson = Lessons.Make(Scene(
            "captions: [{ at: 0, text: fine }, { at: 90%, text: This is gone before anybody has read it to its end }]"));
        var problem = Assert.Single(PaceCheck.Run(lesson));
        Assert.Equal((4, 82), (problem.Position.Line, problem.Position.Column));
        Assert.StartsWith("caption: 50 characters take 2.9 s to read", problem.Message);
    }

    [Fact]
    public void Words_formulas_and_stress_stand_side_by_side()
    {
        var lesson = Lessons.Make(Scene(@"caption: 'move $w$ by *minus* $\eta \, \partial L$'"));
        var items = lesson.FrameAt((int)(5 * lesson.Rate.FramesPerSecond)).Items.Where(item => item.Role == RoleOf.Caption).ToArray();
        Assert.Equal(["move ", " by ", "minus", " "], items.OfType<TextLine>().Select(line => line.Text));
        Assert.Equal(
            [@"\textstyle w", @"\textstyle \eta \, \partial L"], items.OfType<FormulaText>().Select(formula => formula.Source));
        Assert.Single(items.Select(item => item is TextLine line ? line.Position.Y : ((FormulaText)item).Origin.Y).Distinct());
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
    }

    [Theory]
    [InlineData(@"caption: 'ab $\frac{1}$ c'", 53, "caption: at column 9 of the formula: ")]
    [InlineData("caption: 'ab $損$ c'", 45, "caption: at column 1 of the formula: the font has no '損'")]
    [InlineData("captions: [{ at: 0, text: 'ab $x', }]", 61, "text: this $ has no partner, and is shown as it is")]
    [InlineData("caption: 'two *stars'", 45, "caption: this * has no partner, and is shown as it is")]
    [InlineData("caption: '梯 *度*'", 41, "caption: no font has '梯' (U+68AF, Han), nor '度'")]
    public void What_is_wrong_with_one_is_told_at_its_column(string options, int column, string problem)
    {
        var told = Assert.Single(LessonChecks.Run(Lessons.Read(Scene(options)), Lessons.Fonts));
        Assert.StartsWith(problem, told.Message);
        Assert.Equal((4, column), (told.Position.Line, told.Position.Column));
    }
}
