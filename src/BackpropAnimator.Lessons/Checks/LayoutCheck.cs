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
    /// <param name="cancellation">Ends it between two looks.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<LayoutProblem> Run(Lesson lesson, FontShelf fonts, CancellationToken cancellation = default)
    {
        var problems = ImmutableArray.CreateBuilder<LayoutProblem>();
        for (var phase = 0; phase < lesson.Chapters.Length; phase++)
        {
            List<Finding> known = [];
            foreach (var frame in LooksAt(lesson, phase))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var finding in new FrameText(lesson.FrameAt(frame), fonts).Problems(lesson.SafeArea))
                {
                    if (known.Exists(finding.IsSameAs)) continue;
                    known.Add(finding);
                    problems.Add(new(
                        phase, lesson.Rate.TimeOf(frame), finding.Kind, finding.First.Words, finding.Second?.Words,
                        FormattableString.Invariant(finding.Message)));
                }
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

/// <summary>What is wrong with a text on screen.</summary>
public enum LayoutProblemKind
{
    /// <summary>It reaches beyond the safe area, where players and projectors cut the picture.</summary>
    OutsideSafeArea,

    /// <summary>It lies over another text.</summary>
    Overlap,

    /// <summary>It is set smaller than can be read on a phone.</summary>
    TooSmall,

    /// <summary>The edge of a panel or of a unit runs through it.</summary>
    Cut,

    /// <summary>Its colour is too near that of its ground.</summary>
    LowContrast,
}

/// <summary>A text that viewers would have trouble with.</summary>
/// <param name="Phase">The phase's index in <see cref="Lesson.Chapters"/>.</param>
/// <param name="Time">When it is first seen, in seconds from the lesson's start.</param>
/// <param name="Text">The text; of a formula its source.</param>
/// <param name="Other">The other text of an overlap; null for every other kind.</param>
/// <param name="Message">One line that says what is wrong, with sizes in stage units: 1080 on the picture's shorter side.</param>
public sealed record LayoutProblem(int Phase, double Time, LayoutProblemKind Kind, string Text, string? Other, string Message);

/// <summary>Something wrong with a text of one frame.</summary>
/// <param name="First">The text.</param>
/// <param name="Second">The text that it overlaps; null for every other kind.</param>
internal sealed record Finding(LayoutProblemKind Kind, TextOnScreen First, TextOnScreen? Second, FormattableString Message)
{
    /// <summary>
    /// Whether the finding of another frame is this one again: all texts of one size are too small together, in one colour too faint.
    /// </summary>
    public bool IsSameAs(Finding other) => Kind == other.Kind && Kind switch
    {
        LayoutProblemKind.TooSmall => MathF.Abs(First.Size - other.First.Size) < 0.5f,
        LayoutProblemKind.LowContrast => First.Colors.AsSpan().SequenceEqual(other.First.Colors),
        LayoutProblemKind.Overlap => First.IsSameAs(other.First) && Second!.IsSameAs(other.Second!),
        _ => First.IsSameAs(other.First),
    };
}
