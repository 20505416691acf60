using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Renders an excerpt of a scene's lesson to a video file, with its title and chapters, or to slides.</summary>
internal static class SceneVideo
{
    /// <summary>Every frame of a lesson, with the name of all that they are made from.</summary>
    public static Excerpt Whole(Lesson lesson) =>
        Excerpt.Whole(lesson) with { LessonIdentity = Rendering.LessonIdentity.Of(lesson) };

    /// <param name="settings">How it is encoded; its title and chapters are added here.</param>
    /// <param name="marks">Where slides pause besides, in seconds of the lesson; null for a video.</param>
    /// <exception cref="RenderException">FFmpeg, the disk or the folder do not allow it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<RenderReport> RenderAsync(
        Excerpt excerpt, VideoSettings settings, string target, RenderOptions options, ProgressDisplay display,
        CancellationToken cancellation, IEnumerable<double>? marks = null)
    {
        excerpt = excerpt with { LessonIdentity = Rendering.LessonIdentity.Of(excerpt.Lesson) };
        display.Start(target, excerpt.Count, VideoRenderer.DescribeEncoder(excerpt.Frames, excerpt.Described(settings)));
        var report = marks is null
            ? await excerpt.RenderAsync(target, settings, options, display, cancellation)
            : await excerpt.RenderSlidesAsync(target, settings, options, marks, display, cancellation);
        display.Finish(report);
        return report;
    }
}
