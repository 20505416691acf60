using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Cards: objectives one after the other, a question before its answer, sources in their order.</summary>
public class CardPhaseTests
{
    const string Asked = "What does a unit without slope do to gradients?", Answered = "It multiplies them by 0.";

    static Lesson Scene(string phases, params string[] overrides) => Lessons.Make($$"""
        network: { layers: [3, 4, 2], seed: 7 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        phases: [{{phases}}]
        """, overrides);

    static Lesson Question(string options = "pause: 4s") =>
        Scene($"{{ question: {{ duration: 12s, text: '{Asked}', answer: '{Answered}', {options} }} }}");

    // Lines of one paragraph, put together again.
    static string WordsOf(Frame frame, int least = 200) =>
        string.Join(' ', frame.Items.OfType<TextLine>().Where(t => t.Color.Alpha >= least).Select(t => t.Text));

    [Fact]
    public void Objectives_come_one_after_the_other_and_stay()
    {
        var lesson = Scene("{ objectives: [follow an error, say why, compute δ] }");
        var shown = Enumerable.Range(0, lesson.FrameCount - 30)
            .Select(n => new[]
            {
                "follow an error",
                "say why",
                "compute δ",
            }.Count(item => WordsOf(lesson.FrameAt(n)).Contains(item, StringComparison.Ordinal)))
            .ToList();

        Assert.Equal([0, 1, 2, 3], shown.Distinct());
        Assert.Equal(shown.Order(), shown);
    }

    [Fact]
    public void Each_objective_has_its_number_and_time_to_be_read()
    {
        string[] items = ["follow an error back through composed functions", "say why"];
        var lesson = Scene($"{{ objectives: {{ duration: 8s, items: [{string.Join(", ", items)}] }} }}");
        var comes = items.Select(item => Enumerable.Range(0, lesson.FrameCount)
            .First(n => WordsOf(lesson.FrameAt(n)).Contains(item, StringComparison.Ordinal))).ToList();

        Assert.Contains("1 follow an error", WordsOf(lesson.FrameAt(comes[1])), StringComparison.Ordinal);
        Assert.Contains("2 say why", WordsOf(lesson.FrameAt(comes[1])), StringComparison.Ordinal);
        Assert.True((comes[1] - comes[0]) / lesson.Rate.FramesPerSecond > 2, string.Join(", ", comes));
    }

    [Fact]
    public void The_answer_is_not_seen_before_the_pause_is_over()
    {
        var lesson = Question();
        var frames = Enumerable.Range(0, lesson.FrameCount).Select(lesson.FrameAt).ToList();
        var asked = frames.FindIndex(f => WordsOf(f).Contains(Asked, StringComparison.Ordinal));
        var answered = frames.FindIndex(f => WordsOf(f, least: 8).Contains(Answered, StringComparison.Ordinal));

        Assert.True((answered - asked) / lesson.Rate.FramesPerSecond > 4, $"{asked} {answered}");
    }

    [Fact]
    public void While_viewers_think_a_ring_runs_out()
    {
        var lesson = Question();
        var sweeps = Enumerable.Range(0, lesson.FrameCount).SelectMany(n => lesson.FrameAt(n).Items.OfType<Ring>())
            .Where(r => r.Sweep < 360).Select(r => r.Sweep).ToList();

        Assert.InRange(sweeps.Count / lesson.Rate.FramesPerSecond, 3.8, 4.05);
        Assert.Equal(sweeps.OrderDescending(), sweeps);
        Assert.True(sweeps[0] > 350 && sweeps[^1] < 10, $"{sweeps[0]} {sweeps[^1]}");
    }

    [Fact]
    public void The_question_stays_where_it_is_when_the_answer_comes()
    {
        var lesson = Question();
        var places = Enumerable.Range(60, lesson.FrameCount - 61).SelectMany(n => lesson.FrameAt(n).Items.OfType<TextLine>())
            .Where(t => t.Text.StartsWith("What does", StringComparison.Ordinal)).Select(t => (t.Position, t.Size));
        Assert.Single(places.Distinct());
    }

    [Fact]
    public void A_formula_follows_the_answer()
    {
        var lesson = Question(@"formula: '\part{delta}{\delta} = 0'");
        var formula = Assert.Single(lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<FormulaText>());
        var answer = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Last();

        Assert.Equal(@"\part{delta}{\delta} = 0", formula.Source);
        Assert.Equal(Palette.Dark.Backward, formula.Style.Parts["delta"]!.Color);
        Assert.True(formula.Bounds(Lessons.Fonts).Top > answer.Bounds(Lessons.Fonts).Bottom);
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Long_texts_stay_inside_their_card(string size)
    {
        var text = string.Concat(Enumerable.Repeat("every weight is told how much of the error it caused and which way to move ", 5));
        var lesson = Scene($"{{ question: {{ text: '{text}', answer: '{text}' }} }}", $"video.size={size}");
        var frame = lesson.FrameAt(lesson.FrameCount - 1);
        var card = frame.Items.OfType<Panel>().Single().Rect;

        Assert.All(
            frame.Items.OfType<TextLine>().Where(t => t.Text.Length > 20),
            t => Assert.True(card.Contains(t.Bounds(Lessons.Fonts)), t.Text));
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts));
    }

    [Fact]
    public void References_are_listed_with_their_years()
    {
        var lesson = Scene("{ references: [{ authors: 'Rumelhart, Hinton & Williams', year: 1986, title: Learning representations, " +
            "place: Nature 323 }, { authors: Goodfellow, year: 2016, title: Deep Learning }] }");
        Assert.EndsWith(
            "Rumelhart, Hinton & Williams (1986) Learning representations Nature 323 Goodfellow (2016) Deep Learning",
            WordsOf(lesson.FrameAt(lesson.FrameCount - 1)), StringComparison.Ordinal);
    }
}
