using System.CommandLine;
using System.Globalization;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop sheet</c>: a whole lesson at a glance, as a grid of stills in one PNG or as the pages of a PDF.</summary>
internal static class SheetCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        var output = StillOutput.Create(
            "The sheet to write; in a PDF each still has a page, and there is one for each phase unless --every or --at says otherwise",
            StillFormat.All.Where(format => format is Png || format.HasPages));
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
        var command = new DocumentedCommand("sheet", "Render a contact sheet, or a handout with a page for each phase.",
            "backprop sheet scenes/gradient-flow.yaml -o sheet.png",
            "backprop sheet scenes/gradient-flow.yaml -o handout.pdf                            # a page for each phase",
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
            if (result.GetValue(output) is { } file && StillFormat.OfFile(file) is { HasPages: true } format)
                foreach (var idle in new Option[] { columns, width }.Where(option => result.GetResult(option) is { Implicit: false }))
                    result.AddError($"{idle.Name} says nothing to {format.Title}, which has a page for each still");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            if (excerpt.Of(open, parsed) is not { } part) return ExitCode.Usage;
            var lesson = open.Lesson;
            var file = parsed.GetRequiredValue(output);
            var hasPages = StillFormat.OfFile(file)!.HasPages;
            var frames = parsed.GetValue(at) is { Length: > 0 } times
                ? times.Select(t => Moments.FrameAt(lesson, environment, t))
                : hasPages && parsed.GetResult(every) is null or { Implicit: true }
                ? Complete(part)
                : Evenly(part, parsed.GetValue(every));
            List<int> stills = [];
            foreach (var frame in frames)
            {
                if (frame is not { } shown) return ExitCode.Usage;
                stills.Add(shown);
            }
            if (hasPages)
                Pdf.Write(stills.Select(open.FramesUntil(cancellation).FrameAt), open.Scene.Title, open.Fonts, file);
            else
                new ContactSheet(parsed.GetValue(columns), parsed.GetValue(width)).Write(
                    open.FramesUntil(cancellation), [.. stills.Select(frame => (frame, LabelOf(lesson, frame)))], open.Size, open.Fonts,
                    file);
            return ExitCode.Success;
        }, cancellation));
        return command;
    }

    static string LabelOf(Lesson lesson, int frame)
    {
        var chapter = lesson.Chapters.Last(c => c.FirstFrame <= frame);
        return string.Create(CultureInfo.InvariantCulture, $"{lesson.Rate.TimeOf(frame):0.0} s   {chapter.Kind}");
    }

    // Each phase when all of it is there, as far as it is wanted.
    static IEnumerable<int?> Complete(Excerpt part) =>
        from chapter in part.Lesson.Chapters
        from range in part.Ranges
        let last = Math.Min(range.End - 1, chapter.CompleteFrame)
        where last >= Math.Max(range.First, chapter.FirstFrame)
        select (int?)last;

    // From the middle of the first stretch on: the very first frame of a lesson is empty.
    static IEnumerable<int?> Evenly(Excerpt part, double step)
    {
        var rate = part.Lesson.Rate;
        var first = Math.Min(step, part.Count / rate.FramesPerSecond) / 2;
        for (var i = 0; rate.FrameAt(first + i * step) < part.Count; i++) yield return part.FrameOf(rate.FrameAt(first + i * step));
    }
}
