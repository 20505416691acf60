using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop frames</c>: a scene becomes numbered PNG files.</summary>
internal static class FramesCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> output = new("--output", "-o")
        {
            Description = "The folder to write 000000.png, 000001.png, … into.",
            HelpName = "DIR",
            Required = true,
        };
        Option<int?> every = new("--every") { Description = "Only every N-th frame, from the first on.", HelpName = "N" };
        every.Within(1);
        var at = Moments.Several("Only the frames on screen at these times, such as 12.5s,20s.");
        Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };
        var excerpt = new ExcerptOptions(environment, input);
        var command = new DocumentedCommand("frames", "Export frames as PNG files.",
            "backprop frames scenes/gradient-flow.yaml -o frames",
            "backprop frames scenes/gradient-flow.yaml -o frames --phase backward --every 6",
            "backprop frames scenes/gradient-flow.yaml -o frames --at 12.5s,20s")
        {
            output, every, at, quiet,
        };
        input.AddTo(command);
        excerpt.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(at) is not null && (result.GetResult(every) is not null || excerpt.AreIn(result)))
                result.AddError("--at excludes --every, --phase, --from and --to");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            List<int> indices = [];
            if (parsed.GetValue(at) is { Length: > 0 } times)
                foreach (var time in times)
                {
                    if (Moments.FrameAt(open.Lesson, environment, time) is not { } frame) return ExitCode.Usage;
                    indices.Add(frame);
                }
            else if (excerpt.Of(open, parsed) is { } part)
                for (var n = 0; n < part.Count; n += parsed.GetValue(every) ?? 1) indices.Add(part.FrameOf(n));
            else return ExitCode.Usage;

            var folder = parsed.GetRequiredValue(output);
            await using var display = ProgressDisplay.Create(environment, parsed.GetValue(quiet));
            display.Start(folder, indices.Count);
            await PngExport.WriteFramesAsync(open.Frames, indices, open.Size, open.Fonts, folder, display, cancellation);
            display.Finish();
            return ExitCode.Success;
        });
        return command;
    }
}
