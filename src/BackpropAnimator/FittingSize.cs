using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>Whether a scene's size fits what is made of it.</summary>
public static class FittingSize
{
    /// <returns>What is wrong with the size, where it is written; null where it fits.</returns>
    public static Diagnostic? ProblemOf(Scene scene, VideoKind kind)
    {
        if (kind.ProblemOf(LessonVideo.SizeOf(scene)) is not ({ } problem, { } remedy)) return null;
        return new(scene.Video.PositionOf(nameof(scene.Video.Size)), Severity.Error, $"size: {problem}", remedy);
    }
}
