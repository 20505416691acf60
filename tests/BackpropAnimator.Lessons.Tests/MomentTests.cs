using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Moments of phases, and how what is said moves them.</summary>
public class MomentTests
{
    public static TheoryData<string> Kinds() => [.. PhaseModule.BuiltIn.Names];

    [Theory, MemberData(nameof(Kinds))]
    public void A_phase_has_each_moment_that_it_names_and_in_that_order(string kind)
    {
        var module = PhaseModule.BuiltIn.Find(kind)!;
        var path = Path.Combine(Repository.Root, "src/BackpropAnimator.Lessons/Phases", module.Folder, kind + ".yaml");
        var lesson = new Lesson(SceneReader.Read(path, []).Scene!, Lessons.Fonts);
        var part = lesson.Chapters.Index().Last(chapter => chapter.Item.Kind == kind).Index;
        var (moments, duration) = (lesson.MomentsIn(part), lesson.Chapters[part].Interval.Duration);

        Assert.Equal(module.Moments.Select(moment => moment.Name), moments.Select(moment => moment.Name).Distinct());
        Assert.All(moments, moment => Assert.InRange(moment.Time, 0, duration));
        // To wait is to wait for the end.
        Assert.Equal(kind == "wait" ? 1 : 2, Math.Min(2, module.Moments.Length));
        Assert.All(module.Moments, moment => Assert.Matches("^[^.A-Z].*[^.]$", moment.Description));
    }

    static readonly string scene = Lessons.Sized("3-4-2");

    static Lesson Spoken(double length, params SpokenMark[] marks)
    {
        var read = Lessons.Read(scene);
        var part = new SpokenPart("none.wav", length, [.. marks], []);
        return new(read, Lessons.Fonts, narration: new([null, null, null, part, null, null, null]));
    }

    [Fact]
    public void A_phase_is_drawn_at_times_that_let_its_moments_fall_on_their_marks()
    {
        var lesson = Spoken(24, new("wave", 4), new("visit", 9), new("gradient", 12), new("visit", 20));
        // As it is laid out where it is as long.
        var laidOut = Spoken(24).MomentsIn(3);
        var pace = lesson.PaceOf(3);

        Assert.Equal(0, pace.Warped(0));
        Assert.Equal(laidOut.First(moment => moment.Name == "wave").Time, pace.Warped(Narration.Lead + 4), 1e-9);
        Assert.Equal(laidOut.Last(moment => moment.Name == "visit").Time, pace.Warped(Narration.Lead + 20), 1e-9);
        Assert.Equal(lesson.Chapters[3].Interval.Duration, pace.Warped(lesson.Chapters[3].Interval.Duration), 1e-9);
        Assert.Equal(
            [4, 9, 12, 20],
            lesson.MomentsIn(3).Take(1).Concat(lesson.MomentsIn(3).Where(m => m.Name is "visit" or "gradient").Take(3)).Select(
                moment => Math.Round(moment.Time - Narration.Lead, 9)));
    }

    [Fact]
    public void Its_picture_never_runs_backwards()
    {
        var pace = Spoken(24, new("wave", 4), new("visit", 9), new("gradient", 12), new("visit", 20)).PaceOf(3);
        var times = Enumerable.Range(0, 1000).Select(i => pace.Warped(i * 0.025)).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void A_phase_without_marks_is_drawn_as_one_that_is_as_long()
    {
        var lesson = Spoken(24);
        var read = Lessons.Read(scene);
        var duration = lesson.Chapters[3].Interval.Duration;
        var silent = new Lesson(
            read with { Phases = read.Phases.SetItem(3, read.Phases[3] with { Duration = duration }) }, Lessons.Fonts);
        foreach (var frame in new[] { 0, 400, 900, 1400, 2000 })
            Assert.Equal(silent.FrameAt(silent.Chapters[3].FirstFrame + frame), lesson.FrameAt(lesson.Chapters[3].FirstFrame + frame));
    }

    [Fact]
    public void Stills_and_slides_stop_where_the_phase_is_complete_at_its_new_pace()
    {
        var (lesson, plain) = (Spoken(24, new SpokenMark("complete", 23)), Spoken(24));
        var chapter = lesson.Chapters[3];
        Assert.Equal(lesson.Rate.FrameAt(chapter.Interval.Start + Narration.Lead + 23), chapter.CompleteFrame, 1.0);
        Assert.True(chapter.CompleteFrame < plain.Chapters[3].CompleteFrame);
    }

    [Fact]
    public void Captions_and_headings_come_at_once_however_slowly_the_picture_begins()
    {
        var read = Lessons.Read(scene, "phases.backward.caption=The error travels back.");
        var lesson = new Lesson(read, Lessons.Fonts, narration: new(
            [null, null, null, new SpokenPart("none.wav", 24, [new("wave", 12)], []), null, null, null]));
        var items = lesson.FrameAt(lesson.Rate.FrameAt(lesson.Chapters[3].Interval.Start + 0.5)).Items;

        Assert.Equal(byte.MaxValue, items.OfType<TextLine>().First(line => line.Role == RoleOf.Caption).Color.Alpha);
        Assert.Empty(PaceCheck.Run(lesson).Where(problem => problem.Message.Contains("caption")));
    }
}
