using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>The frame rate at which a scene fits a format.</summary>
public static class FittingRate
{
    /// <summary>The scene at the rate that fits.</summary>
    public static Scene Of(Scene scene, VideoKind kind) =>
        Of(scene.Video.Fps, kind) is var rate && rate == scene.Video.Fps ? scene : scene with { Video = scene.Video with { Fps = rate } };

    /// <returns>The scene's rate, or the largest whole part of it that the format holds: a half of 60 for GIF.</returns>
    public static FrameRate Of(FrameRate scenes, VideoKind kind)
    {
        if (kind.HighestRate is not { } highest) return scenes;
        var part = (int)Math.Ceiling(scenes.FramesPerSecond / highest);
        return part <= 1 ? scenes : scenes.Numerator % part == 0 ? new(scenes.Numerator / part, scenes.Denominator) : new(scenes.Numerator, scenes.Denominator * part);
    }
}
