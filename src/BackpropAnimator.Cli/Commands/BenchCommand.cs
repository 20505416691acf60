using System.CommandLine;
using System.Globalization;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop bench</c>: how fast this machine draws a scene, and how a whole render compares with a bare encoder.</summary>
internal sealed class BenchCommand
{
    // Long enough for the encoder to settle, short enough to keep its frames in memory: 1.9 GB at 1080p60.
    const double EncodedSeconds = 10;

    readonly CommandEnvironment environment;
    readonly SceneInput input;
    readonly EncoderOptions encoder = new();
    readonly Option<int> jobs =
        new("--jobs", "-j") { Description = "Chunks at a time; as many as processors when left out.", HelpName = "N" };
    readonly Option<int> repeat =
        new("--repeat") { Description = "Measure this often, and tell the median.", HelpName = "N", DefaultValueFactory = _ => 3 };

    BenchCommand(CommandEnvironment environment)
    {
        this.environment = environment;
        input = new(environment, defaultScene: "scenes/gradient-flow.yaml");
    }

    public static Command Create(CommandEnvironment environment) => new BenchCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand("bench", "Measure how fast a scene is drawn, encoded, and rendered as a whole.",
            "backprop bench",
            "backprop bench scenes/gradient-flow.yaml --quality 720p --draft")
        {
            jobs, repeat,
        };
        jobs.Within(1);
        repeat.Within(1, 100);
        input.AddTo(command);
        encoder.AddTo(command);
        command.Validators.Add(result =>
        {
            if (input.IsStandardInput(result))
                result.AddError("bench renders its scene several times, and standard input can be read once");
        });
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var open = input.Open(parsed, cancellation);
        if (open is null) return ExitCode.SceneProblem;
        if (FittingSize.ProblemOf(open.Scene, VideoKind.Default) is { } problem)
        {
            environment.Error.WriteLine(problem);
            return ExitCode.SceneProblem;
        }
        var workers = parsed.GetValue(jobs) is > 0 and var asked ? asked : Environment.ProcessorCount;
        var times = parsed.GetValue(repeat);
        var settings = encoder.Of(parsed, open.Scene);
        var whole = Excerpt.Whole(open.Lesson);
        var part = LongestPhase(open.Lesson);
        var folder = Directory.CreateTempSubdirectory("backprop-animator-bench-");
        try
        {
            var (alone, together) = (Path.Combine(folder.FullName, "alone.mp4"), Path.Combine(folder.FullName, "together.mp4"));
            using var raw = RawFrames.Paint(part.Frames, settings, open.Fonts, cancellation);
            var render = new WholeRender(input.PathIn(parsed), parsed.CommandResult, repeat, part, together);
            // Once without looking at the clock, so that no round pays for the compiler.
            VideoBenchmark.Paint(part.Frames, open.Size, open.Fonts, workers);
            List<TimeSpan> painting = [], encoding = [], rendering = [];
            for (var i = 0; i < times; i++)
            {
                painting.Add(VideoBenchmark.Paint(whole.Frames, open.Size, open.Fonts, workers));
                encoding.Add(await VideoBenchmark.EncodeAsync(raw, settings, part.Frames.Rate, alone, cancellation));
                rendering.Add(await render.MeasureAsync(cancellation));
            }
            var ratio = Median([.. rendering.Zip(encoding, (all, one) => all / one)]);
            Tell(open, whole.Count, part, Median(painting), Median(encoding), Median(rendering), ratio);
            environment.Out.WriteLine(raw.InMemory
                ? $"The encoder alone read its frames from memory, in {raw.Folder}."
                : $"The encoder alone read its frames from a disk, in {raw.Folder}: in memory there was no room for them.");
            return ExitCode.Success;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    void Tell(OpenLesson open, int frames, Excerpt part, TimeSpan painting, TimeSpan encoding, TimeSpan rendering, double ratio)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var title in new[] { "frames", "seconds", "frames/s" }) table.AddColumn(new TableColumn(title).RightAligned());
        table.AddColumn("");
        Row("compose, paint, convert", frames, painting);
        Row("the encoder alone", part.Count, encoding, "one bare ffmpeg, with its own threads");
        Row("whole render", part.Count, rendering, string.Create(
            CultureInfo.InvariantCulture, $"{ratio:0.00} × the encoder alone; start-up included, nothing cached"));
        environment.Out.WriteLine(
            $"{open.Scene.Title}: {open.Size.Width}×{open.Size.Height}, {open.Lesson.Rate} frames a second, " +
                $"{Environment.ProcessorCount} processors");
        environment.Write(table);

        void Row(string what, int count, TimeSpan time, string note = "") => table.AddRow(
            what, count.ToString(CultureInfo.InvariantCulture), time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
            (count / time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture), note);
    }

    static Excerpt LongestPhase(Lessons.Lesson lesson)
    {
        var longest = lesson.Chapters.MaxBy(c => c.EndFrame - c.FirstFrame)!;
        return new(lesson, [(longest.FirstFrame, Math.Min(longest.EndFrame, longest.FirstFrame + lesson.Rate.FrameAt(EncodedSeconds)))]);
    }

    static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
