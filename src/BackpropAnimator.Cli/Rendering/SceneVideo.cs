using BackpropAnimator.Cli.Output;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Renders an excerpt of a scene's lesson to a video file, with its title and chapters.</summary>
internal static class SceneVideo
{
    /// <param name="settings">How it is encoded; its title and chapters are added here.</param>
    /// <exception cref="RenderException">FFmpeg, the disk or the folder do not allow it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<RenderReport> RenderAsync(
        Excerpt excerpt, VideoSettings settings, string target, RenderOptions options, ProgressDisplay display,
            CancellationToken cancellation)
    {
        excerpt = excerpt with { LessonIdentity = LessonIdentity.Of(excerpt.Lesson.Scene, excerpt.Lesson.Fonts) };
        display.Start(target, excerpt.Count, VideoRenderer.DescribeEncoder(excerpt.Frames, excerpt.Described(settings)));
        var report = await excerpt.RenderAsync(target, settings, options, display, cancellation);
        display.Finish(report.FramesReused);
        return report;
    }
}
