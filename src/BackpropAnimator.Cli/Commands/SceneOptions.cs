using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The options that change a scene, the same in every command.</summary>
/// <param name="severalLanguages">Whether the command takes several at once.</param>
internal sealed class SceneOptions(bool severalLanguages = false)
{
    readonly Option<string[]> set = new("--set")
    {
        Description = "Override any key of the scene by its path, such as phases.backward.duration=20s or network.seed=3. May be repeated.",
        HelpName = "PATH=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };
    readonly Option<string> size = new("--size") { Description = "Width and height in pixels, such as 1280x720.", HelpName = "WxH" };
    readonly PictureSize pictureSize = new();
    readonly Option<string> fps = new("--fps") { Description = "Frames per second, such as 30 or 30000/1001.", HelpName = "RATE" };
    readonly LanguageOption language = new(severalLanguages);
    readonly Option<bool> allowOutside = new("--allow-outside") { Description = "Let the scene read files outside its own folder." };

    readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Let the scene use phases of its own, from assemblies " +
        "that it names: they are programs, and can do whatever you can." };

    // Loaded once, however often a scene is read while the program runs.
    readonly PhaseAssemblies plugins = new();

    public void AddTo(Command command)
    {
        command.Add(set);
        command.Add(size);
        pictureSize.AddTo(command, size);
        command.Add(fps);
        language.AddTo(command);
        command.Add(allowOutside);
        command.Add(allowPlugins);
    }

    /// <summary>Has a shell complete --set by the keys of the scene.</summary>
    /// <param name="sceneIn">The scene on a command line that is still being typed.</param>
    public void CompletePathsFrom(Func<ParseResult, Scene?> sceneIn) => set.CompletionSources.Add(context =>
        sceneIn(context.ParseResult) is { } scene ? OverridePaths.Of(scene).Select(path => new CompletionItem($"{path}=")) : []);

    public bool AllowOutside(ParseResult parsed) => parsed.GetValue(allowOutside);

    /// <summary>What loads the phases that a scene brings along; null where it may bring none.</summary>
    public IPhaseLoader? PluginsIn(ParseResult parsed) => parsed.GetValue(allowPlugins) ? plugins : null;

    /// <inheritdoc cref="LanguageOption.In(ParseResult)"/>
    public string[] LanguagesIn(CommandResult command) => language.In(command);

    /// <inheritdoc cref="PictureSize.In"/>
    public (string? Quality, string? Aspect) SizeIn(ParseResult parsed) => pictureSize.In(parsed);

    /// <summary>The changes that the options make, in the form of --set.</summary>
    /// <param name="language">Which of several languages; the only one when left out.</param>
    public IEnumerable<string> Overrides(ParseResult parsed, string? language = null)
    {
        foreach (var change in parsed.GetValue(set) ?? []) yield return change;
        if (parsed.GetValue(size) is { } pixels) yield return $"video.size={pixels}";
        if (parsed.GetValue(fps) is { } rate) yield return $"video.fps={rate}";
        if ((language ?? this.language.In(parsed).FirstOrDefault()) is { } tag) yield return $"language={tag}";
    }

    /// <summary>Tells the problems of a scene, and gives it the picture's size that is asked for.</summary>
    /// <returns>Null when the scene cannot be used.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled while numbers were computed.</exception>
    public Scene? Accept(
        ReadResult result, ParseResult parsed, FontShelf fonts, Action<Diagnostic> tell, CancellationToken cancellation) =>
        Sized(result, parsed, tell) is { } scene
        && IsSound(LessonChecks.Run(scene, fonts, new(tell: null, cancellation)), tell) ? scene : null;

    /// <summary>Tells what reading a scene found, and gives it the picture's size that is asked for.</summary>
    /// <returns>Null when there is no scene to be used.</returns>
    public Scene? Sized(ReadResult result, ParseResult parsed, Action<Diagnostic> tell)
    {
        foreach (var diagnostic in result.Diagnostics) tell(diagnostic);
        var (quality, aspect) = pictureSize.In(parsed);
        return result.Scene is { } read ? read with { Video = read.Video with { Size = read.Video.Size.Shaped(quality, aspect) } } : null;
    }

    /// <summary>Tells the problems that the checks of a lesson found, and whether there may be one all the same.</summary>
    public static bool IsSound(ImmutableArray<Diagnostic> problems, Action<Diagnostic> tell)
    {
        foreach (var diagnostic in problems) tell(diagnostic);
        return problems.All(problem => problem.Severity != Severity.Error);
    }
}
