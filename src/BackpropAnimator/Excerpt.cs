using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Timeline;
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
        Identity = LessonIdentity is null ? null : IdentityOf(LessonIdentity, Ranges),
    };

    /// <summary>Every frame of a lesson that is not made yet: how many, and where a phase begins. They cannot be asked for.</summary>
    /// <param name="schedule">When the lesson's phases come.</param>
    /// <param name="lessonIdentity">As <see cref="LessonIdentity"/>.</param>
    public static FrameSequence FramesOf(Schedule schedule, string lessonIdentity) => new(
        schedule.FrameCount, schedule.Rate, _ => throw new InvalidOperationException("The lesson is not made yet."))
    {
        Cuts =
        [
            .. Enumerable.Range(0, schedule.Intervals.Length).Select(schedule.FramesOf).Where(phase => phase.End > phase.First)
                .Select(phase => phase.First),
        ],
        Identity = IdentityOf(lessonIdentity, [(0, schedule.FrameCount)]),
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

    /// <summary>Where slides of it pause: where each phase is complete, at some other times, and at its end.</summary>
    /// <param name="marks">Seconds of the lesson; those that the excerpt leaves out are passed over.</param>
    public ImmutableArray<SlideStop> Stops(IEnumerable<double> marks)
    {
        var frames = marks.Select(Lesson.Rate.FrameAt).Where(frame => IndexOf(frame + 1) > IndexOf(frame)).Select(IndexOf)
            .Concat(Chapters[..^1].Select(c => Math.Max(c.FirstFrame, IndexOf(c.Chapter.CompleteFrame + 1) - 1)))
            .Append(Count - 1);
        // In the middle of a frame's time a player shows that frame, however it rounds.
        return [.. frames.Distinct().Order().Select(n =>
            new SlideStop(Math.Round(Lesson.Rate.TimeOf(n) + Lesson.Rate.TimeOf(1) / 2, 6), TitleAt(n)))];
    }

    static string IdentityOf(string lesson, ImmutableArray<(int First, int End)> ranges) => $"{lesson} {string.Join(' ', ranges)}";

    string TitleAt(int n) => Chapters.Last(c => c.FirstFrame <= n).Chapter.Title;

    /// <summary>How many of the excerpt's frames lie before a frame of the lesson.</summary>
    int IndexOf(int frame) => Ranges.Sum(r => Math.Clamp(frame, r.First, r.End) - r.First);
}
