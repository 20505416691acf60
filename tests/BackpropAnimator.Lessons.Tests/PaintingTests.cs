using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Lessons painted as a video is: only what changed since the frame before.</summary>
public class PaintingTests
{
    public static TheoryData<string> Scenes =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "scenes"), "*.yaml").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    // The whole lesson in fewer frames, or all the frames that a video of it has.
    static readonly string[] pace = Thorough.IsAskedFor ? [] : ["video.fps=4"];

    [Theory, MemberData(nameof(Scenes))]
    public void Painting_only_what_changed_gives_the_frames_of_a_shipped_scene_bit_for_bit(string scene) =>
        AssertSame(new(
            SceneReader.Read(Path.Combine(Repository.Root, "scenes", scene), ["video.size=640x360", .. pace]).Scene!, Lessons.Fonts));

    [Fact]
    public void And_the_frames_of_a_network_whose_edges_crowd() =>
        AssertSame(Lessons.Make(Lessons.Sized("10-10-10-10"), "video.size=640x360", Thorough.IsAskedFor ? "video.fps=12" : "video.fps=4"));

    [Theory, MemberData(nameof(Scenes))]
    public void A_frame_is_the_same_after_any_other_and_on_any_thread(string scene)
    {
        var lesson =
            new Lesson(SceneReader.Read(Path.Combine(Repository.Root, "scenes", scene), ["video.size=640x360"]).Scene!, Lessons.Fonts);
        var frames = Enumerable.Range(0, lesson.FrameCount).ToArray();
        new Random(scene.Length).Shuffle(frames);
        var pictures = frames.Take(Thorough.Cases(6, 24)).Select(n => Painted(lesson, n)).ToArray();
        // Two threads at once, each from another end.
        Parallel.ForEach([pictures, [.. pictures.Reverse()]], order =>
        {
            using var painter = new Painter(new(640, 360), Lessons.Fonts);
            foreach (var (n, picture) in order)
            {
                painter.Paint(lesson.FrameAt(n));
                Assert.True(painter.Pixels.SequenceEqual(picture), $"frame {n}");
            }
        });
    }

    static (int N, byte[] Picture) Painted(Lesson lesson, int n)
    {
        using var painter = new Painter(new(640, 360), Lessons.Fonts);
        painter.Paint(lesson.FrameAt(n));
        return (n, painter.Pixels.ToArray());
    }

    static void AssertSame(Lesson lesson) =>
        // Each run of frames is painted one after the other; the runs side by side.
        Parallel.ForEach(Enumerable.Range(0, lesson.FrameCount).Chunk((lesson.FrameCount + 3) / 4), run =>
        {
            using var kept = new Painter(new(640, 360), Lessons.Fonts);
            using var whole = new Painter(new(640, 360), Lessons.Fonts);
            Frame? before = null;
            foreach (var n in run)
            {
                var frame = lesson.FrameAt(n);
                kept.Paint(frame);
                // What equals the frame before has its pixels.
                if (!frame.Equals(before))
                {
                    whole.Forget();
                    Assert.Equal([new(0, 0, 640, 360)], whole.Paint(frame));
                }
                Assert.True(kept.Pixels.SequenceEqual(whole.Pixels), $"frame {n}");
                before = frame;
            }
        });
}
