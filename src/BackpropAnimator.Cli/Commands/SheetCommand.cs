using System.CommandLine;
using System.Globalization;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop sheet</c>: a whole lesson at a glance, as a grid of stills in one PNG.</summary>
internal static class SheetCommand
{
    public static Command Create()
    {
        var input = new SceneInput();
        Option<string> output = new("--output", "-o") { Description = "The PNG to write.", HelpName = "FILE", Required = true };
        Option<double> every = new("--every") { Description = "Seconds between stills.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };
        var at = Moments.Several("Stills at these times instead, such as 4.6s,24s.");
        Option<int> columns = new("--columns") { Description = "Stills in a row.", HelpName = "N", DefaultValueFactory = _ => 4 };
        Option<int> width = new("--width") { Description = "Width of a still in pixels.", HelpName = "PIXELS", DefaultValueFactory = _ => 480 };
        every.Validators.Add(r => { if (r.GetValueOrDefault<double>() is not (> 0 and <= 3600)) r.AddError("--every takes more than 0 and at most 3600 seconds"); });
        columns.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 20) r.AddError("--columns takes 1 to 20"); });
        width.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 64 or > 1920) r.AddError("--width takes 64 to 1920 pixels"); });
        var command = new Command("sheet", "Render a contact sheet: stills of the whole lesson in one PNG file.") { output, every, at, columns, width };
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            if (input.Read(parsed) is not { } scene) return ExitCode.SceneProblem;
            using var open = new OpenLesson(scene);
            var lesson = open.Lesson;
            var stills = new List<(int, string)>();
            foreach (var t in parsed.GetValue(at) is { Length: > 0 } times ? times : Evenly(parsed.GetValue(every), lesson.Duration))
            {
                if (Moments.FrameAt(lesson, t) is not { } frame) return ExitCode.Usage;
                var chapter = lesson.Chapters.Last(c => c.FirstFrame <= frame);
                stills.Add((frame, string.Create(CultureInfo.InvariantCulture, $"{t:0.0} s   {chapter.Kind}")));
            }
            new ContactSheet(parsed.GetValue(columns), parsed.GetValue(width)).Write(open.Frames, stills, open.Size, open.Fonts, parsed.GetRequiredValue(output));
            return ExitCode.Success;
        });
        return command;
    }

    // From the middle of the first stretch on: the very first frame of a lesson is empty.
    static IEnumerable<double> Evenly(double step, double duration)
    {
        for (var i = 0; (i + 0.5) * step < duration; i++) yield return (i + 0.5) * step;
    }
}
