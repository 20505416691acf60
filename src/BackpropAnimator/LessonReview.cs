using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator;

/// <summary>What viewers of a lesson would have trouble with.</summary>
/// <param name="Layout">Texts that overlap, are cut, too small or too faint, each where it is first seen.</param>
/// <param name="Pace">Captions that are gone before they are read, and notes that are not seen.</param>
public sealed record LessonReview(ImmutableArray<LayoutProblem> Layout, ImmutableArray<Diagnostic> Pace)
{
    /// <summary>Looks through all of a lesson, which takes seconds.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LessonReview Of(OpenLesson open, CancellationToken cancellation) => new(
        // What stays on screen is told of once, where it first appears.
        [.. LayoutCheck.Run(open.Lesson, open.Fonts, cancellation).DistinctBy(problem => problem.Message)],
        [.. PaceCheck.Run(open.Lesson, cancellation), .. NoteCheck.Run(open.Lesson)]);
}
