using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Output;

/// <summary>A lesson's phases with their times in seconds and their frames, for other programs.</summary>
internal static class TimelineJson
{
    public static JsonObject Of(OpenLesson open)
    {
        var (scene, lesson) = (open.Scene, open.Lesson);
        var phases = lesson.Chapters.Zip(scene.Parts, (chapter, script) => new JsonObject
        {
            ["phase"] = chapter.Kind,
            ["name"] = script.Name,
            ["title"] = chapter.Title,
            ["start"] = chapter.Interval.Start,
            ["end"] = chapter.Interval.End,
            ["duration"] = chapter.Interval.Duration,
            ["first_frame"] = chapter.FirstFrame,
            ["frames"] = chapter.EndFrame - chapter.FirstFrame,
        });
        return new()
        {
            ["title"] = scene.Title,
            ["width"] = scene.Video.Size.Width,
            ["height"] = scene.Video.Size.Height,
            ["fps"] = lesson.Rate.ToString(),
            ["duration"] = lesson.Duration,
            ["frames"] = lesson.FrameCount,
            ["phases"] = new JsonArray([.. phases]),
        };
    }
}
