using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

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
        foreach (var (chapter, phase) in lesson.Chapters.Zip(lesson.Scene.Phases))
        {
            if (string.IsNullOrWhiteSpace(phase.Caption)) continue;
            var frames = FramesShown(lesson, chapter, cancellation);
            var shown = frames.Count / lesson.Rate.FramesPerSecond;
            var letters = LettersOf(frames.Text);
            var needed = letters / Reading.FastestLettersPerSecond;
            // A caption that is there for a frame too few is there long enough.
            if (shown + 1.5 / lesson.Rate.FramesPerSecond >= needed) continue;
            var duration = Math.Ceiling(10 * (needed + Math.Max(chapter.Interval.Duration - shown, LongestFades))) / 10;
            problems.Add(new(
                phase.PositionOf(nameof(PhaseOptions.Caption)), Severity.Warning,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"caption: {letters} characters take {needed:0.0} s to read, {Reading.FastestLettersPerSecond} a second, and are on " +
                        $"screen for {shown:0.0} s"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"write 'duration: {duration}s' for this phase, or a caption of at most " +
                        $"{(int)(shown * Reading.FastestLettersPerSecond)} characters")));
        }
        return problems.ToImmutable();
    }

    // It is whole for one stretch of its phase, around the middle.
    static (int Count, string Text) FramesShown(Lesson lesson, Chapter chapter, CancellationToken cancellation)
    {
        if (chapter.EndFrame == chapter.FirstFrame) return (0, "");
        var middle = (chapter.FirstFrame + chapter.EndFrame) / 2;
        var lines = LinesIn(middle);
        if (!IsWhole(middle)) return (0, string.Join(' ', lines.Select(line => line.Text)));
        var first = Border(shown: middle, gone: chapter.FirstFrame - 1);
        var last = Border(shown: middle, gone: chapter.EndFrame);
        return (last - first + 1, string.Join(' ', lines.Select(line => line.Text)));

        List<TextLine> LinesIn(int frame) =>
            [.. lesson.FrameAt(frame).Items.Where(item => item.Role == RoleOf.Caption).OfType<TextLine>()];

        bool IsWhole(int frame) => LinesIn(frame) is [var line, ..] && line.Color.Alpha == byte.MaxValue;

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
