using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The flagship painted as a video is: only what changed since the frame before.</summary>
public class PaintingTests
{
    const int Every = 7;

    [Fact]
    public void Painting_only_what_changed_gives_the_flagship_bit_for_bit()
    {
        var flagship = Lessons.Make(Lessons.Flagship, "video.size=640x360");
        var frames = Enumerable.Range(0, (flagship.FrameCount + Every - 1) / Every).Select(i => i * Every).ToArray();
        // Each run of frames is painted one after the other; the runs side by side.
        Parallel.ForEach(frames.Chunk((frames.Length + 3) / 4), run =>
        {
            using var kept = new Painter(new(640, 360), Lessons.Fonts);
            using var whole = new Painter(new(640, 360), Lessons.Fonts);
            foreach (var n in run)
            {
                var frame = flagship.FrameAt(n);
                kept.Paint(frame);
                // Another ground makes the painter paint everything.
                whole.Paint(frame with { Items = [], Backdrop = new(SkiaSharp.SKColors.White, SkiaSharp.SKColors.White) });
                whole.Paint(frame);
                Assert.True(kept.Pixels.SequenceEqual(whole.Pixels), $"frame {n}");
            }
        });
    }
}
