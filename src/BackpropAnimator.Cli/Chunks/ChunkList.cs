using System.Collections.Immutable;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>Finds out which chunks the videos of a batch have, and which of them are in the cache.</summary>
internal static class ChunkList
{
    /// <summary>The chunks without their keys, as far as no earlier render noted these: no lesson is made for it.</summary>
    public static ImmutableArray<ListedChunk> Of(
        ImmutableArray<CheckedVariant> variants, RenderOptions options, CancellationToken cancellation)
    {
        using var shipped = FontShelf.Open();
        return [.. Sound(variants).SelectMany(variant => Look(variant.Name, variant.Sound))];

        IEnumerable<ListedChunk> Look(string name, SoundVariant sound)
        {
            var fonts = ThemeFiles.FontsOf(sound.Scene, shipped);
            using var own = fonts == shipped ? null : fonts;
            var frames = Excerpt.FramesOf(
                LessonSchedule.Of(sound.Scene, sound.Narration), LessonIdentity.Of(sound.Scene, fonts, sound.Narration));
            return Listed(name, frames, LessonVideo.Grounded(sound.Settings, sound.Scene), fonts, options, composes: false, cancellation);
        }
    }

    /// <summary>The chunks with their keys, for which every frame is composed.</summary>
    public static ImmutableArray<ListedChunk> WithKeys(
        ImmutableArray<CheckedVariant> variants, RenderOptions options, CancellationToken cancellation)
    {
        return [.. Sound(variants).SelectMany(variant => Look(variant.Name, variant.Sound))];

        IEnumerable<ListedChunk> Look(string name, SoundVariant sound)
        {
            using var open = new OpenLesson(sound.Scene, FontShelf.Open(), new(tell: null, cancellation), sound.Narration);
            var whole = SceneVideo.Whole(open.Lesson);
            return Listed(name, whole.Frames, whole.Described(sound.Settings), open.Fonts, options, composes: true, cancellation);
        }
    }

    static ImmutableArray<ListedChunk> Listed(
        string name, FrameSequence frames, VideoSettings settings, FontShelf fonts, RenderOptions options, bool composes,
        CancellationToken cancellation) =>
    [
        .. VideoChunks.Look(frames, settings, fonts, options, composes, cancellation).Select(chunk =>
            new ListedChunk(name, chunk.Range, chunk.Key, chunk.IsThere, VideoChunks.SecondsFor(chunk.Range, settings))),
    ];

    static IEnumerable<(string Name, SoundVariant Sound)> Sound(ImmutableArray<CheckedVariant> variants) =>
        variants.Where(variant => variant.Sound is not null).Select(variant => (variant.Variant.Name, variant.Sound!));
}
