using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Looks through a lesson for notes on what is not on screen while they are there.</summary>
public static class NoteCheck
{
    /// <summary>A warning for each note that nothing is seen of.</summary>
    public static ImmutableArray<Diagnostic> Run(Lesson lesson) =>
    [
        .. from part in lesson.Scene.Parts.Index()
           from note in part.Item.Notes
           let time = lesson.PaceOf(part.Index).TimeOf(note)
           where !IsSeen(lesson, lesson.Chapters[part.Index], (time.Start + time.End) / 2, note)
           select new Diagnostic(
               note.Position, Severity.Warning, "notes: what the note is about is not on screen then, so it shows nothing",
               "give it another time, or look at a still of that time for what is there"),
    ];

    static bool IsSeen(Lesson lesson, Chapter chapter, double time, NoteScript note)
    {
        var frame = (int)((chapter.Interval.Start + time) * lesson.Rate.FramesPerSecond);
        var items = lesson.FrameAt(Math.Clamp(frame, chapter.FirstFrame, chapter.EndFrame - 1)).Items;
        return NoteTarget.In(items, note, lesson.Scene.Network, lesson.Fonts) is not null;
    }
}
