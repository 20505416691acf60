using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What a viewer sees, in rendered pictures.</summary>
public sealed class PixelTests : IDisposable
{
    readonly Lesson flagship = Lessons.Make(Lessons.Flagship, "video.size=320x180");
    readonly Painter painter = new(new(320, 180), Lessons.Fonts);

    public void Dispose() => painter.Dispose();

    [Fact]
    public void Cyan_light_moves_right_through_forward_in_pixels()
    {
        var path = PathOfLight("forward", Light.IsCyan);
        Assert.Equal(path.Order(), path);
        Assert.True(path[^1] - path[0] > 0.25, string.Join(", ", path));
    }

    [Fact]
    public void Orange_light_moves_left_through_backward_in_pixels()
    {
        // The first part, before anything of it has come to stay.
        var path = PathOfLight("backward", Light.IsOrange, to: 0.26);
        Assert.Equal(path.OrderDescending(), path);
        Assert.True(path[0] - path[^1] > 0.25, string.Join(", ", path));
    }

    [Fact]
    public void The_loss_is_red()
    {
        Assert.Equal(0, RedPixelsAtTheEndOf("intro"));
        Assert.True(RedPixelsAtTheEndOf("loss") > 80, $"{RedPixelsAtTheEndOf("loss")}");
    }

    List<double> PathOfLight(string kind, Func<SKColor, bool> isColor, double to = 1)
    {
        var chapter = flagship.Chapter(kind);
        painter.Paint(flagship.FrameAt(chapter.EndFrame - 1));
        var settled = AroundTheNetwork().ToArray();
        return Light.Path(chapter, every: 10, frame =>
        {
            painter.Paint(flagship.FrameAt(frame));
            return Light.MeanX(AroundTheNetwork(), settled, painter.Size.Width, isColor);
        }, to: to);
    }

    // Header and formulas use the colours too.
    ReadOnlySpan<byte> AroundTheNetwork() => painter.Pixels[(180 / 8 * 320 * 4)..(180 * 7 / 10 * 320 * 4)];

    int RedPixelsAtTheEndOf(string kind)
    {
        painter.Paint(flagship.FrameAt(flagship.Chapter(kind).EndFrame - 1));
        var pixels = painter.Pixels;
        var count = 0;
        for (var i = 0; i < pixels.Length; i += 4)
            if (pixels[i + 2] > 150 && pixels[i + 1] < 100 && pixels[i] < 120) count++;
        return count;
    }
}
