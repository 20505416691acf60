using System.Collections.Immutable;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>Finds out which chunks the videos of a batch have.</summary>
internal static class ChunkList
{
    /// <summary>Where the videos are cut and what that costs, without making a lesson.</summary>
    public static ImmutableArray<ListedChunk> Of(ImmutableArray<CheckedVariant> variants) =>
    [
        .. from variant in variants
           where variant.Sound is not null
           from range in PlanOf(variant.Sound!)
           select new ListedChunk(
               variant.Variant.Name, range, Key: null, IsThere: false, VideoChunks.SecondsFor(range, variant.Sound!.Settings)),
    ];

    /// <summary>The same with the keys, for which every frame is composed, and with what is in the cache.</summary>
    public static ImmutableArray<ListedChunk> WithKeys(
        ImmutableArray<CheckedVariant> variants, RenderOptions options, CancellationToken cancellation)
    {
        return [.. variants.Where(variant => variant.Sound is not null).SelectMany(variant => Look(variant.Variant.Name, variant.Sound!))];

        IEnumerable<ListedChunk> Look(string name, SoundVariant sound)
        {
            using var open = new OpenLesson(sound.Scene, FontShelf.Open(), new(tell: null, cancellation), sound.Narration);
            var whole = SceneVideo.Whole(open.Lesson);
            var settings = whole.Described(sound.Settings);
            return [.. VideoChunks.Look(whole.Frames, settings, open.Fonts, options, cancellation).Select(chunk =>
                new ListedChunk(name, chunk.Range, chunk.Key, chunk.IsThere, VideoChunks.SecondsFor(chunk.Range, settings)))];
        }
    }

    static ImmutableArray<FrameRange> PlanOf(SoundVariant sound)
    {
        var schedule = LessonSchedule.Of(sound.Scene, sound.Narration);
        var starts = Enumerable.Range(0, schedule.Intervals.Length).Select(schedule.FramesOf).Where(phase => phase.End > phase.First);
        return VideoChunks.PlanOf(
            new(schedule.FrameCount, schedule.Rate, _ => throw new NotSupportedException())
            {
                Cuts = [.. starts.Select(phase => phase.First)],
            },
            sound.Settings);
    }
}
