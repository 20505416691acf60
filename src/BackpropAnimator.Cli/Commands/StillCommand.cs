using System.CommandLine;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop still</c>: one moment of a scene becomes one PNG.</summary>
internal static class StillCommand
{
    public static Command Create()
    {
        var input = new SceneInput();
        Option<string> output = new("--output", "-o") { Description = "The PNG to write.", HelpName = "FILE", Required = true };
        var at = Moments.Option("The time to show, such as 12.5s.", required: true);
        var command = new Command("still", "Render one moment of a scene to a PNG file.") { output, at };
        input.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(at) is { Length: not 1 }) result.AddError("still takes one time; frames takes several");
        });
        command.SetAction(parsed =>
        {
            if (input.Read(parsed) is not { } scene) return ExitCode.SceneProblem;
            using var open = new OpenLesson(scene);
            if (Moments.FrameAt(open.Lesson, parsed.GetValue(at)![0]) is not { } frame) return ExitCode.Usage;
            PngExport.WriteStill(open.Frames, frame, open.Size, open.Fonts, parsed.GetRequiredValue(output));
            return ExitCode.Success;
        });
        return command;
    }
}
