using System.CommandLine;
using System.Text;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop worksheet</c>: the lesson's numbers to be worked out by hand.</summary>
internal static class WorksheetCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> output =
            new("--output", "-o") { Description = "The Markdown file to write; standard output when left out.", HelpName = "FILE.md" };
        Option<bool> answers = new("--answers") { Description = "Append the answer key." };
        var command =
            new DocumentedCommand("worksheet", "Turn a scene's numbers into an exercise to work out by hand: Markdown with TeX formulas.",
            "backprop worksheet scenes/gradient-flow.yaml --answers -o exercise.md")
        {
            output, answers,
        };
        input.AddTo(command, speaks: false);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            if (input.Read(parsed, cancellation) is not var (scene, numbers)) return ExitCode.SceneProblem;
            if (Worksheet.ProblemWith(scene) is { } problem)
            {
                environment.Error.WriteLine(problem);
                return ExitCode.SceneProblem;
            }
            var text = Worksheet.Markdown(numbers.Of(scene), parsed.GetValue(answers));
            environment.Write(parsed.GetValue(output), to => to.Write(Encoding.UTF8.GetBytes(text)));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
