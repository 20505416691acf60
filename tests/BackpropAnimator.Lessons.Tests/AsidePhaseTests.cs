using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The network steps aside for phases that show something beside it, stays for the next of them, and goes back.</summary>
public class AsidePhaseTests
{
    static readonly string[] passes = ["forward: 2s", "loss: 2s"];

    static Lesson Through(params string[] phases) => Lessons.Make(Lessons.Sized("3-4-2", phases: [.. passes, .. phases]), "video.fps=60");

    // The units' middles, by layer and row: where they are seen.
    static List<SKPoint> Units(Lesson lesson, int frame) =>
        [.. lesson.FrameAt(frame).Items.OfType<Disc>().Where(d => d.Color.Alpha > 4 && d.Radius > 20).Select(d => d.Centre).Distinct()];

    static LessonStage Stage { get; } = new(Lessons.Read(Lessons.Sized("3-4-2")), Lessons.Fonts);

    // Alone, a phase with a matrix takes more of the stage than others that stand beside the network.
    static NetworkView BesideMatrix { get; } = MatrixRoom.Of(Stage, layer: 2).Network;

    static IEnumerable<SKPoint> Places(NetworkView view) => view.Layout.Units.Select(view.Layout.Centre);

    [Fact]
    public void Units_glide_aside_and_back_and_none_jumps()
    {
        var lesson = Through("matrix: 12s", "loss: 2s");
        var chapter = lesson.Chapter("matrix");
        Assert.Equal(Places(Stage.Network), Units(lesson, chapter.FirstFrame));
        Assert.Equal(Places(BesideMatrix), Units(lesson, (chapter.FirstFrame + chapter.EndFrame) / 2));
        Assert.Equal(Places(Stage.Network), Units(lesson, chapter.EndFrame));

        var last = Units(lesson, chapter.FirstFrame);
        for (var frame = chapter.FirstFrame + 1; frame <= chapter.EndFrame; frame++)
        {
            var now = Units(lesson, frame);
            Assert.Equal(9, now.Count);
            Assert.All(
                last.Zip(now),
                pair => Assert.True((pair.First - pair.Second).Length < 45, $"{(pair.First - pair.Second).Length} in frame {frame}"));
            last = now;
        }
    }

    [Fact]
    public void The_network_stays_aside_between_two_phases_beside_it()
    {
        var lesson = Through("matrix: 8s", "outer_product: 8s");
        var end = lesson.Chapters[2].EndFrame;
        Assert.All(Enumerable.Range(end - 30, 60), frame => Assert.Equal(Places(BesideMatrix), Units(lesson, frame)));
    }

    [Fact]
    public void The_network_is_carried_from_one_place_aside_to_another_and_leaves_its_numbers()
    {
        var lesson = Through("matrix: 8s", "sweep: 8s");
        var end = lesson.Chapters[2].EndFrame;

        Assert.Equal(Places(BesideMatrix), Units(lesson, end - 1));
        Assert.Equal(Places(Stage.Aside), Units(lesson, end + 60));
        var places = Enumerable.Range(end - 1, 61).Select(frame => Units(lesson, frame)).ToList();
        foreach (var (last, now) in places.Zip(places.Skip(1)))
            Assert.All(last.Zip(now), pair => Assert.InRange((pair.First - pair.Second).Length, 0, 25));
        Assert.DoesNotContain(lesson.FrameAt(end).Items.OfType<TextLine>(), text => WrittenNumber.In(text.Text).Any());
    }

    [Fact]
    public void The_network_leaves_from_where_it_stands_for_a_card_and_returns_there_after_it()
    {
        var lesson = Through("matrix: 8s", "{ question: { text: Why?, answer: Because., duration: 6s } }", "sweep: 8s");
        var question = lesson.Chapter("question");

        Assert.Equal(Places(BesideMatrix), Units(lesson, question.FirstFrame - 20));
        Assert.All(
            Enumerable.Range(question.FirstFrame + 20, question.EndFrame - question.FirstFrame - 20),
            frame => Assert.Empty(Units(lesson, frame)));
        Assert.Equal(Places(Stage.Aside), Units(lesson, question.EndFrame + 20));
    }
}
