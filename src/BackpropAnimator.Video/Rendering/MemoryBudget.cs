using System.Globalization;
using SkiaSharp;

namespace BackpropAnimator.Video.Rendering;

/// <summary>How much memory a render takes, known before its first frame, and how much it may take.</summary>
/// <param name="BytesPerPixel">What a job takes for each pixel of a picture: its encoder's pictures, our surface and buffers.</param>
/// <param name="Limit">In bytes.</param>
internal sealed record MemoryBudget(SKSizeI Size, int BytesPerPixel, long Limit)
{
    // FFmpeg's code and tables, and the display lists of a chunk's frames.
    const long BytesPerJob = 64L << 20;

    /// <summary>Half of what there is leaves the other half to the system and to other programs.</summary>
    public static long DefaultLimit => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    long OneJob => (long)Size.Width * Size.Height * BytesPerPixel + BytesPerJob;

    /// <summary>As many jobs as processors and memory allow, and at least one.</summary>
    public int Fitting => (int)Math.Clamp(Limit / OneJob, 1, Environment.ProcessorCount);

    /// <summary>How many jobs there may be at a time.</summary>
    /// <param name="wanted">As many and no fewer; 0 for as many as processors and memory allow.</param>
    /// <exception cref="RenderException">So many do not fit, or not even one does.</exception>
    public int Jobs(int wanted)
    {
        var fitting = Limit / OneJob;
        if (Math.Max(1, wanted) <= fitting) return wanted > 0 ? wanted : Fitting;
        var jobs = Math.Max(1, wanted);
        var remedy = fitting > 0 ? $"take --jobs {fitting} or fewer" : "choose a smaller --size";
        throw new RenderException(
            $"{jobs} {(jobs == 1 ? "job" : "jobs")} at {Size.Width}x{Size.Height} would take {Gigabytes(jobs * OneJob)} of memory, "
            + $"more than the {Gigabytes(Limit)} allowed; {remedy}, or allow more with --memory.");
    }

    static string Gigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB");
}
