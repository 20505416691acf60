using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop chunks</c>: a render or a batch in shares, for several machines with a folder in common.</summary>
internal sealed class ChunksCommand
{
    readonly CommandEnvironment environment;
    readonly Option<bool> list = new("--list")
    {
        Description = "Show the chunks: the key of each, its frames, whether it is in the cache, and about how many seconds a core takes.",
    };
    readonly Option<Share?> render = new("--render")
    {
        Description = "Render share I of N, counted from 0, into the cache. For N alone, SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX " +
            "or JOB_COMPLETION_INDEX tells I.",
        HelpName = "I/N",
        CustomParser = Share.Parse,
    };
    readonly Option<bool> join = new("--join") { Description = "Join the chunks to videos, with their sound and subtitles." };
    readonly Option<string> order = new("--order")
    {
        Description = "With --render: a list that --list --json wrote. Its chunks are shared out, as far as they were not there, and " +
            "need not be found out by every share.",
        HelpName = "LIST",
    };
    readonly Option<bool> plan = new("--plan")
    {
        Description = "Tell how long a cluster would take, what would go through its shared folder, and what it would cost, from some " +
            "chunks that are rendered here to measure.",
    };
    readonly Option<int> nodes =
        new("--nodes") { Description = "With --plan: how many machines.", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<int> cores =
        new("--cores") { Description = "With --plan: processors of each.", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<double?> price = new("--price") { Description = "With --plan: what an hour of a core costs.", HelpName = "MONEY" };
    readonly CacheOptions cache;
    readonly BatchInput input;
    readonly ResourceOptions resources;
    readonly Option<bool> json = new("--json") { Description = "Print JSON: one event a line, or with --list the chunks." };
    readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    ChunksCommand(CommandEnvironment environment)
    {
        (this.environment, cache, resources) = (environment, new(environment), new(environment));
        input = new(environment, cache);
    }

    public static Command Create(CommandEnvironment environment) => new ChunksCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand(
            "chunks", "Render scenes or variants in shares, on as many machines as share a folder, and join them. Each step may be run " +
                "again, twice at once, or be killed.",
            "backprop chunks variants.yaml --list",
            "backprop chunks variants.yaml --render 0/2 --cache /shared/course      # on one machine",
            "backprop chunks variants.yaml --render 1/2 --cache /shared/course      # on another",
            "backprop chunks variants.yaml --join --cache /shared/course -o '/shared/videos/{name}.mp4'",
            "backprop chunks variants.yaml --plan --nodes 100 --cores 32 --cache /shared/course")
        {
            list, render, join, order, plan, nodes, cores, price,
        };
        nodes.Within(1, 100_000);
        cores.Within(1, 10_000);
        price.Within(0);
        command.Add(cache.Cache);
        input.AddTo(command);
        resources.AddTo(command);
        command.Add(json);
        command.Add(quiet);
        command.Validators.Add(result =>
        {
            Option[] steps = [list, render, join, plan];
            Option[] ofPlan = [nodes, cores, price];
            var given = steps.Where(step => result.GetResult(step) is not null).ToArray();
            if (given.Length != 1) result.AddError("chunks takes one of --list, --render I/N, --join and --plan");
            else if (result.GetResult(order) is not null && given[0] != render) result.AddError($"{order.Name} goes with {render.Name}");
            else if (given[0] != plan && ofPlan.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } idle)
                result.AddError($"{idle.Name} goes with {plan.Name}");
        });
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var options = resources.Of(parsed, parsed.GetRequiredValue(cache.Cache));
        var display = BatchDisplay.Create(environment, parsed.GetValue(quiet), parsed.GetValue(json));
        using var narrator = input.NarratorIn(parsed);
        ImmutableArray<VariantReport> reports;
        await using (display)
        {
            var read = input.Read(parsed);
            foreach (var diagnostic in read.Diagnostics) display.Tell(new(diagnostic, [], InAll: false));
            if (read.HasErrors) return ExitCode.SceneProblem;
            if (parsed.GetValue(list)) return List(Checked(read.Variants), parsed, options, cancellation);
            if (parsed.GetValue(plan)) return await PlanAsync(() => Checked(read.Variants), parsed, options, cancellation);
            var (variants, runner) = parsed.GetValue(render) is { } share
                ? ShareOf(share, read.Variants, Checked, parsed.GetValue(order), options, display, cancellation)
                : (Checked(read.Variants), new BatchRunner(options with { JoinsOnly = true }, force: false, display));
            display.Start(variants.Count(v => v.Sound is not null));
            reports = await runner.RunAsync(variants, cancellation);
        }
        display.Summarize(new(reports, watch.Elapsed));
        if (!cancellation.IsCancellationRequested) return VariantReport.ExitCodeOf(reports);
        environment.Error.WriteLine("Cancelled; finished chunks stay, and run again it goes on with the others.");
        return ExitCode.Cancelled;

        ImmutableArray<CheckedVariant> Checked(ImmutableArray<Variant> variants) =>
            input.Check(variants, parsed, narrator, display.Tell, cancellation);
    }

