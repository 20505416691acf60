using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Speech;

namespace BackpropAnimator.Cli.Output;

/// <summary>A lesson's phases with their times in seconds and their frames, for other programs.</summary>
internal static class TimelineJson
{
    public static JsonObject Of(OpenLesson open)
    {
        var (scene, lesson) = (open.Scene, open.Lesson);
        var phases = lesson.Chapters.Select((chapter, i) => new JsonObject
        {
            ["phase"] = chapter.Kind,
            ["name"] = scene.Parts[i].Name,
            ["title"] = chapter.Title,
            ["start"] = chapter.Interval.Start,
            ["end"] = chapter.Interval.End,
            ["duration"] = chapter.Interval.Duration,
            ["first_frame"] = chapter.FirstFrame,
            ["frames"] = chapter.EndFrame - chapter.FirstFrame,
            ["moments"] = new JsonArray([.. lesson.MomentsIn(i).Select(moment => new JsonObject
            {
                ["name"] = moment.Name,
                ["time"] = Math.Round(chapter.Interval.Start + moment.Time, 4),
            })]),
            ["spoken"] = lesson.SpokenIn(i) is { } spoken ? SpokenOf(spoken, lesson.StartOfSpeechIn(i)) : null,
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

    static JsonObject SpokenOf(SpokenPart spoken, double start) => new()
    {
        ["start"] = Math.Round(start, 4),
        ["end"] = Math.Round(start + spoken.Length, 4),
        ["marks"] = new JsonArray([.. spoken.Marks.Select(mark => new JsonObject
        {
            ["name"] = mark.Name,
            ["time"] = Math.Round(start + mark.Time, 4),
        })]),
    };
}
