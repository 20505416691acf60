using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Cli.Explaining;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop render</c>: a scene becomes a video.</summary>
internal sealed class RenderCommand
{
    readonly CommandEnvironment environment;
    readonly SceneInput input;
    readonly ExcerptOptions excerpt;
    readonly Option<string> output = new("--output", "-o")
    {
        Description = "The video to write; its end tells the format, .html for slides. output/NAME.mp4 when left out.",
        HelpName = "FILE",
    };
    readonly EncoderOptions encoder = new();
    readonly FormatOptions format;
    readonly SlidesOptions slides;
    readonly ResourceOptions resources;
    readonly CacheOptions cache;
    readonly Option<bool> watch = new("--watch", "-w") { Description = "Render again whenever the scene is saved, until Ctrl-C. A scene " +
        "with problems leaves the last good video." };
    readonly Option<bool> explain = new("--explain") { Description = "Tell of every chunk whether it was there already or rendered, and " +
        "which frames differ from the scene's last render." };
    readonly Option<bool> show = new("--open") { Description = "Show the video when it is finished." };
    readonly Option<bool> json =
        new("--json")
        {
            Description = "Print one JSON event a line: diagnostic, training, started, progress, finished, warning, failed.",
        };
    readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    RenderCommand(CommandEnvironment environment)
    {
        this.environment = environment;
        (input, resources, cache) = (new(environment, severalLanguages: true), new(environment), new(environment));
        excerpt = new(environment, input);
        slides = new(output);
        format = new(output, slides);
    }

