using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Studio.Scenes;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>What the page is told of the scene.</summary>
internal static class LessonJson
{
    /// <param name="scene">The scene's file.</param>
    /// <param name="steps">What can be undone and done again.</param>
    public static JsonObject Of(Sight sight, string scene, (string? Undo, string? Redo) steps) => new()
    {
        ["undo"] = steps.Undo,
        ["redo"] = steps.Redo,
        ["revision"] = sight.Text.Revision,
        ["scene"] = Path.GetFileName(scene),
        ["is_current"] = sight.IsCurrent,
        ["is_changed"] = sight.Text.IsChanged,
        ["problems"] = new JsonArray([.. sight.Problems.Select(Of)]),
        ["view"] = sight.View is { } view ? Of(view) : null,
    };

    public static JsonObject Of(Diagnostic problem) => new()
    {
        ["severity"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["file"] = Path.GetFileName(problem.Position.File),
        ["line"] = problem.Position.Line,
        ["column"] = problem.Position.Column,
        ["message"] = problem.Message,
        ["hint"] = problem.Hint,
    };

    /// <summary>A problem as a note on the page says it.</summary>
    public static string InWords(Diagnostic problem)
    {
        var (line, column) = (problem.Position.Line, problem.Position.Column);
        var place = line == 0 ? "" : FormattableString.Invariant($"Line {line}, column {column}: ");
        var hint = problem.Hint is null ? "" : $" ({problem.Hint})";
        return $"{place}{problem.Message}{hint}";
    }

    static JsonObject Of(LessonView view)
    {
        var (lesson, size) = (view.Lesson, view.Lesson.Scene.Video.Size);
        return new()
        {
            ["id"] = view.Id,
            ["title"] = lesson.Scene.Title,
            ["language"] = lesson.Scene.Language,
            ["languages"] = new JsonArray([.. lesson.Scene.WrittenLanguages.Select(tag => (JsonNode)tag)]),
            ["shapes"] = new JsonArray([.. PictureShape.All.Select(shape => (JsonNode)shape)]),
            ["width"] = size.Width,
            ["height"] = size.Height,
            ["motion_width"] = view.SizeInMotion.Width,
            ["fps"] = lesson.Rate.FramesPerSecond,
            ["frames"] = lesson.FrameCount,
            ["duration"] = lesson.Duration,
            ["poster"] = PosterOf(lesson),
            ["phases"] = new JsonArray([.. lesson.Chapters.Select((chapter, i) => PhaseOf(lesson, chapter, i))]),
        };
    }

    // A frame that shows much: all of the first backward pass, else of the longest phase.
    static int PosterOf(Lesson lesson) =>
        (lesson.Chapters.FirstOrDefault(chapter => chapter.Kind == "backward")
            ?? lesson.Chapters.MaxBy(chapter => chapter.Interval.Duration)!).CompleteFrame;

    // The phase's heading stands, and its panel has opened.
    static int EntryOf(Lesson lesson, Chapter chapter) =>
        Math.Min(chapter.FirstFrame + (int)(lesson.Rate.FramesPerSecond * EntrySeconds), chapter.CompleteFrame);

    const double EntrySeconds = 1;

    static JsonObject PhaseOf(Lesson lesson, Chapter chapter, int i)
    {
        var (options, start) = (lesson.Scene.Parts[i], chapter.Interval.Start);
        return new()
        {
            ["kind"] = chapter.Kind,
            ["name"] = options.Name,
            ["title"] = chapter.Title,
            ["start"] = start,
            ["end"] = chapter.Interval.End,
            ["first_frame"] = chapter.FirstFrame,
            ["entry_frame"] = EntryOf(lesson, chapter),
            ["end_frame"] = chapter.EndFrame,
            // The end card is a part of the theme, and has no place among the phases.
            ["is_phase"] = i < lesson.Scene.Phases.Length,
            ["captions"] = new JsonArray([.. lesson.CaptionsIn(i).Select(caption =>
                Passage(RichText.Parse(caption.Text).InWords, start + caption.Start, start + caption.End))]),
            ["narration"] = new JsonArray([.. NarrationOf(lesson, i)]),
            ["moments"] = new JsonArray([.. lesson.MomentsIn(i).Select(moment => new JsonObject
            {
                ["name"] = moment.Name, ["time"] = start + moment.Time,
            })]),
        };
    }

    // The words between two marks; where their times are not known, as in a recording, all of the phase's in one.
    static IEnumerable<JsonObject> NarrationOf(Lesson lesson, int i)
    {
        var start = lesson.StartOfSpeechIn(i);
        if (lesson.SpokenIn(i) is not { } spoken) return [];
        if (!spoken.Pieces.IsEmpty) return spoken.Pieces.Select(piece => Passage(piece.Words, start + piece.Start, start + piece.End));
        return [Passage(lesson.Scene.Parts[i].Say?.Spoken.Words ?? "", start, start + spoken.Length)];
    }

    static JsonObject Passage(string text, double start, double end) => new() { ["text"] = text, ["start"] = start, ["end"] = end };
}
