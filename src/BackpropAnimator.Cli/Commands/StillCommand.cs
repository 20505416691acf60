using System.CommandLine;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop still</c>: one moment of a scene becomes one PNG.</summary>
internal static class StillCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> output = new("--output", "-o") { Description = "The PNG to write.", HelpName = "FILE", Required = true };
        var at = Moments.One("--at", "The time to show, such as 12.5s.");
        at.Required = true;
        var command = new DocumentedCommand("still", "Render one moment of a scene to a PNG file.",
            "backprop still scenes/gradient-flow.yaml --at 12.5s -o still.png",
            "backprop still scenes/gradient-flow.yaml --at 12.5s -o tall.png --aspect 9:16 --set network.seed=3")
        {
            output, at,
        };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            // The ground is laid while the lesson is still being made.
            using var painter = new Painter(open.Size, open.Fonts);
            painter.Paint(Lesson.EmptyStage(open.Scene));
            if (Moments.FrameAt(open.Lesson, environment, parsed.GetValue(at)!.Value) is not { } frame) return ExitCode.Usage;
            PngExport.WriteStill(open.Frames, frame, painter, parsed.GetRequiredValue(output));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
