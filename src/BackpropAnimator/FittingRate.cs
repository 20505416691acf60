using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>The frame rate at which a scene fits a format.</summary>
public static class FittingRate
{
    /// <summary>The scene at the rate that fits.</summary>
    public static Scene Of(Scene scene, OutputFormat format)
    {
        var rate = Of(scene.Video.Fps, format);
        return rate == scene.Video.Fps ? scene : scene with { Video = scene.Video with { Fps = rate } };
    }

    /// <returns>The scene's rate, or the largest whole part of it that the format holds: a half of 60 for GIF.</returns>
    public static FrameRate Of(FrameRate scenes, OutputFormat format)
    {
        if (format.HighestRate is not { } highest) return scenes;
        var part = (int)Math.Ceiling(scenes.FramesPerSecond / highest);
        if (part <= 1) return scenes;
        return scenes.Numerator % part == 0
            ? new(scenes.Numerator / part, scenes.Denominator)
            : new(scenes.Numerator, scenes.Denominator * part);
    }
}
