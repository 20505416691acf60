using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Memory outside the garbage collector's sight is bounded, and given back.</summary>
[Collection(nameof(Alone))]
public class MemoryTests
{
    const long Megabyte = 1 << 20;

    [Fact]
    public void Ten_thousand_frames_leave_memory_where_five_hundred_left_it()
    {
        var lesson = Lessons.Make(Lessons.Flagship);
        Paint(lesson, 500);
        var before = ResidentBytes();
        Paint(lesson, 10_000);
        var grown = (ResidentBytes() - before) / Megabyte;
        // Caches of texts and formulas fill up once; one outline lost a frame would be three times as much.
        Assert.True(grown < 32, $"resident memory grew by {grown} MB");
    }

    static void Paint(Lesson lesson, int frames)
    {
        using var painter = new Painter(new(160, 90), Lessons.Fonts);
        for (var n = 0; n < frames; n++) painter.Paint(lesson.FrameAt(n % lesson.FrameCount));
    }

    static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
