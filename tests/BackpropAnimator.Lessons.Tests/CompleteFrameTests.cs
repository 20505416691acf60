using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The moment of each phase at which slides pause and a handout has its page.</summary>
public class CompleteFrameTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    [InlineData(0.01)]
    public void It_is_a_frame_of_its_phase(double scale)
    {
        var lesson = Lessons.Make(Lessons.Flagship, DurationTests.Scaled(scale));
        Assert.All(lesson.Chapters, chapter => Assert.InRange(chapter.CompleteFrame, chapter.FirstFrame, chapter.EndFrame - 1));
    }

    [Fact]
    public void Heading_and_caption_stand_there_in_full_and_are_going_a_moment_later()
    {
        var lesson = Lessons.Make(Lessons.Flagship);
        foreach (var chapter in lesson.Chapters.Skip(1).SkipLast(1))
        {
            var caption = lesson.Scene.Phases.First(phase => phase.Kind == chapter.Kind).Caption!;
            Assert.Equal(Shown(chapter.FirstFrame + (chapter.CompleteFrame - chapter.FirstFrame) / 2), Shown(chapter.CompleteFrame));
            Assert.True(Shown(chapter.CompleteFrame + 6) < Shown(chapter.CompleteFrame));

            int Shown(int frame) => lesson.FrameAt(frame).Items.OfType<TextLine>()
                .Where(line => line.Text.Length > 3 && caption.StartsWith(line.Text, StringComparison.Ordinal))
                .Max(line => line.Color.Alpha);
        }
    }

    [Fact]
    public void Of_a_phase_that_has_the_stage_to_itself_nothing_has_begun_to_go()
    {
        var lesson = Lessons.Through("intro", "objectives: { items: [One aim, Another aim] }", "forward");
        var chapter = lesson.Chapter("objectives");

        Assert.Equal(255, Shown(chapter.CompleteFrame));
        Assert.True(Shown(chapter.CompleteFrame + 20) < 255);

        int Shown(int frame) => lesson.FrameAt(frame).Items.OfType<TextLine>()
            .Where(line => line.Text == "Another aim").Select(line => (int)line.Color.Alpha).DefaultIfEmpty(0).Max();
    }

    [Fact]
    public void Numbers_beside_edges_stand_on_pieces_of_the_ground()
    {
        var lesson = Lessons.Make(Lessons.Flagship);
        var items = lesson.FrameAt(lesson.Chapter("forward").CompleteFrame).Items;
        for (var i = 1; i < items.Length; i++)
            if (items[i] is TextLine { Text: "0.55" } label && items[i - 1] is Panel plate && plate.Rect.Contains(label.Position))
                Assert.True(plate.IsGround);
        Assert.InRange(items.OfType<Panel>().Count(panel => panel.IsGround), 20, 40);
        // What has a colour of its own is none.
        Assert.All(items.OfType<Panel>().Where(panel => panel.IsGround), panel => Assert.Equal(
            lesson.FrameAt(0).Backdrop.Centre.WithAlpha(255), panel.Fill.WithAlpha(255)));
    }
}
