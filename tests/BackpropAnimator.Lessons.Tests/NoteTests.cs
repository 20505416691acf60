using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Notes on a unit, a weight or a part of a formula, at their time.</summary>
public class NoteTests
{
    static string Scene(string notes, string phase = "forward: { duration: 10s, ") => $$"""
        video: { fps: 20 }
        network: { layers: [2, 3, 2], seed: 7 }
        example: { input: [0.9, 0.1], target: [1, 0] }
        phases:
          - {{phase}}notes: [{{notes}}] }
          - wait: 2s

        """;

    static DrawItem[] NotesAt(Lesson lesson, double time) =>
        [.. lesson.FrameAt((int)(time * 20)).Items.Where(item => item.Role == RoleOf.Note)];

    static Disc UnitAt(Lesson lesson, double time, string unit) =>
        lesson.FrameAt((int)(time * 20)).Items.OfType<Disc>().Last(disc => disc.Role.Name == unit);

    [Fact]
    public void A_note_is_there_for_its_time_and_points_at_its_unit()
    {
        var lesson = Lessons.Make(Scene("{ at: 50%, for: 3s, unit: h1.2, text: 'it *bends* $z$' }"));
        Assert.Empty(NotesAt(lesson, 4.9));
        Assert.Empty(NotesAt(lesson, 8.1));
        var items = NotesAt(lesson, 6.5);
        Assert.Equal(["it ", "bends", " "], items.OfType<TextLine>().Select(line => line.Text));
        Assert.Equal(@"\textstyle z", Assert.Single(items.OfType<FormulaText>()).Source);
        // The arrow's tip is at the unit's rim, and its words lie outside of it.
        var (disc, tip) = (UnitAt(lesson, 6.5, "unit 1.1"), items.OfType<Polygon>().Single().Points.Span[0]);
        Assert.InRange((tip - disc.Centre).Length - disc.Radius, 4, 12);
        Assert.True((Middle(items.OfType<Panel>().Single().Rect) - disc.Centre).Length > disc.Radius + 40);
    }

    static SKPoint Middle(SKRect rect) => new(rect.MidX, rect.MidY);

    [Fact]
    public void A_weight_and_a_part_of_a_formula_are_lit_where_they_are()
    {
        var lesson = Lessons.Make(Scene("{ at: 80%, weight: 'h1.1 -> o.2', look: highlight }"));
        var line = Assert.Single(NotesAt(lesson, 9).OfType<Line>());
        var (from, to) = (UnitAt(lesson, 9, "unit 1.0"), UnitAt(lesson, 9, "unit 2.1"));
        Assert.Equal(from.Radius, (line.From - from.Centre).Length, 0.5f);
        Assert.Equal(to.Radius, (line.To - to.Centre).Length, 0.5f);

        var formula = Lessons.Make(Scene(
            "{ at: 5s, part: b, look: highlight }", phase: @"formula: { duration: 8s, source: 'a = \part{b}{c}', "));
        var shown = formula.FrameAt(140).Items.OfType<FormulaText>().Single();
        var bounds = formula.Fonts.Lay(shown.Source, shown.Size).PartBounds("b");
        bounds.Offset(shown.Origin);
        Assert.True(Assert.Single(NotesAt(formula, 7).OfType<Panel>()).Rect.Contains(bounds));
    }

    [Fact]
    public void Words_lie_on_nothing_that_is_read()
    {
        var lesson = Lessons.Make(Scene("{ at: 60%, unit: h1.2, text: a note }, { at: 90%, unit: o.1, text: the prediction }"));
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
        Assert.Empty(NoteCheck.Run(lesson));
    }

    [Fact]
    public void A_note_on_what_is_not_on_screen_is_told() => Assert.StartsWith(
        "s.yaml:5:39: warning: notes: what the note is about is not on screen then",
        Assert.Single(NoteCheck.Run(Lessons.Make(Scene("{ at: 60%, part: nothing, text: a }")))).ToString());

    [Fact]
    public void A_note_comes_with_a_moment_of_its_phase_and_so_on_its_mark_where_something_is_said()
    {
        var scene = Lessons.Read(Scene("{ at: '{arrive 2}', for: 1s, unit: o.1, text: here }"));
        var silent = new Lesson(scene, Lessons.Fonts);
        var spoken = new Lesson(scene, Lessons.Fonts, narration: new(
            [new SpokenPart("none.wav", 14, [new("arrive", 3), new("arrive", 9)], []), null]));
        foreach (var (lesson, due) in new[] { (silent, ArrivesIn(silent).Last()), (spoken, 9 + Narration.Lead) })
        {
            Assert.Equal(due, ArrivesIn(lesson).Last(), 1e-9);
            var frames = Enumerable.Range(0, lesson.Chapters[0].EndFrame)
                .Where(frame => NotesAt(lesson, frame / 20.0).Length > 0).ToArray();
            Assert.InRange(frames[0] / 20.0, due, due + 0.1);
            Assert.InRange(frames[^1] / 20.0, due + 0.9, due + 1);
        }
        Assert.NotEqual(9 + Narration.Lead, ArrivesIn(silent).Last(), 0.5);
        Assert.Empty(NoteCheck.Run(spoken));

        static IEnumerable<double> ArrivesIn(Lesson lesson) =>
            lesson.MomentsIn(0).Where(moment => moment.Name == "arrive").Select(moment => moment.Time);
    }

    [Fact]
    public void A_moment_that_its_phase_has_not_as_often_is_told_with_those_that_it_has()
    {
        var problem = Assert.Single(MarkCheck.Run(Lessons.Make(Scene("{ at: '{arrive 3}', unit: o.1, text: a }"))));
        Assert.StartsWith("s.yaml:5:45: error: at: this 'forward' has 'arrive' 2 times and no more", problem.ToString());
        Assert.Contains("its moments, in order: input, packets, arrive, packets, arrive, complete", problem.ToString());
    }

    [Theory]
    [InlineData("{ at: '{arives}', unit: h1.1, text: a }", "s.yaml:5:45: error: at: 'forward' has no moment 'arives'\n" +
        "  hint: did you mean 'arrive'? Known moments: input, packets, arrive, complete")]
    [InlineData("{ at: {arrive}, unit: h1.1, text: a }", "s.yaml:5:45: error: at: expected a time in the phase such as 20% or 3s")]
    [InlineData("{ at: 0, text: a }", "s.yaml:5:39: error: notes: expected one of unit, weight and part")]
    [InlineData("{ at: 0, unit: h1.2, part: b, text: a }", "s.yaml:5:39: error: notes: expected one of unit, weight and part")]
    [InlineData("{ at: 0, unit: h1.9, text: a }", "s.yaml:5:54: error: unit: ")]
    [InlineData("{ at: 0, unit: h1.1, look: label }", "s.yaml:5:66: error: look: a label needs words")]
    [InlineData("{ at: 20s, unit: h1.1, text: a }", "s.yaml:5:45: error: at: 20s is not within the phase, which lasts 10s")]
    public void What_cannot_be_is_told(string note, string problem) => Assert.StartsWith(
        problem, Assert.Single(SceneReader.Parse(Scene(note), "s.yaml", []).Diagnostics).ToString());
}
