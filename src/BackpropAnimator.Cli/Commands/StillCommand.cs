using System.CommandLine;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop still</c>: one moment of a scene becomes one picture.</summary>
internal static class StillCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        var output = StillOutput.Create("The picture to write; its end tells the format", StillFormat.All);
        var at = Moments.One("--at", "The time to show, such as 12.5s.");
        at.Required = true;
        var command = new DocumentedCommand("still", "Render one moment of a scene to a picture: PNG, or SVG and PDF with shapes and text.",
            "backprop still scenes/gradient-flow.yaml --at 12.5s -o still.png",
            "backprop still scenes/gradient-flow.yaml --at 12.5s -o still.svg                   # sharp at any size, with text to select",
            "backprop still scenes/gradient-flow.yaml --at 12.5s -o tall.png --aspect 9:16 --set network.seed=3")
        {
            output, at,
        };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            var file = parsed.GetRequiredValue(output);
            var format = StillFormat.OfFile(file)!;
            // The ground is laid while the lesson is still being made.
            using var painter = format is Png ? new Painter(open.Size, open.Fonts) : null;
            painter?.Paint(Lesson.EmptyStage(open.Scene));
            if (Moments.FrameAt(open.Lesson, environment, parsed.GetValue(at)!.Value) is not { } frame) return ExitCode.Usage;
            if (painter is not null) PngExport.WriteStill(open.Frames, frame, painter, file);
            else format.Write(open.Lesson.FrameAt(frame), open.Size, open.Scene.Title, open.Fonts, file);
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
