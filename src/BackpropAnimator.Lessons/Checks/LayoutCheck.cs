using System.Collections.Immutable;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Looks through a lesson for texts that lie over each other, leave the safe area, are cut, too small or too faint: from the frames'
/// items, without a pixel.
/// </summary>
public static class LayoutCheck
{
    // Seconds between two looks; phases move in shares of their length, so that a long phase needs no more looks than a short one.
    const double Step = 0.25;
    const int MostLooksAtAPhase = 64;

    // A look takes some milliseconds; a lesson of many phases gets fewer for each.
    const int MostLooks = 480;

    /// <summary>Every problem once a phase, with the time when it is first seen there.</summary>
    /// <param name="fonts">What the lesson was made with.</param>
    public static ImmutableArray<LayoutProblem> Run(Lesson lesson, FontShelf fonts)
    {
        var problems = ImmutableArray.CreateBuilder<LayoutProblem>();
        for (var phase = 0; phase < lesson.Chapters.Length; phase++)
        {
            List<Finding> known = [];
            foreach (var frame in LooksAt(lesson, phase))
                foreach (var finding in new FrameText(lesson.FrameAt(frame), fonts).Problems(lesson.SafeArea))
                {
                    if (known.Exists(finding.IsSameAs)) continue;
                    known.Add(finding);
                    problems.Add(new(phase, lesson.Rate.TimeOf(frame), finding.Kind, finding.First.Words, finding.Second?.Words, FormattableString.Invariant(finding.Message)));
                }
        }
        return problems.ToImmutable();
    }

    // The first frame, the last, and some between at even distances.
    static IEnumerable<int> LooksAt(Lesson lesson, int phase)
    {
        var chapter = lesson.Chapters[phase];
        var frames = chapter.EndFrame - chapter.FirstFrame;
        if (frames == 0) return [];
        var most = Math.Clamp(MostLooks / lesson.Chapters.Length, 2, MostLooksAtAPhase);
        var steps = Math.Clamp((int)Math.Ceiling(chapter.Interval.Duration / Step), 1, most);
        return Enumerable.Range(0, steps + 1).Select(i => chapter.FirstFrame + (int)((long)(frames - 1) * i / steps)).Distinct();
    }
}
