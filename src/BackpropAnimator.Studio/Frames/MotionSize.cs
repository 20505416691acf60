using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Studio.Frames;

/// <summary>How large the page's pictures of a lesson are.</summary>
internal static class MotionSize
{
    // As many pixels as 960 × 540: what two cores paint and send thirty times a second.
    const double PixelsInMotion = 960 * 540;

    /// <summary>The size for scrubbing and playing: of the video's shape, and no larger than it.</summary>
    public static SKSizeI Of(FrameSize video)
    {
        var scale = Math.Min(1, Math.Sqrt(PixelsInMotion / ((double)video.Width * video.Height)));
        return new(Even(video.Width * scale), Even(video.Height * scale));
    }

    static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
