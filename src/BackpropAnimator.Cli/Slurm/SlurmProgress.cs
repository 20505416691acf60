using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>What the jobs of a batch have told by now, variant by variant, shown as if they were rendered here.</summary>
internal sealed class SlurmProgress
{
    readonly BatchDisplay display;
    readonly ImmutableArray<CheckedVariant> variants;
    readonly Dictionary<string, Followed> followed = [];
    readonly Dictionary<string, VariantReport> reports = [];

    /// <param name="chunks">What was to be rendered.</param>
    public SlurmProgress(ImmutableArray<CheckedVariant> variants, ImmutableArray<ListedChunk> chunks, BatchDisplay display)
    {
        (this.variants, this.display) = (variants, display);
        var frames = chunks.Where(chunk => !chunk.IsThere).ToLookup(chunk => chunk.Variant, chunk => chunk.Range.Count);
        foreach (var (variant, sound) in variants)
            if (sound is not null) followed[variant.Name] = new(variant, frames[variant.Name].Sum());
    }

    /// <summary>Whether the join has said how each video ended.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>An event of a share.</summary>
    public void TakeFromShare(JsonObject told)
    {
        if (Find(told) is not { } variant) return;
        switch ((string?)told["event"])
        {
            case "chunk_there":
                variant.Add((int)told["first_frame"]!, (int)told["frames"]!, (bool)told["reused"]!, display);
                break;
            case "finished":
                variant.Seconds += (double)told["seconds"]!;
                break;
            case "failed":
                variant.Failure = new((int)told["exit_code"]!, (string)told["message"]!);
                break;
        }
    }

    /// <summary>An event of the join.</summary>
    public void TakeFromJoin(JsonObject told)
    {
        if ((string?)told["event"] == "summary") IsJoined = true;
        if (Find(told) is not { } variant || reports.ContainsKey(variant.Variant.Name)) return;
        var report = (string?)told["event"] switch
        {
            "finished" => new VariantReport(
                variant.Variant, VariantOutcome.Rendered, TimeSpan.FromSeconds(variant.Seconds + (double)told["seconds"]!),
                (long?)told["bytes"]),
            "up_to_date" => new(variant.Variant, VariantOutcome.UpToDate, Bytes: new FileInfo(variant.Variant.Output).Length),
            // Why chunks are missing is told by the share that should have rendered them.
            "failed" => new(
                variant.Variant, VariantOutcome.Failed,
                Failure: variant.Failure ?? new((int)told["exit_code"]!, (string)told["message"]!)),
            _ => null,
        };
        if (report is null) return;
        reports[variant.Variant.Name] = report;
        variant.End(report, display);
        display.Report(report);
    }

    /// <summary>What became of each variant, in order.</summary>
    /// <param name="unjoined">Why those have failed of which the join has told nothing; null where they are unfinished.</param>
    public ImmutableArray<VariantReport> Reports(string? unjoined) =>
    [
        .. variants.Select(v => v.Sound is null
            ? new(v.Variant, VariantOutcome.Refused)
            : reports.GetValueOrDefault(v.Variant.Name) ?? Unfinished(followed[v.Variant.Name], unjoined)),
    ];

    static VariantReport Unfinished(Followed variant, string? unjoined) => variant.Failure is not null || unjoined is not null
        ? new(variant.Variant, VariantOutcome.Failed, Failure: variant.Failure ?? new(ExitCode.Environment, unjoined!))
        : new(variant.Variant, VariantOutcome.Unfinished);

    Followed? Find(JsonObject told) => (string?)told["variant"] is { } name ? followed.GetValueOrDefault(name) : null;

    /// <summary>A variant that jobs are at work on.</summary>
    /// <param name="Frames">How many are to be rendered.</param>
    sealed record Followed(Variant Variant, int Frames)
    {
        // A share that was started again tells of its chunks again.
        readonly HashSet<int> chunks = [];
        ProgressDisplay? shown;
        int done, reused;

        public double Seconds { get; set; }
        public Failure? Failure { get; set; }

        public void Add(int first, int frames, bool isReused, BatchDisplay display)
        {
            if (!chunks.Add(first)) return;
            done += frames;
            if (isReused) reused += frames;
            Shown(display).Report(new(done, Frames, reused));
        }

        public void End(VariantReport report, BatchDisplay display)
        {
            if (report.Outcome == VariantOutcome.UpToDate) return;
            var ending = Shown(display);
            if (report.Failure is { } failure) ending.Fail(failure);
            else ending.Finish();
            // What it waits for is nothing but the display.
            ending.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        ProgressDisplay Shown(BatchDisplay display)
        {
            if (shown is not null) return shown;
            shown = display.ProgressOf(Variant);
            shown.Start(Variant.Output, Frames);
            return shown;
        }
    }
}
