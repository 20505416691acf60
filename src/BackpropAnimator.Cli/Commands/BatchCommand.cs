using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Slurm;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop batch</c>: many variants of a scene, or many scenes, in one go.</summary>
internal sealed class BatchCommand
{
    readonly CommandEnvironment environment;
    readonly Option<bool> list = new("--list") { Description = "Show what would be rendered, and render nothing." };
    readonly Option<bool> force = new("--force") { Description = "Render also what is up to date." };
    readonly ResourceOptions resources;
    readonly CacheOptions cache;
    readonly BatchInput input;
    readonly SlurmOptions slurm = new();
    readonly Option<bool> json = new("--json") { Description = "Print JSON: one event a line, or with --list the variants." };
    readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    BatchCommand(CommandEnvironment environment)
    {
        (this.environment, resources, cache) = (environment, new(environment), new(environment));
        input = new(environment, cache);
    }

    public static Command Create(CommandEnvironment environment) => new BatchCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand(
            "batch", "Render many variants of a scene, or many scenes. Run again, it renders only what is missing or changed.",
            "backprop batch variants.yaml",
            "backprop batch variants.yaml --list",
            "backprop batch scenes/gradient-flow.yaml --data rows.csv -o 'rows/{name}.mp4' --quality 480p",
            "backprop batch scenes/*.yaml --aspect 9:16 -o 'tall/{name}.mp4'",
            "backprop batch variants.yaml --on slurm --nodes 8 --cores 4 --time 30 --sbatch '--partition=cpu'")
        {
            list, force,
        };
        input.AddTo(command);
        resources.AddTo(command);
        cache.AddTo(command);
        slurm.AddTo(command, list, resources.Jobs, cache.NoCache);
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
        using var narrator = input.NarratorIn(parsed);
        ImmutableArray<VariantReport> reports;
        await using (display)
        {
            if (Variants(parsed, narrator, display, cancellation) is not { } variants) return ExitCode.SceneProblem;
            if (parsed.GetValue(list)) return Show(variants, runner, parsed);
            display.Start(variants.Count(v => v.Sound is not null));
            if (!slurm.IsIn(parsed)) reports = await runner.RunAsync(variants, cancellation);
            else if (await OnSlurm(parsed, display).RunAsync(variants, runner, cancellation) is { } followed) reports = followed;
            else return ExitCode.Success;
        }
        display.Summarize(new(reports, watch.Elapsed));
        if (!cancellation.IsCancellationRequested) return VariantReport.ExitCodeOf(reports);
        environment.Error.WriteLine("Cancelled; run again, it goes on with the variants that are not finished.");
        return ExitCode.Cancelled;
    }

    SlurmBatch OnSlurm(ParseResult parsed, BatchDisplay display)
    {
        var command = parsed.CommandResult;
        Option[] told = [.. slurm.All, force, json, quiet, cache.Cache, resources.Jobs];
        return new(
            resources.Of(parsed, cache.FolderIn(parsed)), slurm.Of(parsed),
            [.. PassedWords.OptionsOf(command, told), .. PassedWords.ArgumentsOf(command)], display);
    }

    /// <summary>The variants with their scenes, checked; null, which is then told, when it cannot be said which there are.</summary>
    ImmutableArray<CheckedVariant>? Variants(
        ParseResult parsed, Narrator narrator, BatchDisplay display, CancellationToken cancellation)
    {
        var read = input.Read(parsed);
        foreach (var diagnostic in read.Diagnostics) display.Tell(new(diagnostic, [], InAll: false));
        var variants = input.Check(read.Variants, parsed, narrator, display.Tell, cancellation);
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
