using System.CommandLine;
using System.Globalization;
using System.Text;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop script</c>: what is said in a lesson, for who speaks it.</summary>
internal static class ScriptCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        var command = new DocumentedCommand(
            "script",
            "Print what is said in a lesson, with its times, for a speaker: each phase's text, or its captions where it has none.",
            "backprop script scenes/gradient-flow.yaml",
            "backprop script scenes/gradient-flow.yaml --record-with takes     # which recordings are there, and which are missing",
            "backprop script scenes/gradient-flow.yaml --no-voice              # with the times of silence");
        input.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            environment.Out.Write(TextOf(open.Lesson, input.Voice.TakesIn(parsed)));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }

    static string TextOf(Lesson lesson, string? takes)
    {
        var text = new StringBuilder();
        var (scene, names, missing) = (lesson.Scene, lesson.Scene.PhaseNames, 0);
        text.Append(CultureInfo.InvariantCulture, $"{scene.Title}, {Time(lesson.Duration)}\n");
        foreach (var (i, chapter) in lesson.Chapters.Index())
        {
            var part = scene.Parts[i];
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(chapter.Interval.Start)}–{Time(chapter.Interval.End)}  {names[i]}\n");
            if (part.Say is { } say)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {(say.Text is null ? $"({say.File})" : MarkedText(say, lesson, i))}\n");
                if (takes is null) continue;
                var take = Takes.PathFor(takes, names[i]);
                var isThere = File.Exists(take);
                if (!isThere) missing++;
                text.Append(CultureInfo.InvariantCulture, $"    {(isThere ? "recorded" : "missing ")}  {take}\n");
            }
            else
                foreach (var caption in lesson.CaptionsIn(i)) text.Append($"    {InWords(caption, chapter)}\n");
        }
        if (takes is not null)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{(missing == 0 ? "Nothing is missing" : $"{Quantity.Of(missing, "recording")} missing")} in {takes}.\n");
        return text.ToString();
    }

    // What is read in the place of what would be said; one for all of its phase has the phase's time.
    static string InWords(ShownCaption caption, Chapter chapter)
    {
        var words = $"[{RichText.Parse(caption.Text).InWords.ReplaceLineEndings(" ")}]";
        var isThereThroughout = caption.Start == 0 && caption.End >= chapter.Interval.Duration;
        return isThereThroughout ? words : $"{Time(chapter.Interval.Start + caption.Start)}  {words}";
    }

    // Marks as times: a speaker who is there then speaks with the picture.
    static string MarkedText(SayScript say, Lesson lesson, int part)
    {
        var spoken = say.Spoken;
        if (lesson.SpokenIn(part) is not { } timed) return spoken.Words;
        var text = new StringBuilder(spoken.Pieces[0]);
        for (var i = 0; i < spoken.Marks.Length; i++)
        {
            var time = Time(lesson.StartOfSpeechIn(part) + timed.Marks[i].Time);
            text.Append(CultureInfo.InvariantCulture, $" [{time} {spoken.Marks[i].Name}] ").Append(spoken.Pieces[i + 1]);
        }
        return text.ToString().Trim();
    }

    static string Time(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)(Math.Round(seconds, 1) / 60)}:{Math.Round(seconds, 1) % 60:00.0}");
}
