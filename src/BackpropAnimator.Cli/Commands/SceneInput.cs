using System.CommandLine;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The scene that a command works on: its file and the options that change it, the same in every command.</summary>
internal sealed class SceneInput
{
    readonly Argument<string> scene = new("SCENE") { Description = "The scene script, a YAML file." };
    readonly Option<string[]> set = new("--set")
    {
        Description = "Override any key of the scene by its path, such as phases.backward.duration=20s or network.seed=3. May be repeated.",
        HelpName = "PATH=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };
    readonly Option<string> size = new("--size") { Description = "Width and height in pixels, such as 1280x720.", HelpName = "WxH" };
    readonly PictureSize pictureSize = new();
    readonly Option<string> fps = new("--fps") { Description = "Frames per second, such as 30 or 30000/1001.", HelpName = "RATE" };
    readonly Option<bool> allowOutside = new("--allow-outside") { Description = "Let the scene read files outside its own folder." };

    public void AddTo(Command command)
    {
        command.Add(scene);
        command.Add(set);
        command.Add(size);
        pictureSize.AddTo(command, size);
        command.Add(fps);
        command.Add(allowOutside);
    }

    public string PathIn(ParseResult parsed) => parsed.GetRequiredValue(scene);

    /// <summary>Reads the scene with its overrides, checks its formulas, holds its numbers against its expectations, and tells its problems.</summary>
    /// <param name="overrides">The command's own changes, in the form of --set.</param>
    /// <param name="tell">Takes the problems; standard error when left out.</param>
    /// <returns>Null when the scene cannot be used.</returns>
    public Scene? Read(ParseResult parsed, IEnumerable<string>? overrides = null, Action<Diagnostic>? tell = null)
    {
        tell ??= Console.Error.WriteLine;
        var result = ScriptReader.Read(PathIn(parsed), Overrides(parsed).Concat(overrides ?? []), parsed.GetValue(allowOutside));
        foreach (var diagnostic in result.Diagnostics) tell(diagnostic);
        if (result.Scene is not { } read) return null;
        var sized = read with { Video = read.Video with { Size = pictureSize.Of(read.Video.Size, parsed) } };
        using var fonts = FontShelf.Open();
        var problems = LessonChecks.Run(sized, fonts);
        foreach (var diagnostic in problems) tell(diagnostic);
        return problems.Any(problem => problem.Severity == Severity.Error) ? null : sized;
    }

    IEnumerable<string> Overrides(ParseResult parsed)
    {
        foreach (var change in parsed.GetValue(set) ?? []) yield return change;
        if (parsed.GetValue(size) is { } pixels) yield return $"video.size={pixels}";
        if (parsed.GetValue(fps) is { } rate) yield return $"video.fps={rate}";
    }
}
