using BackpropAnimator.Cli.Commands;
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
        OpenLesson open, Excerpt excerpt, VideoSettings settings, string target, RenderOptions options, ProgressDisplay display, CancellationToken cancellation)
    {
        var described = settings with
        {
            Title = open.Scene.Title,
            Description = open.Scene.Description ?? "",
            Chapters = [.. excerpt.Chapters.Select(c => new Chapter(c.Chapter.Title, c.FirstFrame))],
        };
        var frames = excerpt.Frames with { Identity = $"{LessonIdentity.Of(open.Scene, open.Fonts)} {string.Join(' ', excerpt.Ranges)}" };
        display.Start(target, excerpt.Count, VideoRenderer.DescribeEncoder(frames, described));
        var report = await VideoRenderer.RenderAsync(frames, described, open.Fonts, target, options, display, cancellation);
        display.Finish(report.FramesReused);
        return report;
    }
}
