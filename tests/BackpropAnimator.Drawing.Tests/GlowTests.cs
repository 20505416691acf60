using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>Light lies where it is asked for, however it is made.</summary>
public sealed class GlowTests : IDisposable
{
    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    // How bright each pixel of a glow is, over nothing.
    byte[] Painted(float x, float y, float radius, SKSizeI picture)
    {
        using var painter = new Painter(picture, fonts);
        painter.Paint(new(Samples.Stage, Backdrop.None, [new Glow(new(x, y), radius, SKColors.White, SKColors.White, GlowBlend.Add)]));
        return [.. painter.Pixels.ToArray().Where((_, i) => i % 4 == 3)];
    }

    [Theory]
    [InlineData(300, 170, 40, 640)]
    [InlineData(300.25f, 170.5f, 40, 640)]
    [InlineData(301.37f, 171.81f, 23.7f, 640)]
    [InlineData(301.37f, 171.81f, 120, 960)]
    [InlineData(299.9f, 180.1f, 170, 1280)]
    [InlineData(299.9f, 180.1f, 170, 1600)]
    public void Its_middle_is_where_it_was_put(float x, float y, float radius, int width)
    {
        var picture = new SKSizeI(width, width * 9 / 16);
        var scale = width / 640.0;
        var light = Painted(x, y, radius, picture);
        double all = 0, acrossAll = 0, downAll = 0;
        for (var i = 0; i < light.Length; i++)
        {
            all += light[i];
            acrossAll += light[i] * (i % width + 0.5);
            downAll += light[i] * (i / width + 0.5);
        }
        // Where the light is faint, its dither weighs: the more the farther out.
        var tolerance = 0.1 + 0.0006 * radius * scale;
        Assert.Equal(x * scale, acrossAll / all, tolerance);
        Assert.Equal(y * scale, downAll / all, tolerance);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(75.5f)]
    [InlineData(150)]
    public void It_ends_at_its_radius_and_hardly_before(float radius)
    {
        var light = Painted(320, 180, radius, new(640, 360));
        var farthest = 0.0;
        for (var i = 0; i < light.Length; i++)
            if (light[i] > 0) farthest = Math.Max(farthest, Math.Sqrt(Math.Pow(i % 640 + 0.5 - 320, 2) + Math.Pow(i / 640 + 0.5 - 180, 2)));
        Assert.InRange(farthest, 0.8 * radius, radius);
    }

    [Fact]
    public void A_little_more_radius_is_hardly_more_light()
    {
        var before = Painted(320, 180, 60, new(640, 360)).Sum(pixel => (long)pixel);
        for (var radius = 60.5f; radius < 70; radius += 0.5f)
        {
            var now = Painted(320, 180, radius, new(640, 360)).Sum(pixel => (long)pixel);
            Assert.InRange(now, before, before * 1.11);
            before = now;
        }
    }
}
