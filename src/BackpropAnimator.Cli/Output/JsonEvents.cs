using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Explaining;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Output;

/// <summary>
/// One JSON object a line on standard output, each with an <c>event</c>: note, training, diagnostic, started, progress, finished, warning,
/// chunk, chunk_there, sound or failed.
/// </summary>
/// <param name="variant">The variant of a batch that all of them are about, as a second field; null where there is no batch.</param>
internal sealed class JsonEvents(CommandEnvironment environment, string? variant = null) : ProgressDisplay(environment)
{
    static readonly TimeSpan interval = TimeSpan.FromMilliseconds(250);
    readonly Lock writing = new();
    TimeSpan next;

    public override void Tell(Diagnostic problem) => Write("diagnostic", FieldsOf(problem));

    /// <summary>A problem of a scene, as fields of an event.</summary>
    public static JsonObject FieldsOf(Diagnostic problem) => new()
    {
        ["file"] = problem.Position.File,
        ["line"] = problem.Position.Line,
        ["column"] = problem.Position.Column,
        ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
        ["message"] = problem.Message,
        ["hint"] = problem.Hint,
    };

    protected override void OnStart()
    {
        next = TimeSpan.Zero;
        var started = new JsonObject { ["target"] = Target, ["frames"] = Frames };
        if (Encoder is not null) started["ffmpeg_arguments"] = Encoder;
        Write("started", started);
    }

    public override void Report(RenderProgress value)
    {
        lock (writing)
        {
            if (Elapsed < next) return;
            next = Elapsed + interval;
        }
        Write("progress", new() { ["frames_done"] = value.FramesDone, ["frames"] = Frames, ["frames_reused"] = value.FramesReused });
    }

    public override void Tell(ChunkReport chunk) => Write("chunk_there", new()
    {
        ["first_frame"] = chunk.FirstFrame,
        ["frames"] = chunk.FrameCount,
        ["key"] = chunk.Key,
        ["reused"] = chunk.Reused,
    });

    public override void Finish(RenderReport? report) => Write("finished", new()
    {
        ["target"] = Target,
        ["frames"] = Frames,
        ["frames_reused"] = report?.FramesReused ?? 0,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 3),
        ["bytes"] = File.Exists(Target) ? new FileInfo(Target).Length : null,
        ["sound"] = report?.Sound is { } sound
            ? new JsonObject
            {
                ["codec"] = sound.Codec,
                ["reused"] = sound.Reused,
                ["loudness"] = sound.Loudness is { } loudness ? Math.Round(loudness, 1) : null,
            }
            : null,
        ["subtitles"] = new JsonArray([.. report?.SubtitleFiles.Select(file => (JsonNode)file) ?? []]),
    });

    public override void Explain(ImmutableArray<ChunkExplanation> chunks, SoundReport? sound)
    {
        foreach (var c in chunks)
            Write("chunk", new()
            {
                ["phase"] = c.Phase,
                ["start"] = c.Start,
                ["end"] = c.End,
                ["frames"] = c.Chunk.FrameCount,
                ["reused"] = c.Chunk.Reused,
                ["frames_differing"] = c.FramesDiffering,
                ["why"] = c.Why,
            });
        if (sound is not null) Write("sound", new() { ["reused"] = sound.Reused });
    }

    public override void Warn(string warning) => Write("warning", new() { ["message"] = warning });

    protected override void Note(string text) => Write("note", new() { ["message"] = text });

    protected override Task ShowTraining(Func<double> share, Task ended) =>
        Every(interval, ended, () => Write("training", new() { ["share"] = Math.Round(share(), 3) }));

    public override void Fail(Failure failure) =>
        Write("failed", new() { ["exit_code"] = failure.ExitCode, ["message"] = failure.Message });

    void Write(string name, JsonObject fields)
    {
        fields.Insert(0, "event", name);
        if (variant is not null) fields.Insert(1, "variant", variant);
        lock (writing) Environment.Messages.WriteLine(Json.Line(fields));
    }
}
