namespace SkiaSharp.Tests.StandIn;

/// <summary>What is measured of the whole process is measured while no other test runs in it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;

/// <summary>Memory outside the garbage collector's sight is given back, whether or not anybody calls Dispose.</summary>
[Collection(nameof(Alone))]
public class MemoryTests
{
    const long Megabyte = 1 << 20;

    [Fact]
    public void Ten_thousand_small_frames_leave_no_memory_behind()
    {
        Render(frames: 500);
        var before = ResidentBytes();
        Render(frames: 10_000);
        var grown = (ResidentBytes() - before) / Megabyte;
        Assert.True(grown < 24, $"resident memory grew by {grown} MB");       // one leaked surface a frame would be 156 MB
    }

    [Fact]
    public void Surfaces_images_and_typefaces_that_nobody_disposes_are_freed_all_the_same()
    {
        Forget(20);
        var before = ResidentBytes();
        Forget(400);                                                           // 400 frames of 8 MB, and 300 kB of font each
        var grown = (ResidentBytes() - before) / Megabyte;
        Assert.True(grown < 400, $"resident memory grew by {grown} MB");
    }

    static void Render(int frames)
    {
        using var font = new SKFont(Fonts.Inter, 11) { Subpixel = true };
        using var glow = SKShader.CreateRadialGradient(new(32, 32), 20, [SKColors.Orange, SKColors.Transparent], SKShaderTileMode.Clamp);
        for (var i = 0; i < frames; i++)
        {
            using var surface = SKSurface.Create(new SKImageInfo(64, 64));
            using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White, Shader = glow, BlendMode = SKBlendMode.Plus };
            surface.Canvas.DrawCircle(32, 32, 20, paint);
            paint.Shader = null;
            surface.Canvas.SaveLayer(SKRect.Create(8, 8, 40, 20), paint);
            surface.Canvas.DrawText("w = 0.73", 8, 24, SKTextAlign.Left, font, paint);
            surface.Canvas.Restore();
            paint.BlendMode = SKBlendMode.Screen;
            surface.Canvas.DrawLine(0, 0, 9, 9, paint);
            using var image = surface.Snapshot();
            surface.Canvas.DrawImage(image, 3, 3, SKSamplingOptions.Default);
            using var encoded = image.Encode();
            using var decoded = SKImage.FromEncodedData(encoded);
        }
    }

    static void Forget(int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            SKSurface.Create(new SKImageInfo(1920, 1080)).Canvas.Clear(SKColors.Gray);
            Assert.True(SKTypeface.FromFile(Fonts.PathOf("Inter-Regular.otf")).GetGlyph('A') > 0);
        }
    }

    static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
