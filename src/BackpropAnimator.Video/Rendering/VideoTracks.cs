using System.Collections.Immutable;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Sound;
using BackpropAnimator.Video.Subtitles;

namespace BackpropAnimator.Video.Rendering;

/// <summary>What goes beside a video's pictures, as far as its format has a place for it: sound, and subtitles.</summary>
internal sealed class VideoTracks : IDisposable
{
    readonly RenderJob render;
    readonly RenderStore store;
    readonly Accompaniment? with;
    readonly ImmutableArray<SubtitleScreen> screens = [];
    readonly string text = "";
    StoredChunk? sound;

    /// <param name="target">The video's path.</param>
    public VideoTracks(RenderJob render, RenderStore store, string target)
    {
        (this.render, this.store, with) = (render, store, render.Settings.Accompaniment);
        if (with is not null && Format.Subtitles is { } track)
        {
            screens = SubtitleTiming.Split(with.Subtitles, with.Length).Within(with.Parts);
            text = track.Text(screens);
        }
        Files = new(target, screens);
    }

    /// <summary>The subtitles beside the video.</summary>
    public SubtitleFiles Files { get; }

    /// <summary>What became of the sound; null where there is none.</summary>
    public SoundReport? Sound { get; private set; }

    /// <summary>Names all that the tracks are made of, once they are prepared.</summary>
    public string Key => $"{Sound?.Key}\n{Language}\n{Format.Subtitles?.Output}\n{text}";

    OutputFormat Format => render.Settings.Kind.Format;

    string Language => with is null ? "" : LanguageCode.Of(with.Language);

    /// <summary>Makes the sound, or finds it.</summary>
    /// <exception cref="RenderException">A file cannot be read, or FFmpeg or the disk do not allow it.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (with is null || with.Sound.IsEmpty || Format.Sound is not { } codec) return;
        (sound, Sound) = await new SoundRenderer(render, with, codec, store).GetAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The files that are joined with the pictures.</summary>
    public IReadOnlyList<JoinedTrack> Joined
    {
        get
        {
            List<JoinedTrack> tracks = [];
            if (sound is not null) tracks.Add(new(sound.Path, "", $"-metadata:s:a language={Language}"));
            if (!screens.IsEmpty && Format.Subtitles is { } track)
                tracks.Add(new(
                    render.Scratch.Write(".subtitles", text), track.Input,
                    $"{track.Output} -metadata:s:s language={Language}"));
            return tracks;
        }
    }

    public void Dispose() => sound?.Dispose();
}