    static (ImmutableArray<CheckedVariant> Variants, VariantRunner Runner) ShareOf(
        Share share, ImmutableArray<Variant> variants, Func<ImmutableArray<Variant>, ImmutableArray<CheckedVariant>> check,
        string? file, RenderOptions options, BatchDisplay display, CancellationToken cancellation)
    {
        if (file is not null)
        {
            var mine = share.Of([.. ListedChunk.Read(file).Where(chunk => !chunk.IsThere)]);
            var names = mine.Select(chunk => chunk.Variant).ToHashSet();
            return (check([.. variants.Where(v => names.Contains(v.Name))]), new ShareRunner(options, mine, display));
        }
        var all = check(variants);
        // What is there is shared out too: who comes later must get the same shares.
        var chunks = share.Of(ChunkList.Of(all, options with { CacheFolder = null }, cancellation));
        var wanted = chunks.Select(chunk => chunk.Variant).ToHashSet();
        // A scene with problems belongs to no share, and each says so.
        return ([.. all.Where(v => v.Sound is null || wanted.Contains(v.Variant.Name))], new ShareRunner(options, chunks, display));
    }

    int List(ImmutableArray<CheckedVariant> variants, ParseResult parsed, RenderOptions options, CancellationToken cancellation)
    {
        var chunks = ChunkList.WithKeys(variants, options, cancellation);
        if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(ListedChunk.ToJson(chunks)));
        else environment.Write(TableOf(chunks));
        return variants.Any(v => v.Sound is null) ? ExitCode.SceneProblem : ExitCode.Success;
    }

    async Task<int> PlanAsync(
        Func<ImmutableArray<CheckedVariant>> check, ParseResult parsed, RenderOptions options, CancellationToken cancellation)
    {
        var start = DateTime.Now - Process.GetCurrentProcess().StartTime;
        var watch = Stopwatch.StartNew();
        var variants = check();
        var checking = watch.Elapsed;
        if (variants.Any(v => v.Sound is null)) return ExitCode.SceneProblem;
        var chunks = ChunkList.Of(variants, options, cancellation);
        var figures = await PlanMeasurement.RunAsync(variants, chunks, start, checking, options, cancellation);
        var planned = new ClusterPlan(figures, parsed.GetValue(nodes), parsed.GetValue(cores), parsed.GetValue(price));
        if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(planned.ToJson()));
        else environment.Write(planned.ToTable());
        return ExitCode.Success;
    }

    static Table TableOf(ImmutableArray<ListedChunk> chunks)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("variant").AddColumn(new TableColumn("frames").RightAligned())
            .AddColumn(new TableColumn("core seconds").RightAligned()).AddColumn("cache").AddColumn("key");
        foreach (var (variant, range, key, isThere, seconds) in chunks)
            table.AddRow(
                Markup.Escape(variant), $"{range.First}–{range.End - 1}", FormattableString.Invariant($"{seconds:0.0}"),
                isThere ? "there" : "missing", key![..12]);
        var missing = chunks.Where(chunk => !chunk.IsThere).ToList();
        return table.Caption(FormattableString.Invariant(
            $"{Quantity.Of(chunks.Length, "chunk")}, {missing.Count} missing: about {missing.Sum(chunk => chunk.Seconds):0} core seconds"));
    }
}
