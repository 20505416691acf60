using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>What goes with the pictures of a lesson.</summary>
public static class LessonAccompaniment
{
    // Frames a second that are looked through for packets, and seconds from one sound of a kind to the next: in a crowd not each is heard.
    const double Looks = 30, Apart = 0.14;

    /// <summary>What goes with an excerpt's pictures.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Accompaniment AccompanimentOf(this Excerpt excerpt, CancellationToken cancellation = default)
    {
        var (lesson, rate) = (excerpt.Lesson, excerpt.Lesson.Rate);
        return new()
        {
            Sound = SoundtrackOf(lesson, cancellation),
            Subtitles = lesson.Subtitles(),
            Language = lesson.Scene.Language,
            Length = rate.TimeOf(lesson.FrameCount),
            Parts = [.. excerpt.Ranges.Select(range => new Interval(rate.TimeOf(range.First), rate.TimeOf(range.End)))],
        };
    }

    static Soundtrack SoundtrackOf(Lesson lesson, CancellationToken cancellation) => new()
    {
        Speech = lesson.Speech(),
        Music = lesson.Scene.Music is { Path: { } file } music ? new(file, music.Volume) : null,
        Effects = lesson.Scene.Sounds ? EffectsOf(lesson, cancellation) : [],
    };

    /// <summary>A packet's sound where more of them travel than before, and a hit's where fewer do.</summary>
    /// <remarks>
    /// It is read off the frames: so it is where the picture has it, at any pace, and phases of authors' own have it too.
    /// </remarks>
    static ImmutableArray<SoundEffect> EffectsOf(Lesson lesson, CancellationToken cancellation)
    {
        var step = Math.Max(1, (int)(lesson.Rate.FramesPerSecond / Looks));
        var packets = new int[(lesson.FrameCount + step - 1) / step];
        Parallel.For(0, packets.Length, new() { CancellationToken = cancellation }, look =>
            packets[look] = lesson.FrameAt(look * step).Items.Count(item => item is Comet));
        var effects = ImmutableArray.CreateBuilder<SoundEffect>();
        var last = new Dictionary<SoundKind, double>();
        for (var look = 1; look < packets.Length; look++)
        {
            if (packets[look] == packets[look - 1]) continue;
            var kind = packets[look] > packets[look - 1] ? SoundKind.Packet : SoundKind.Hit;
            var time = lesson.Rate.TimeOf(look * step);
            if (time - last.GetValueOrDefault(kind, double.NegativeInfinity) < Apart) continue;
            last[kind] = time;
            effects.Add(new(kind, time));
        }
        return effects.ToImmutable();
    }
}
