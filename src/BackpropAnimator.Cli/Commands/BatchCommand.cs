using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop batch</c>: many variants of a scene, or many scenes, in one go.</summary>
internal sealed class BatchCommand(CommandEnvironment environment)
{
    readonly Argument<string[]> files =
        new("FILE") { Description = "Variants files, or scenes: YAML files.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string> data = new("--data")
    {
        Description = "A CSV file that makes a variant of the scene for each row. Its columns are paths as --set takes them; a column " +
            "'name' names the variants.",
        HelpName = "FILE",
    };
    readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where the videos go: {name} stands for the variant's name, {scene} for its scene's, and the end tells the " +
            "format. Left out, what the variants file says, or output/{name}.mp4.",
        HelpName = "PATTERN",
    };
    readonly Option<bool> list = new("--list") { Description = "Show what would be rendered, and render nothing." };
    readonly Option<bool> force = new("--force") { Description = "Render also what is up to date." };
    readonly ResourceOptions resources = new(environment);
    readonly CacheOptions cache = new(environment);
    readonly SceneOptions scene = new();
    readonly VoiceOptions voice = new(environment);
    readonly EncoderOptions encoder = new();
    readonly Option<bool> json = new("--json") { Description = "Print JSON: one event a line, or with --list the variants." };
    readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    public static Command Create(CommandEnvironment environment) => new BatchCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand(
            "batch", "Render many variants of a scene, or many scenes. Run again, it renders only what is missing or changed.",
            "backprop batch variants.yaml",
            "backprop batch variants.yaml --list",
            "backprop batch scenes/gradient-flow.yaml --data rows.csv -o 'rows/{name}.mp4' --quality 480p",
            "backprop batch scenes/*.yaml --aspect 9:16 -o 'tall/{name}.mp4'")
        {
            files, data, output, list, force,
        };
        resources.AddTo(command);
        cache.AddTo(command);
        scene.AddTo(command);
        voice.AddTo(command);
        encoder.AddTo(command);
        command.Add(json);
        command.Add(quiet);
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var display = BatchDisplay.Create(environment, parsed.GetValue(quiet), parsed.GetValue(json));
        var runner = new BatchRunner(resources.Of(parsed, cache.FolderIn(parsed)), parsed.GetValue(force), display);
        using var narrator = voice.NarratorFor(parsed, cache.FolderIn(parsed));
        ImmutableArray<VariantReport> reports;
        await using (display)
        {
            if (Variants(parsed, narrator, display, cancellation) is not { } variants) return ExitCode.SceneProblem;
            if (parsed.GetValue(list)) return Show(variants, runner, parsed);
            display.Start(variants.Count(v => v.Sound is not null));
            reports = await runner.RunAsync(variants, cancellation);
        }
        display.Summarize(new(reports, watch.Elapsed));
        if (!cancellation.IsCancellationRequested) return VariantReport.ExitCodeOf(reports);
        environment.Error.WriteLine("Cancelled; run again, it goes on with the variants that are not finished.");
        return ExitCode.Cancelled;
    }

    /// <summary>The variants with their scenes, checked; null, which is then told, when it cannot be said which there are.</summary>
    ImmutableArray<CheckedVariant>? Variants(
        ParseResult parsed, Narrator narrator, BatchDisplay display, CancellationToken cancellation)
    {
        // Only the usual extensions: what ends in .png may be a picture, which would be replaced.
        string[] extensions = [.. OutputFormat.All.Select(format => format.Extension)];
        var read = VariantsReader.Read(
            parsed.GetRequiredValue(files), extensions, parsed.GetValue(data), parsed.GetValue(output), scene.AllowOutside(parsed));
        foreach (var diagnostic in read.Diagnostics) display.Tell(new(diagnostic, [], InAll: false));
        var variants = BatchCheck.Run(
            read.Variants, scene, encoder, scene => voice.Speaks(scene, parsed) ? narrator.Speak(scene, cancellation) : (null, []), parsed,
            display.Tell, cancellation);
        return read.HasErrors ? null : variants;
    }

    int Show(ImmutableArray<CheckedVariant> variants, BatchRunner runner, ParseResult parsed)
    {
        var shown =
            new VariantList([.. variants.Select(v => (v, v.Sound is null ? "refused" : runner.IsUpToDate(v) ? "up to date" : "render"))]);
        if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(shown.ToJson()));
        else environment.Write(shown.ToTable());
        return variants.Any(v => v.Sound is null) ? ExitCode.SceneProblem : ExitCode.Success;
    }
}
