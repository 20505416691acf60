using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Pages;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop web</c>: the lesson as a page to try things on.</summary>
internal static class WebCommand
{
    static readonly Dictionary<string, string> videoTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "video/mp4", [".webm"] = "video/webm",
    };

    public static Command Create(CommandEnvironment environment)
    {
        var input = new SceneInput(environment);
        Option<string> output = new("--output", "-o")
        {
            Description = "One file for everything, FILE.html, or a folder for a web server; output/SCENE.html when left out.",
            HelpName = "FILE.html|DIR",
        };
        Option<string> video = new("--video")
        {
            Description = $"The lesson's video, to be shown on the page: {string.Join(" or ", videoTypes.Keys)}.", HelpName = "FILE",
        };
        var command = new DocumentedCommand(
            "web", "Make a page of a scene on which students try its network: step by step, with every number to change, and to learn.",
            "backprop web scenes/gradient-flow.yaml -o lesson.html",
            "backprop web scenes/iris.yaml -o site --video output/iris.mp4")
        {
            output, video,
        };
        input.AddTo(command, speaks: false);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var film = parsed.GetValue(video);
            if (film is not null && ProblemWith(film) is (string wrong, string hint))
            {
                environment.Error.WriteLine($"error: --video: {wrong}");
                environment.Error.WriteLine($"  hint: {hint}");
                return ExitCode.Usage;
            }
            if (input.Read(parsed, cancellation) is not var (scene, numbers)) return ExitCode.SceneProblem;
            if (LessonPage.ProblemWith(scene) is { } problem)
            {
                environment.Error.WriteLine(problem);
                return ExitCode.SceneProblem;
            }
            var path = parsed.GetValue(output) ?? Path.Combine("output", $"{input.NameIn(parsed)}.html");
            Write(path, numbers.Of(scene), film is null ? null : Film(film));
            environment.Messages.WriteLine(path);
            return ExitCode.Success;
        }, cancellation));
        return command;
    }

    static (string What, string Hint)? ProblemWith(string film) =>
        !videoTypes.ContainsKey(Path.GetExtension(film))
            ? ($"{film} is no video that browsers play", $"give one that ends in {string.Join(" or ", videoTypes.Keys)}")
        : !File.Exists(film) ? ($"there is no file {film}", "render it first: backprop render SCENE -o FILE.mp4")
        : null;

    static void Write(string path, LessonNumbers numbers, PageVideo? video)
    {
        if (Path.GetExtension(path) is ".html" or ".htm")
        {
            var page = LessonPage.OneFile(numbers, video);
            OutputFolder.Make(Path.GetDirectoryName(path));
            OutputFile.Write(path, to => to.Write(page));
            return;
        }
        var files = LessonPage.Folder(numbers, video);
        OutputFolder.Make(path);
        foreach (var (name, content) in files) OutputFile.Write(Path.Combine(path, name), to => to.Write(content));
    }

    static PageVideo Film(string path) =>
        new($"lesson{Path.GetExtension(path).ToLowerInvariant()}", videoTypes[Path.GetExtension(path)], File.ReadAllBytes(path));
}
