using System.CommandLine;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The scene that a command works on: its file and the options that change it, the same in every command.</summary>
internal sealed class SceneInput
{
    readonly Argument<string> scene = new("SCENE") { Description = "The scene script, a YAML file." };
    readonly Option<string[]> set = new("--set")
    {
        Description = "Override any key of the scene by its path, such as phases.backward.duration=20s or network.seed=3. May be repeated.",
        HelpName = "PATH=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };
    readonly Option<string> size = new("--size") { Description = "Width and height in pixels, such as 1280x720.", HelpName = "WxH" };
    readonly Option<string> fps = new("--fps") { Description = "Frames per second, such as 30 or 30000/1001.", HelpName = "RATE" };

    public void AddTo(Command command)
    {
        command.Add(scene);
        command.Add(set);
        command.Add(size);
        command.Add(fps);
    }

    public string PathIn(ParseResult parsed) => parsed.GetRequiredValue(scene);

    /// <summary>Reads the scene with its overrides and holds its numbers against its expectations; problems go to standard error.</summary>
    /// <param name="overrides">The command's own changes, in the form of --set.</param>
    /// <returns>Null when the scene cannot be used.</returns>
    public Scene? Read(ParseResult parsed, IEnumerable<string>? overrides = null)
    {
        var result = ScriptReader.Read(PathIn(parsed), Overrides(parsed).Concat(overrides ?? []));
        foreach (var diagnostic in result.Diagnostics) Console.Error.WriteLine(diagnostic);
        if (result.Scene is not { } read) return null;
        var failed = LessonChecks.Run(read);
        foreach (var diagnostic in failed) Console.Error.WriteLine(diagnostic);
        return failed.IsEmpty ? read : null;
    }

    IEnumerable<string> Overrides(ParseResult parsed)
    {
        foreach (var change in parsed.GetValue(set) ?? []) yield return change;
        if (parsed.GetValue(size) is { } pixels) yield return $"video.size={pixels}";
        if (parsed.GetValue(fps) is { } rate) yield return $"video.fps={rate}";
    }
}

/// <summary>A scene ready to be drawn.</summary>
internal sealed class OpenLesson : IDisposable
{
    public OpenLesson(Scene scene)
    {
        Scene = scene;
        Fonts = FontShelf.Open();
        Lesson = new(scene, Fonts);
    }

    public Scene Scene { get; }
    public FontShelf Fonts { get; }
    public Lesson Lesson { get; }
    public SKSizeI Size => new(Scene.Video.Size.Width, Scene.Video.Size.Height);
    public FrameSequence Frames => new(Lesson.FrameCount, Lesson.Rate, Lesson.FrameAt) { Cuts = [.. Lesson.Chapters.Select(c => c.FirstFrame)] };

    public void Dispose() => Fonts.Dispose();
}
