using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The scene that a command works on: its file and the options that change it.</summary>
internal sealed class SceneInput
{
    // As compilers have it.
    const string StandardInput = "-", StandardInputInWords = "<stdin>";

    readonly CommandEnvironment environment;
    readonly Argument<string> scene;
    readonly SceneOptions options;
    readonly VoiceOptions voice;

    /// <param name="environment">Is told the scene's problems.</param>
    /// <param name="defaultScene">The file when none is named; null if one must be.</param>
    /// <param name="severalLanguages">Whether the command takes several at once.</param>
    public SceneInput(CommandEnvironment environment, string? defaultScene = null, bool severalLanguages = false)
    {
        options = new(severalLanguages);
        this.environment = environment;
        voice = new(environment);
        scene = new("SCENE") { Description = "The scene script, a YAML file; - for standard input." };
        if (defaultScene is not null) scene.DefaultValueFactory = _ => defaultScene;
    }

    /// <summary>Who says what the scene has to say, for commands that open its lesson.</summary>
    public VoiceOptions Voice => voice;

    public void AddTo(Command command, bool speaks = true)
    {
        command.Add(scene);
        options.AddTo(command);
        if (speaks) voice.AddTo(command);
        options.CompletePathsFrom(SceneIn);
    }

    /// <summary>
    /// The scene on a command line that is still being typed; null where there is none that can be read. Nobody has asked for its plugins
    /// to be run yet.
    /// </summary>
    public Scene? SceneIn(ParseResult typed) =>
        typed.GetValue(scene) is { } path ? SceneReader.Read(path, [], options.AllowOutside(typed), plugins: null).Scene : null;

    /// <summary>The scene's file, or what stands for it in diagnostics.</summary>
    public string PathIn(ParseResult parsed) =>
        IsStandardInput(parsed.CommandResult) ? StandardInputInWords : parsed.GetRequiredValue(scene);

    /// <summary>What files made of the scene are called when the command line does not say.</summary>
    public string NameIn(ParseResult parsed) =>
        IsStandardInput(parsed.CommandResult) ? "scene" : Path.GetFileNameWithoutExtension(PathIn(parsed));

    /// <summary>
    /// Whether the scene comes through standard input: it is there once, and files that it names are seen from the current folder.
    /// </summary>
    public bool IsStandardInput(CommandResult command) => command.GetValue(scene) == StandardInput;

    /// <inheritdoc cref="SceneOptions.Overrides"/>
    public IEnumerable<string> Overrides(ParseResult parsed, string? language = null) => options.Overrides(parsed, language);

    /// <inheritdoc cref="LanguageOption.In(ParseResult)"/>
    public string[] LanguagesIn(ParseResult parsed) => options.LanguagesIn(parsed.CommandResult);

    /// <inheritdoc cref="LanguageOption.In(ParseResult)"/>
    public string[] LanguagesIn(CommandResult command) => options.LanguagesIn(command);

    /// <inheritdoc cref="PictureSize.In"/>
    public (string? Quality, string? Aspect) SizeIn(ParseResult parsed) => options.SizeIn(parsed);

    public bool AllowsOutside(ParseResult parsed) => options.AllowOutside(parsed);

    /// <inheritdoc cref="SceneOptions.PluginsIn"/>
    public IPhaseLoader? PluginsIn(ParseResult parsed) => options.PluginsIn(parsed);

    /// <summary>Reads and checks the scene with its overrides, and tells its problems.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The scene with its numbers; null when it cannot be used.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (Scene Scene, SharedNumbers Numbers)? Read(ParseResult parsed, CancellationToken cancellation)
    {
        using var fonts = FontShelf.Open();
        var display = ProgressDisplay.Create(environment, quiet: false);
        if (options.Sized(ReadFile(parsed), parsed, display.Tell) is not { } scene) return null;
        var (problems, numbers) = Checked(scene, display, shared => LessonChecks.Run(scene, fonts, shared), cancellation);
        return SceneOptions.IsSound(problems, display.Tell) ? (scene, numbers) : null;
    }

    /// <summary>The same, ready to be drawn.</summary>
    /// <param name="display">Is told of the problems and the training; what is usual for a command when left out.</param>
    /// <param name="adapt">Fits the scene to what the command makes of it.</param>
    /// <param name="language">Which of several languages; the only one when left out.</param>
    /// <param name="speechCache">Where what is said is kept, and null for nowhere; the program's own cache when left out.</param>
    /// <returns>Null when the scene cannot be used.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public OpenLesson? Open(
        ParseResult parsed, CancellationToken cancellation, ProgressDisplay? display = null, Func<Scene, Scene>? adapt = null,
        string? language = null, Func<string?>? speechCache = null)
    {
        display ??= ProgressDisplay.Create(environment, quiet: false);
        // Most of the time goes into loading and compiling code, of which these two share little.
        var opening = Task.Run(() => FontShelf.Open());
        var result = ReadFile(parsed, language);
        var fonts = opening.GetAwaiter().GetResult();
        if (options.Sized(result, parsed, display.Tell) is not { } scene)
        {
            fonts.Dispose();
            return null;
        }
        var adapted = adapt?.Invoke(scene) ?? scene;
        OpenLesson? open = null, sound = null;
        try
        {
            var (narration, speaker, unsaid) = voice.Speak(adapted, parsed, speechCache, cancellation);
            var (problems, _) = Checked(
                adapted, display, shared =>
                {
                    var lesson = open = new(adapted, fonts, shared, narration, speaker);
                    return LessonChecks.Run(adapted, lesson.Fonts, shared, lesson.WaitUntilMade);
                },
                cancellation);
            problems = unsaid.AddRange(problems);
            // Where a lesson can be made, its phases tell when their moments come.
            if (!problems.Any(problem => problem.Severity == Severity.Error)) problems = problems.AddRange(MarkCheck.Run(open!.Lesson));
            if (SceneOptions.IsSound(problems, display.Tell)) sound = open;
            return sound;
        }
        finally
        {
            if (sound is null) open?.Dispose();
        }
    }

    // What is told while numbers are computed has gone from the screen when their problems are told.
    static (ImmutableArray<Diagnostic> Problems, SharedNumbers Numbers) Checked(
        Scene scene, ProgressDisplay display, Func<SharedNumbers, ImmutableArray<Diagnostic>> check, CancellationToken cancellation)
    {
        using var meter = display.Training(scene);
        var shared = new SharedNumbers(meter.Add, cancellation);
        return (check(shared), shared);
    }

    ReadResult ReadFile(ParseResult parsed, string? language = null)
    {
        var (path, overrides) = (PathIn(parsed), options.Overrides(parsed, language));
        var (allowOutside, plugins) = (options.AllowOutside(parsed), options.PluginsIn(parsed));
        if (!IsStandardInput(parsed.CommandResult)) return SceneReader.Read(path, overrides, allowOutside, plugins);
        using var input = environment.OpenIn();
        return SceneReader.Read(input, path, overrides, allowOutside, plugins);
    }
}
