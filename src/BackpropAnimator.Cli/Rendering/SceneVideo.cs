using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Renders an excerpt of a scene's lesson to a video file, with its title and chapters.</summary>
internal static class SceneVideo
{
    /// <exception cref="RenderException">FFmpeg, the disk or the folder do not allow it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task RenderAsync(
        OpenLesson open, Excerpt excerpt, string target, RenderOptions options, ProgressDisplay display, CancellationToken cancellation)
    {
        display.Start(target, excerpt.Count);
        var report = await VideoRenderer.RenderAsync(excerpt.Frames, SettingsOf(open, excerpt), open.Fonts, target, options, display, cancellation);
        display.Finish(report.FramesReused);
    }

    static VideoSettings SettingsOf(OpenLesson open, Excerpt excerpt)
    {
        var settings = new VideoSettings
        {
            Size = open.Size,
            Title = open.Scene.Title,
            Description = open.Scene.Description ?? "",
            Chapters = [.. excerpt.Chapters.Select(c => new Chapter(c.Chapter.Title, c.FirstFrame))],
        };
        if (open.Scene.Video.Crf is { } crf) settings = settings with { Crf = crf };
        return open.Scene.Video.Preset is { } preset ? settings with { Preset = Enum.Parse<X264Preset>(preset.ToString()) } : settings;
    }
}
