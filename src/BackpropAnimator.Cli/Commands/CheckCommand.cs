using System.CommandLine;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop check</c>: all problems of a scene, what its viewers would have trouble with, and its timeline.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment, severalLanguages: true);
        Option<bool> json = new("--json") { Description = "Print JSON: whether the scene can be used, its problems and its timeline." };
        var command = new DocumentedCommand("check", "Report every problem of a scene, or \"ok\" with its timeline.",
            "backprop check scenes/gradient-flow.yaml",
            "backprop check scenes/gradient-flow.yaml --aspect 9:16     # would it fit a phone?",
            "backprop check scenes/gradient-flow.yaml --language vi,en  # are its texts there, and do they fit?",
            "backprop check scenes/gradient-flow.yaml --json | jq -r '.problems[].message'")
        {
            json,
        };
        input.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && input.LanguagesIn(result).Length > 1)
                result.AddError("--json tells of one language at a time");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            if (input.LanguagesIn(parsed) is not { Length: > 0 } languages) return Check(parsed, null, cancellation);
            var code = ExitCode.Success;
            foreach (var language in languages) code = Math.Max(code, Check(parsed, language, cancellation));
            return code;
        }, cancellation));
        return command;

        int Check(ParseResult parsed, string? language, CancellationToken cancellation)
        {
            var asJson = parsed.GetValue(json);
            var problems = new ProblemList(environment);
            ProgressDisplay display = asJson ? problems : ProgressDisplay.Create(environment, quiet: false);
            using var open = input.Open(parsed, cancellation, display, language: language);
            if (open is not null)
            {
                var (layout, pace) = LessonReview.Of(open, cancellation);
                foreach (var problem in layout) display.Tell(problem.In(open.Scene));
                foreach (var problem in pace) display.Tell(problem);
            }
            if (asJson) environment.Out.WriteLine(Json.Indented(JsonOf(open, problems.Told)));
            if (open is null) return ExitCode.SceneProblem;
            if (!asJson)
            {
                environment.Out.WriteLine("ok");
                environment.Write(TimelineTable.Of(open));
            }
            return ExitCode.Success;
        }
    }

    static JsonObject JsonOf(OpenLesson? open, JsonArray problems)
    {
        var result = new JsonObject { ["ok"] = open is not null, ["problems"] = problems };
        if (open is not null) result["timeline"] = TimelineJson.Of(open);
        return result;
    }
}