    public static Command Create(CommandEnvironment environment) => new RenderCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command =
            new DocumentedCommand("render", $"Render a scene to a video: {Enumeration.Of(OutputFormat.All.Select(f => f.Title))}.",
            "backprop render scenes/gradient-flow.yaml",
            "backprop render scenes/gradient-flow.yaml --draft --watch                          # while writing",
            "backprop render scenes/gradient-flow.yaml --aspect 9:16 -o phone.mp4",
            "backprop render scenes/gradient-flow.yaml --phase backward --set phases.backward.duration=30s",
            "backprop render scenes/gradient-flow.yaml --explain                                # what is rendered anew, and why",
            "backprop render scenes/gradient-flow.yaml --from 18s --to 34s --open",
            "backprop render scenes/gradient-flow.yaml --language vi,en                         # a video in each language",
            "backprop render scenes/gradient-flow.yaml -o lesson.webm                           # for a web page",
            "backprop render scenes/gradient-flow.yaml -o wave.gif --phase backward --quality 480p --fps 25",
            "backprop render scenes/gradient-flow.yaml -o overlay.mov --transparent             # ProRes 4444, for an editing program",
            "backprop render scenes/gradient-flow.yaml -o lesson.html                           # slides that pause where you speak")
        {
            output, explain, watch, show, json, quiet,
        };
        format.AddTo(command, encoder);
        slides.AddTo(command);
        resources.AddTo(command);
        cache.AddTo(command);
        input.AddTo(command);
        excerpt.AddTo(command);
        encoder.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(explain) && cache.IsOff(result))
                result.AddError("--explain compares with what the cache keeps, so it excludes --no-cache");
            if (result.GetValue(watch) && input.IsStandardInput(result))
                result.AddError("--watch waits for the scene's file to be saved, and standard input is none");
        });
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var display = ProgressDisplay.Create(environment, parsed.GetValue(quiet), parsed.GetValue(json));
        if (!parsed.GetValue(watch)) return await RenderAsync(parsed, display, cancellation);

        using var scene = new SceneWatch(input.PathIn(parsed));
        await scene.RunAsync(stop => RenderAsync(parsed, display, stop), cancellation);
        return ExitCode.Success;
    }

    // A video for each language, up to the first that fails.
    async Task<int> RenderAsync(ParseResult parsed, ProgressDisplay display, CancellationToken cancellation)
    {
        if (input.LanguagesIn(parsed) is not { Length: > 0 } languages) return await RenderAsync(parsed, null, display, cancellation);
        foreach (var language in languages)
        {
            var code = await RenderAsync(parsed, language, display, cancellation);
            if (code != ExitCode.Success) return code;
        }
        return ExitCode.Success;
    }

    async Task<int> RenderAsync(ParseResult parsed, string? language, ProgressDisplay display, CancellationToken cancellation)
    {
        var kind = format.KindIn(parsed);
        using var open = input.Open(
            parsed, cancellation, display, scene => AtRateOf(kind, scene, parsed), language, () => cache.FolderIn(parsed));
        if (open is null) return ExitCode.SceneProblem;
        try
        {
            if (FittingSize.ProblemOf(open.Scene, kind) is { } problem)
            {
                display.Tell(problem);
                return ExitCode.SceneProblem;
            }
            if (excerpt.Of(open, parsed) is not { } part) return ExitCode.Usage;
            var marks = slides.MarksIn(parsed);
            if (marks?.Any(time => Moments.FrameAt(open.Lesson, environment, time) is null) == true) return ExitCode.Usage;
            var target = TargetIn(parsed, kind, language);
            var options = resources.Of(parsed, cache.FolderIn(parsed));
            var settings = encoder.Of(parsed, open.Scene) with { Kind = kind };
            var report = await SceneVideo.RenderAsync(part, settings, target, options, display, cancellation, marks);
            foreach (var warning in report.Warnings) display.Warn(warning);
            if (options.CacheFolder is { } folder) Remember(part, settings, report, folder, parsed, language, display);
            // The system's program for this kind of file.
            if (parsed.GetValue(show)) Process.Start(new ProcessStartInfo(target) { UseShellExecute = true })?.Dispose();
            return ExitCode.Success;
        }
        catch (Exception e) when (e is not OperationCanceledException || !parsed.GetValue(watch))
        {
            var failure = Failure.Of(e);
            display.Fail(failure);
            return failure.ExitCode;
        }
    }

    Scene AtRateOf(VideoKind kind, Scene scene, ParseResult parsed)
    {
        var fitting = FittingRate.Of(scene, kind.Format);
        if (fitting != scene && !parsed.GetValue(quiet))
        {
            var (asked, fits) = (scene.Video.Fps.FramesPerSecond, fitting.Video.Fps.FramesPerSecond);
            var most = $"{kind.Format} shows at most {kind.Format.HighestRate} frames a second";
            environment.Error.WriteLine(FormattableString.Invariant($"note: {most}; rendering at {fits:0.###} instead of {asked:0.###}"));
        }
        return fitting;
    }

    // The last render is what the next one is compared with.
    void Remember(
        Excerpt part, VideoSettings settings, RenderReport report, string folder, ParseResult parsed, string? language,
        ProgressDisplay display)
    {
        var path = input.PathIn(parsed);
        var lesson = part.Lesson;
        var encoding = settings.ToString();
        var isFile = !input.IsStandardInput(parsed.CommandResult);
        if (parsed.GetValue(explain))
        {
            var last = isFile ? LastRender.Read(folder, path, language) : null;
            var (before, reason) = last?.Reopen(path, input.AllowsOutside(parsed), input.PluginsIn(parsed), lesson.Fonts)
                ?? (null, "there is no earlier render of this scene to compare with");
            display.Explain(ChunkExplanation.Of(report, part, new(lesson, lesson.Scene), encoding, before, reason), report.Sound);
        }
        if (isFile) LastRender.Of(path, part, encoding, [.. input.Overrides(parsed, language)])?.Note(folder, path, language);
    }

    // Of several languages, and where no file is named, each is told by its name: lesson.vi.mp4.
    string TargetIn(ParseResult parsed, VideoKind kind, string? language)
    {
        if (parsed.GetValue(output) is { } file)
            return input.LanguagesIn(parsed).Length > 1 ? Path.ChangeExtension(file, language + Path.GetExtension(file)) : file;
        OutputFolder.Make("output");
        var extension = slides.MarksIn(parsed) is null ? kind.Format.Extension : SlideDeck.Extensions[0];
        return Path.Combine("output", input.NameIn(parsed) + (language is null ? "" : "." + language) + extension);
    }
}
