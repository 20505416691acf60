using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>Some of a lesson's frames, in the lesson's order.</summary>
/// <param name="Lesson">Where they are from.</param>
/// <param name="Ranges">The frames: from each first one to before each end; in order, none empty.</param>
public sealed record Excerpt(Lesson Lesson, ImmutableArray<(int First, int End)> Ranges)
{
    /// <summary>Every frame of a lesson.</summary>
    public static Excerpt Whole(Lesson lesson) => new(lesson, [(0, lesson.FrameCount)]);

    /// <summary>How many frames there are.</summary>
    public int Count => Ranges.Sum(r => r.End - r.First);

    /// <summary>The chapters that have frames here, with where they begin in the excerpt.</summary>
    public ImmutableArray<(Lessons.Chapter Chapter, int FirstFrame)> Chapters =>
    [
        .. from chapter in Lesson.Chapters
           let first = IndexOf(chapter.FirstFrame)
           where IndexOf(chapter.EndFrame) > first
           select (chapter, first),
    ];

    /// <summary>
    /// Names all that the lesson's frames are made from, where the caller knows it: a video that was rendered before is then found without
    /// composing a frame of it. Null otherwise.
    /// </summary>
    public string? LessonIdentity { get; init; }

    /// <summary>The frames to be rendered, cut where a phase begins.</summary>
    public FrameSequence Frames => new(Count, Lesson.Rate, n => Lesson.FrameAt(FrameOf(n)))
    {
        Cuts = [.. Chapters.Select(c => c.FirstFrame)],
        Identity = LessonIdentity is null ? null : $"{LessonIdentity} {string.Join(' ', Ranges)}",
    };

    /// <summary>The lesson's frame that is the excerpt's n-th.</summary>
    public int FrameOf(int n)
    {
        foreach (var (first, end) in Ranges)
        {
            if (n < end - first) return first + n;
            n -= end - first;
        }
        throw new ArgumentOutOfRangeException(nameof(n));
    }

    /// <summary>How many of the excerpt's frames lie before a frame of the lesson.</summary>
    int IndexOf(int frame) => Ranges.Sum(r => Math.Clamp(frame, r.First, r.End) - r.First);
}
