using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop check</c>: all problems of a scene, or its timeline.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var input = new SceneInput();
        var command = new Command("check", "Report every problem of a scene, or \"ok\" with its timeline.");
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            if (input.Read(parsed) is not { } scene) return ExitCode.SceneProblem;
            using var open = new OpenLesson(scene);
            Console.WriteLine("ok");
            AnsiConsole.Write(TimelineOf(open));
            return ExitCode.Success;
        });
        return command;
    }

    static Table TimelineOf(OpenLesson open)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("phase");
        foreach (var title in new[] { "start", "end", "seconds", "frames" }) table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var c in open.Lesson.Chapters)
            table.AddRow(Markup.Escape(c.Kind), Seconds(c.Interval.Start), Seconds(c.Interval.End), Seconds(c.Interval.Duration), $"{c.FirstFrame}–{c.EndFrame - 1}");
        var (size, lesson) = (open.Scene.Video.Size, open.Lesson);
        table.Caption(Markup.Escape($"{size}, {open.Scene.Video.Fps} fps, {lesson.FrameCount} frames, {Seconds(lesson.Duration)} s"));
        return table;
    }

    static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
