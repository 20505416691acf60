using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BackpropAnimator.Files;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Sound;

/// <summary>Gets a video's sound from the store, or by mixing and encoding it: once for all of the video.</summary>
/// <param name="codec">The format's.</param>
internal sealed class SoundRenderer(RenderJob render, Accompaniment with, SoundCodec codec, RenderStore store)
{
    // Of what is added to reach the loudness, the limiter takes a part away again at the peaks: some more is added at once.
    const double Overshoot = 1.5;
    const int MostPasses = 4;

    // LU. What is allowed is 1; compressing the sound changes some hundredths.
    const double CloseEnough = 0.25;

    readonly Soundtrack track = with.Sound;
    readonly long whole = Math.Max(1, PcmFormat.SampleAt(with.Length));
    readonly long samples = PcmFormat.SampleAt(render.Frames.Rate.TimeOf(render.Frames.Count));

    // Without music nothing comes from a side.
    int Channels => track.Music is null ? 1 : 2;

    /// <exception cref="RenderException">A file cannot be read, or FFmpeg or the disk do not allow it.</exception>
    public async Task<(StoredChunk Sound, SoundReport Report)> GetAsync(CancellationToken cancellation)
    {
        var key = Key();
        if (store.Find(key) is { } found) return (found, new(codec.Title, key, Reused: true));
        _ = render.FFmpeg.PrepareAsync();
        var folder = Path.Combine(render.Scratch.Path, "sound");
        Disk.Write(folder, () => Directory.CreateDirectory(folder));
        var (level, loudness) = await LevelAsync(folder, cancellation).ConfigureAwait(false);
        var sound = await store.AddAsync(key, ChunkSeal.HasSound(samples, codec), path => RunAsync(
            [(level, PcmFormat.Input(Channels))], MixGraph.Cut(with.Parts, whole, samples), "cut", codec.Arguments(Channels), path, folder,
            cancellation)).ConfigureAwait(false);
        Discard.Folder(folder);
        return (sound, new(codec.Title, key, Reused: false) { Loudness = loudness });
    }

    /// <summary>The whole at its loudness: the file, and what was measured, in LUFS.</summary>
    async Task<(string File, double? Loudness)> LevelAsync(string folder, CancellationToken cancellation)
    {
        var (mix, mixed) = await MixAsync(folder, cancellation).ConfigureAwait(false);
        if (mixed is not { } start) return (mix, null);
        // Sounds without a voice are as quiet as they are meant to be.
        var target = track.Speech.IsEmpty ? start : Loudness.OfVideos;
        var gain = target - start;
        for (var pass = 1; ; pass++)
        {
            var level = Path.Combine(folder, "level.f32");
            var measured = await MeteredAsync(
                [(mix, PcmFormat.Input(Channels))], meter => MixGraph.Level(gain, whole, Channels, meter), "level", level, folder,
                cancellation).ConfigureAwait(false);
            if (measured is not { } reached || Math.Abs(target - reached) <= CloseEnough || pass == MostPasses) return (level, measured);
            gain += (target - reached) * (reached < target ? Overshoot : 1);
        }
    }

    async Task<(string File, double? Loudness)> MixAsync(string folder, CancellationToken cancellation)
    {
        List<(string, string)> inputs = [];
        (int, double)? speech = null, music = null;
        int? effects = null;
        if (!track.Speech.IsEmpty)
        {
            var file = Path.Combine(folder, "speech.f32");
            var loudness = await MeteredAsync(
                [.. track.Speech.Select(clip => (Path.GetFullPath(clip.File), SoundFile.Options))],
                meter => MixGraph.Speech(track.Speech, whole, meter), "speech", file, folder, cancellation).ConfigureAwait(false);
            speech = (inputs.Count, Loudness.OfVideos - loudness ?? 0);
            // What follows would only make it louder.
            if (track.Music is null && track.Effects.IsEmpty) return (file, loudness);
            inputs.Add((file, PcmFormat.Input(1)));
        }
        if (track.Music is { Volume: > 0 } tune)
        {
            var file = Path.Combine(folder, "music.f32");
            var loudness = await MeteredAsync(
                [(Path.GetFullPath(tune.File), $"-stream_loop -1 {SoundFile.Options}")], meter => MixGraph.Music(0, whole, meter), "music",
                file, folder, cancellation).ConfigureAwait(false);
            music = (inputs.Count, Loudness.OfVideos + Loudness.Decibels(tune.Volume) - loudness ?? 0);
            inputs.Add((file, PcmFormat.Input(2)));
        }
        if (!track.Effects.IsEmpty || inputs.Count == 0)
        {
            var file = Path.Combine(folder, "effects.f32");
            Disk.Write(file, () =>
            {
                using var stream = File.Create(file);
                EffectSynthesis.Write(track.Effects, whole, stream);
            });
            effects = inputs.Count;
            inputs.Add((file, PcmFormat.Input(1)));
        }
        var mix = Path.Combine(folder, "mix.f32");
        var mixed = await MeteredAsync(
            inputs, meter => MixGraph.Mix(speech, music, effects, whole, Channels, meter), "mix", mix, folder, cancellation)
            .ConfigureAwait(false);
        return (mix, mixed);
    }

    /// <returns>The loudness of what was written, in LUFS; null for silence.</returns>
    async Task<double?> MeteredAsync(
        IReadOnlyList<(string File, string Options)> inputs, Func<string, string> graph, string pad, string file, string folder,
        CancellationToken cancellation)
    {
        var meter = $"{pad}.r128";
        await RunAsync(inputs, graph(meter), pad, PcmFormat.Output, file, folder, cancellation).ConfigureAwait(false);
        return Loudness.Read(Path.Combine(folder, meter));
    }

    Task RunAsync(
        IReadOnlyList<(string File, string Options)> inputs, string graph, string pad, string arguments, string file, string folder,
        CancellationToken cancellation) =>
        render.FFmpeg.FilterAsync(inputs, graph, $"-map [{pad}] {arguments}", file, folder, cancellation);

    /// <summary>Names the sound by all that it is made of: what is in its files, and not where they are.</summary>
    string Key()
    {
        var text = new StringBuilder();
        text.AppendLine(codec.Arguments(Channels)).AppendLine(FFmpegProgram.Identify(render.Options.FFmpegFolder));
        text.AppendLine($"{typeof(SoundRenderer).Module.ModuleVersionId} {whole} {samples}");
        foreach (var part in with.Parts) text.Append(CultureInfo.InvariantCulture, $"part {part.Start:R} {part.End:R}\n");
        foreach (var clip in track.Speech)
            text.Append(CultureInfo.InvariantCulture, $"clip {PcmFormat.SampleAt(clip.Start)} {SoundFile.HashOf(clip.File)}\n");
        if (track.Music is { } music) text.Append(CultureInfo.InvariantCulture, $"music {music.Volume:R} {SoundFile.HashOf(music.File)}\n");
        foreach (var effect in track.Effects)
            text.Append(CultureInfo.InvariantCulture, $"{effect.Kind} {PcmFormat.SampleAt(effect.Time)}\n");
        return TextHash.Of(text.ToString());
    }
}
