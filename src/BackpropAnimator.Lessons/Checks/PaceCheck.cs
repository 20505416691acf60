using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>Looks through a lesson for captions that are gone before they are read: from the frames' items, without a pixel.</summary>
public static class PaceCheck
{
    // Captions come and go with their phase; a longer phase needs no more than this for both, in seconds.
    const double LongestFades = 0.7;

    /// <summary>A warning for each caption that is whole on screen for less than its words need.</summary>
    /// <param name="cancellation">Ends it between two looks.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Diagnostic> Run(Lesson lesson, CancellationToken cancellation = default)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var i = 0; i < lesson.Scene.Phases.Length; i++)
            foreach (var caption in lesson.CaptionsIn(i))
                if (ProblemOf(lesson, lesson.Chapters[i], lesson.PartOf(i), caption, cancellation) is { } problem) problems.Add(problem);
        return problems.ToImmutable();
    }

    static Diagnostic? ProblemOf(Lesson lesson, Chapter chapter, PhaseOptions phase, ShownCaption caption, CancellationToken cancellation)
    {
        var shown = FramesShown(lesson, chapter, caption, cancellation) / lesson.Rate.FramesPerSecond;
        var letters = LettersOf(RichText.Parse(caption.Text).InWords);
        var needed = letters / Reading.FastestLettersPerSecond;
        // A caption that is there for a frame too few is there long enough.
        if (shown + 1.5 / lesson.Rate.FramesPerSecond >= needed) return null;
        var duration = Math.Ceiling(10 * (needed + Math.Max(caption.End - caption.Start - shown, LongestFades))) / 10;
        var remedy = phase.Captions.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"write 'duration: {duration}s' for this phase")
            : string.Create(CultureInfo.InvariantCulture, $"leave {duration} s to the next one");
        return new(
            caption.At, Severity.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"caption: {letters} characters take {needed:0.0} s to read, {Reading.FastestLettersPerSecond} a second, and are on " +
                    $"screen for {shown:0.0} s"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{remedy}, or a caption of at most {(int)(shown * Reading.FastestLettersPerSecond)} characters"));
    }

    // It is whole for one stretch of its time, around the middle.
    static int FramesShown(Lesson lesson, Chapter chapter, ShownCaption caption, CancellationToken cancellation)
    {
        int FrameAt(double time)
        {
            var frame = (int)Math.Ceiling((chapter.Interval.Start + time) * lesson.Rate.FramesPerSecond);
            return Math.Clamp(frame, chapter.FirstFrame, chapter.EndFrame);
        }

        var (start, end) = (FrameAt(caption.Start), caption.End >= chapter.Interval.Duration ? chapter.EndFrame : FrameAt(caption.End));
        var middle = (start + end) / 2;
        if (end <= start || !IsWhole(middle)) return 0;
        return Border(shown: middle, gone: end) - Border(shown: middle, gone: start - 1) + 1;

        bool IsWhole(int frame)
        {
            var items = lesson.FrameAt(frame).Items.Where(item => item.Role == RoleOf.Caption);
            return items.FirstOrDefault() is TextLine { Color.Alpha: 255 } or FormulaText { Style.Opacity: 1 };
        }

        int Border(int shown, int gone)
        {
            while (Math.Abs(gone - shown) > 1)
            {
                cancellation.ThrowIfCancellationRequested();
                var between = (shown + gone) / 2;
                if (IsWhole(between)) shown = between;
                else gone = between;
            }
            return shown;
        }
    }

    static int LettersOf(string text) => new StringInfo(text).LengthInTextElements;
}
