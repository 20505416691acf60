using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped lessons painted as a video is: only what changed since the frame before.</summary>
public class PaintingTests
{
    // EVERY_FRAME=1 paints the scenes at their own rate, which takes minutes; one frame in seven moves more from one to the next, and shows as much.
    static readonly string[] rate = Environment.GetEnvironmentVariable("EVERY_FRAME") == "1" ? [] : ["video.fps=8"];

    public static TheoryData<string> Scenes => [.. Directory.GetFiles(Path.Combine(Repository.Root, "scenes"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scenes))]
    public void Painting_only_what_changed_gives_every_frame_of_a_shipped_scene_bit_for_bit(string scene)
    {
        var read = ScriptReader.Read(Path.Combine(Repository.Root, "scenes", scene), ["video.size=640x360", .. rate]).Scene!;
        var lesson = new Lesson(read, Lessons.Fonts);
        // Each run of frames is painted one after the other; the runs side by side.
        Parallel.ForEach(Enumerable.Range(0, lesson.FrameCount).Chunk((lesson.FrameCount + 3) / 4), run =>
        {
            using var kept = new Painter(new(640, 360), Lessons.Fonts);
            using var whole = new Painter(new(640, 360), Lessons.Fonts);
            foreach (var n in run)
            {
                var frame = lesson.FrameAt(n);
                kept.Paint(frame);
                whole.Forget();
                Assert.Equal([new(0, 0, 640, 360)], whole.Paint(frame));
                Assert.True(kept.Pixels.SequenceEqual(whole.Pixels), $"frame {n}");
            }
        });
    }
}
