using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A phase that holds the picture of the one before, and a page of words.</summary>
public class WaitAndTextTests
{
    static string Scene(string phases) => $$"""
        video: { fps: 20 }
        network: { layers: [2, 3, 2], seed: 7 }
        example: { input: [0.9, 0.1], target: [1, 0] }
        phases: [{{phases}}]

        """;

    static Frame At(Lesson lesson, double time) => lesson.FrameAt((int)Math.Round(time * 20));

    [Theory]
    [InlineData("forward: 6s", "loss: 4s")]
    [InlineData("formula: { duration: 6s, source: x }", "forward: 4s")]
    [InlineData("forward: 6s", "question: { duration: 8s, text: a, answer: b }")]
    public void The_picture_stays_and_then_goes_as_it_would_have_gone(string held, string next)
    {
        var plain = Lessons.Make(Scene($"{held}, {next}"));
        var waiting = Lessons.Make(Scene($"{held}, wait: 5s, {next}"));
        // Until all is shown nothing is different.
        Assert.Equal(At(plain, 3), At(waiting, 3));
        // One picture, from when all is shown until what the phase has left to do.
        var shown = waiting.FrameAt(waiting.Chapters[0].CompleteFrame);
        Assert.Equal(At(waiting, 7).Items.AsEnumerable(), At(waiting, 10).Items);
        Assert.Equal(shown.Items.Length, At(waiting, 8).Items.Length);
        // Its end, and all that follows, five seconds later.
        Assert.Equal(At(plain, 5.95).Items.AsEnumerable(), At(waiting, 10.95).Items);
        Assert.Equal(At(plain, 6).Items.AsEnumerable(), At(waiting, 11).Items);
        Assert.Equal(At(plain, 8).Items.AsEnumerable(), At(waiting, 13).Items);
        Assert.Equal((6.0, 5.0), (waiting.Chapters[1].Interval.Start, waiting.Chapters[1].Interval.Duration));
    }

    [Fact]
    public void Two_that_wait_hold_one_picture()
    {
        var one = Lessons.Make(Scene("forward: 6s, wait: 5s, loss: 4s"));
        var two = Lessons.Make(Scene("forward: 6s, wait: 2s, wait: { duration: 3s, name: more }, loss: 4s"));
        for (var time = 0.0; time < 15; time += 0.25) Assert.Equal(At(one, time).Items.AsEnumerable(), At(two, time).Items);
    }

    [Fact]
    public void A_caption_of_its_own_stands_in_the_place_of_the_others()
    {
        var lesson = Lessons.Make(Scene("forward: { duration: 6s, caption: going }, wait: { duration: 5s, caption: look }, loss: 4s"));
        string CaptionAt(double time) =>
            string.Concat(At(lesson, time).Items.OfType<TextLine>().Where(line => line.Role == RoleOf.Caption).Select(line => line.Text));
        Assert.Equal("going", CaptionAt(3));
        Assert.Equal("look", CaptionAt(8));
    }

    [Theory]
    [InlineData("wait: 3s, forward", "s.yaml:4:10: error: wait: there is no picture to hold before the first phase")]
    [InlineData("forward, wait: { title: a }", "s.yaml:4:34: error: title: the heading is that of the phase before")]
    public void What_cannot_wait_is_told(string phases, string problem) => Assert.StartsWith(
        problem, Assert.Single(SceneReader.Parse(Scene(phases), "s.yaml", []).Diagnostics).ToString());

    [Fact]
    public void A_page_comes_paragraph_by_paragraph_and_stays()
    {
        var lesson = Lessons.Make(Scene("text: { duration: 10s, heading: Why, text: [one line, 'and $x^2$ *more*'] }"));
        string[] WordsAt(double time) =>
            [.. At(lesson, time).Items.OfType<TextLine>().Where(line => line.Color.Alpha > 200).Select(line => line.Text.Trim())];
        Assert.DoesNotContain("one line", WordsAt(0.5));
        Assert.Contains("one line", WordsAt(5));
        Assert.DoesNotContain("more", WordsAt(5));
        Assert.Superset(new HashSet<string> { "Why", "one line", "and", "more" }, WordsAt(9.9).ToHashSet());
        Assert.Contains(At(lesson, 9.9).Items.OfType<FormulaText>(), formula => formula.Source == @"\textstyle x^2");
    }
}
