using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>What viewers of a lesson would have trouble with, as <c>backprop check</c> tells it.</summary>
/// <param name="Layout">Texts that overlap, are cut, too small or too faint, each where it is first seen.</param>
/// <param name="Pace">Captions that are gone before they are read, and notes that are not seen.</param>
internal sealed record LessonReview(ImmutableArray<LayoutProblem> Layout, ImmutableArray<Diagnostic> Pace)
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LessonReview Of(OpenLesson open, CancellationToken cancellation) => new(
        // What stays on screen is told of once, where it first appears.
        [.. LayoutCheck.Run(open.Lesson, open.Fonts, cancellation).DistinctBy(problem => problem.Message)],
        [.. PaceCheck.Run(open.Lesson, cancellation), .. NoteCheck.Run(open.Lesson)]);
}
