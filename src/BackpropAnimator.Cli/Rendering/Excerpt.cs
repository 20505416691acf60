using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Some of a lesson's frames, in the lesson's order.</summary>
/// <param name="Lesson">Where they are from.</param>
/// <param name="Ranges">The frames: from each first one to before each end; in order, none empty.</param>
internal sealed record Excerpt(Lesson Lesson, ImmutableArray<(int First, int End)> Ranges)
{
    public int Count => Ranges.Sum(r => r.End - r.First);

    /// <summary>The chapters that have frames here, with where they begin in the excerpt.</summary>
    public ImmutableArray<(Lessons.Chapter Chapter, int FirstFrame)> Chapters =>
    [
        .. from chapter in Lesson.Chapters
           let first = IndexOf(chapter.FirstFrame)
           where IndexOf(chapter.EndFrame) > first
           select (chapter, first),
    ];

    public FrameSequence Frames => new(Count, Lesson.Rate, n => Lesson.FrameAt(FrameOf(n))) { Cuts = [.. Chapters.Select(c => c.FirstFrame)] };

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
