using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

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
                foreach (var finding in FindingsIn(lesson, frame, fonts))
                {
                    if (known.Exists(finding.IsSameAs)) continue;
                    known.Add(finding);
                    problems.Add(ProblemOf(lesson, phase, frame, finding));
                }
            }
        }
        return problems.ToImmutable();
    }

    /// <summary>The problems of one frame.</summary>
    /// <param name="fonts">What the lesson was made with.</param>
    public static ImmutableArray<LayoutProblem> At(Lesson lesson, int frame, FontShelf fonts)
    {
        var phase = lesson.PartAt(frame);
        return [.. FindingsIn(lesson, frame, fonts).Select(finding => ProblemOf(lesson, phase, frame, finding))];
    }

    static IEnumerable<Finding> FindingsIn(Lesson lesson, int frame, FontShelf fonts) =>
        new FrameText(lesson.FrameAt(frame), fonts).Problems(lesson.SafeArea);

    static LayoutProblem ProblemOf(Lesson lesson, int phase, int frame, Finding finding) => new(
        phase, lesson.Rate.TimeOf(frame), finding.Kind, finding.First.Words, finding.Second?.Words,
        FormattableString.Invariant(finding.Message))
    {
        Places = finding.Second is { } second ? [finding.First.Ink, second.Ink] : [finding.First.Ink],
    };

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
public sealed record LayoutProblem(int Phase, double Time, LayoutProblemKind Kind, string Text, string? Other, string Message)
{
    /// <summary>The boxes around the text, and around the other one of an overlap, in stage units.</summary>
    public ImmutableArray<SKRect> Places { get; init; } = [];

    /// <summary>The same as a warning at the line where it can be mended.</summary>
    /// <param name="scene">What the lesson was made of.</param>
    public Diagnostic In(Scene scene)
    {
        var phase = scene.Parts[Phase];
        // A colour of the scene's own is mended in its theme.
        var position = Kind == LayoutProblemKind.LowContrast && scene.Theme.Position.Line > 0 ? scene.Theme.Position : phase.Position;
        var hint = Kind switch
        {
            LayoutProblemKind.LowContrast => "choose a colour further from the ground's in 'theme'",
            LayoutProblemKind.TooSmall => "fewer layers, units or digits leave more room",
            _ => "a shorter text, fewer units or another video.size leave more room",
        };
        return new(
            position, Severity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"{phase.Kind}: {Message}, first seen at {Time:0.##} s"), hint);
    }
}

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
