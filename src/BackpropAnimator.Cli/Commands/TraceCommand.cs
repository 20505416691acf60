using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Trace;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop trace</c>: every number of a lesson, for programs and for people.</summary>
internal static class TraceCommand
{
    // As long as a training may be.
    const int MaxEpoch = 1_000_000;

    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> format = new("--format")
        {
            Description = "json (the shape of docs/trace.md), csv (one number a line) or table.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("json", "csv", "table");
        Option<int> epoch = new("--epoch") { Description = "The step after N epochs of training instead of the first.", HelpName = "N" };
        epoch.Within(0, MaxEpoch);
        Option<string> output =
            new("--output", "-o") { Description = "The file to write; standard output when left out.", HelpName = "FILE" };
        var command = new DocumentedCommand("trace", "Show every number of a scene's lesson: forward, loss, backward, update, training.",
            "backprop trace scenes/gradient-flow.yaml",
            "backprop trace scenes/gradient-flow.yaml --format json | jq .loss")
        {
            format, epoch, output,
        };
        input.AddTo(command, speaks: false);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            if (input.Read(parsed, cancellation) is not var (scene, shared)) return ExitCode.SceneProblem;
            if (NumbersAt(parsed.GetValue(epoch), scene, shared, environment) is not { } numbers) return ExitCode.Usage;
            environment.Write(parsed.GetValue(output), to => Write(parsed.GetValue(format)!, numbers, to));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }

    static LessonNumbers? NumbersAt(int epoch, Scene scene, SharedNumbers shared, CommandEnvironment environment)
    {
        if (epoch == 0) return shared.Of(scene);
        if (scene.Data is not null && epoch > scene.Training.Epochs)
        {
            environment.Error.WriteLine($"error: there is no epoch {epoch}: training has {scene.Training.Epochs}");
            return null;
        }
        try
        {
            return new(scene, epoch, shared);
        }
        // With data the scene was checked to stay finite: this is the example learnt again and again.
        catch (ArgumentException)
        {
            environment.Error.WriteLine($"error: there is no epoch {epoch}: the numbers become too large to reckon with before");
            return null;
        }
    }

    static void Write(string format, LessonNumbers numbers, Stream to)
    {
        switch (format)
        {
            case "json":
                TraceJson.Write(numbers, to);
                break;
            case "csv":
                TraceCsv.Write(numbers, to);
                break;
            default:
                TraceTables.Write(numbers, to);
                break;
        }
    }
}
