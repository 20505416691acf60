using System.CommandLine;
using BackpropAnimator.Cli.Output;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop timeline</c>: the phases of a lesson with their times and frames.</summary>
internal static class TimelineCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<bool> json = new("--json") { Description = "Print JSON instead of a table." };
        var command = new DocumentedCommand("timeline", "Show when each phase of a scene starts and ends, in seconds and frames.",
            "backprop timeline scenes/gradient-flow.yaml",
            "backprop timeline scenes/gradient-flow.yaml --json | jq '.phases[] | [.phase, .start]'")
        {
            json,
        };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var open = input.Open(parsed, cancellation);
            if (open is null) return ExitCode.SceneProblem;
            if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(TimelineJson.Of(open)));
            else environment.Write(TimelineTable.Of(open));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
