using System.CommandLine;
using System.Globalization;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop sheet</c>: a whole lesson at a glance, as a grid of stills in one PNG.</summary>
internal static class SheetCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> output = new("--output", "-o") { Description = "The PNG to write.", HelpName = "FILE", Required = true };
        Option<double> every =
            new("--every") { Description = "Seconds between stills.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };
        var at = Moments.Several("Stills at these times instead, such as 4.6s,24s.");
        Option<int> columns = new("--columns") { Description = "Stills in a row.", HelpName = "N", DefaultValueFactory = _ => 4 };
        Option<int> width =
            new("--width") { Description = "Width of a still in pixels.", HelpName = "PIXELS", DefaultValueFactory = _ => 480 };
        every.Within(0.01, 3600);
        columns.Within(1, 20);
        width.Within(64, 1920);
        var excerpt = new ExcerptOptions(environment, input);
        var command = new DocumentedCommand("sheet", "Render a contact sheet: stills of the whole lesson in one PNG file.",
            "backprop sheet scenes/gradient-flow.yaml -o sheet.png",
            "backprop sheet scenes/gradient-flow.yaml -o sheet.png --phase backward --every 0.5 --columns 6 --aspect 9:16")
        {
            output, every, at, columns, width,
        };
        input.AddTo(command);
        excerpt.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(at) is not null && (result.GetResult(every) is { Implicit: false } || excerpt.AreIn(result)))
                result.AddError("--at excludes --every, --phase, --from and --to");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            if (excerpt.Of(open, parsed) is not { } part) return ExitCode.Usage;
            var lesson = open.Lesson;
            var stills = new List<(int, string)>();
            foreach (var frame in parsed.GetValue(at) is { Length: > 0 } times
                ? times.Select(t => Moments.FrameAt(open.Lesson, environment, t))
                : Evenly(part, parsed.GetValue(every)))
            {
                if (frame is not { } shown) return ExitCode.Usage;
                var chapter = lesson.Chapters.Last(c => c.FirstFrame <= shown);
                stills.Add((shown, string.Create(CultureInfo.InvariantCulture, $"{lesson.Rate.TimeOf(shown):0.0} s   {chapter.Kind}")));
            }
            new ContactSheet(parsed.GetValue(columns), parsed.GetValue(width))
                .Write(open.FramesUntil(cancellation), stills, open.Size, open.Fonts, parsed.GetRequiredValue(output));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }

    // From the middle of the first stretch on: the very first frame of a lesson is empty.
    static IEnumerable<int?> Evenly(Excerpt part, double step)
    {
        var rate = part.Lesson.Rate;
        var first = Math.Min(step, part.Count / rate.FramesPerSecond) / 2;
        for (var i = 0; rate.FrameAt(first + i * step) < part.Count; i++) yield return part.FrameOf(rate.FrameAt(first + i * step));
    }
}
