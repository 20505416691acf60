using System.Globalization;
using BackpropAnimator.Cli.Commands;
using Spectre.Console;

namespace BackpropAnimator.Cli.Output;

/// <summary>A lesson's phases with their times and frames, as a table.</summary>
internal static class TimelineTable
{
    public static Table Of(OpenLesson open)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("phase");
        foreach (var title in new[] { "start", "end", "seconds", "frames" }) table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var c in open.Lesson.Chapters)
            table.AddRow(
                Markup.Escape(c.Kind), Seconds(c.Interval.Start), Seconds(c.Interval.End), Seconds(c.Interval.Duration),
                $"{c.FirstFrame}–{c.EndFrame - 1}");
        var (size, lesson) = (open.Scene.Video.Size, open.Lesson);
        table.Caption(Markup.Escape($"{size}, {open.Scene.Video.Fps} fps, {lesson.FrameCount} frames, {Seconds(lesson.Duration)} s"));
        return table;
    }

    static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
