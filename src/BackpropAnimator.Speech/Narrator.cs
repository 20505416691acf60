using System.Collections.Immutable;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Speech;

/// <summary>Has a scene's texts spoken, or finds their recordings. What it gives is there until it is disposed of.</summary>
public sealed class Narrator : IDisposable
{
    readonly SpeechStore store;

    /// <param name="cacheFolder">
    /// Where speech is kept for the next time, as <c>speech</c> in this folder; null to keep it no longer than this.
    /// </param>
    public Narrator(string? cacheFolder) => store = new(cacheFolder is null ? null : SpeechCache.FolderIn(cacheFolder));

    /// <summary>A folder with recordings, each called after its phase, which go before all else; null for none.</summary>
    public string? TakesFolder { get; init; }

    internal string TemporaryFolder => store.TemporaryFolder;

    internal SpeechLimits Limits { get; init; } = new();

    /// <summary>Says all that a scene has to say.</summary>
    /// <returns>What is said; null exactly where something cannot be, which is then told at the line of its text.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the engine is gone.</exception>
    public (Narration? Narration, ImmutableArray<Diagnostic> Problems) Speak(Scene scene, CancellationToken cancellation = default)
    {
        var (parts, names, problems) = (scene.Parts, scene.PhaseNames, new DiagnosticBag());
        var spoken = new SpokenPart?[parts.Length];
        var speaker = new Lazy<Speaker>(() => new(ISpeechEngine.Of(scene), store, Limits));
        Parallel.For(0, parts.Length, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, (i, loop) =>
        {
            // An engine that does not work is not tried for every phase: it may take its time each time.
            if (parts[i].Say is not { } say || loop.IsStopped) return;
            try
            {
                spoken[i] = Say(say, names[i], speaker, cancellation);
            }
            catch (SpeechException e)
            {
                loop.Stop();
                var at = say.PositionOf(say.File is null ? nameof(say.Text) : nameof(say.File));
                lock (problems) problems.Error(at, $"say: {e.Message}", e.Hint, same: e.Message);
            }
            catch (OperationCanceledException)
            {
                loop.Stop();
            }
        });
        cancellation.ThrowIfCancellationRequested();
        return (problems.HasErrors ? null : new([.. spoken]), problems.InOrder(scene.Position.File ?? ""));
    }

    /// <summary>The same by a narrator that is there for this scene alone: where nothing can be said, it is closed.</summary>
    /// <returns>What is said with who keeps it, both null for silence; and what cannot be said.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the engine is gone, and so is the narrator.</exception>
    public (Narration? Narration, Narrator? Keeper, ImmutableArray<Diagnostic> Problems) SpeakAndKeep(
        Scene scene, CancellationToken cancellation)
    {
        var (narration, problems) = (default(Narration), ImmutableArray<Diagnostic>.Empty);
        try
        {
            (narration, problems) = Speak(scene, cancellation);
            return (narration, narration is null ? null : this, problems);
        }
        finally
        {
            if (narration is null) Dispose();
        }
    }

    public void Dispose() => store.Dispose();

    SpokenPart? Say(SayScript say, string name, Lazy<Speaker> speaker, CancellationToken cancellation)
    {
        var take = TakesFolder is { } folder ? Takes.PathFor(folder, name) : null;
        if (File.Exists(take)) return Takes.Of(Path.GetFullPath(take), Takes.Read(take), say);
        if (say.FilePath is { } path) return Takes.Of(path, say.FileBytes.AsSpan(), say);
        return say.Spoken is { IsEmpty: false } text ? speaker.Value.SayAsync(text, cancellation).GetAwaiter().GetResult() : null;
    }
}
