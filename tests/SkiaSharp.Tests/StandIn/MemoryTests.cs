namespace SkiaSharp.Tests.StandIn;

/// <summary>Memory outside the garbage collector's sight is given back, whether or not anybody calls Dispose.</summary>
public class MemoryTests
{
    const long Megabyte = 1 << 20;

    [Fact]
    public void Ten_thousand_small_frames_leave_no_memory_behind()
    {
        using var drawing = new RandomDrawing(3).With(primitives: 14);
        Render(drawing, frames: 500);
        var before = ResidentBytes();
        Render(drawing, frames: 10_000);
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

    static void Render(RandomDrawing drawing, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            using var surface = SKSurface.Create(new SKImageInfo(64, 64));
            drawing.Draw(surface.Canvas);
            using var image = surface.Snapshot();
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
