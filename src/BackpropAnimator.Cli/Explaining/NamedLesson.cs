using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>A lesson whose phases have names of their own, so that they can be found again in another version of it.</summary>
internal sealed class NamedLesson(Lesson lesson, Scene scene)
{
    readonly ImmutableArray<string> names = scene.PhaseNames;

    public Scene Scene => scene;

    public Lesson Lesson => lesson;

    public (string Name, int FirstFrame) PhaseAt(int frame)
    {
        var chapter = Enumerable.Range(0, names.Length).Last(i => lesson.Chapters[i].FirstFrame <= frame);
        return (names[chapter], lesson.Chapters[chapter].FirstFrame);
    }

    /// <summary>
    /// The frame as far into the same phase as one of another version: what comes before it may have become longer or shorter.
    /// </summary>
    /// <returns>Null where this version has no such frame.</returns>
    public int? CounterpartOf(int frame, NamedLesson other)
    {
        var (name, start) = other.PhaseAt(frame);
        if (names.IndexOf(name) is not (>= 0 and var phase)) return null;
        var chapter = lesson.Chapters[phase];
        return frame - start < chapter.EndFrame - chapter.FirstFrame ? chapter.FirstFrame + frame - start : null;
    }
}
