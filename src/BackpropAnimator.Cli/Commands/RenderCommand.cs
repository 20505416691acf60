using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop render</c>: a scene becomes an MP4.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var input = new SceneInput();
        Option<string> output = new("--output", "-o") { Description = "The video to write; output/NAME.mp4 when left out.", HelpName = "FILE" };
        Option<int?> crf = new("--crf") { Description = "x264's constant rate factor, 0 to 51: lower is better and larger.", HelpName = "N" };
        Option<string> preset = new("--preset") { Description = "x264's preset, from ultrafast to veryslow.", HelpName = "NAME" };
        Option<int> jobs = new("--jobs", "-j") { Description = "Chunks rendered at a time; as many as processors and memory allow when left out.", HelpName = "N" };
        Option<string> cache = new("--cache") { Description = "Where rendered chunks are kept for the next render.", HelpName = "DIR", DefaultValueFactory = _ => RenderOptions.UsersCacheFolder };
        Option<bool> noCache = new("--no-cache") { Description = "Render everything, and keep nothing for the next render." };
        Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };
        var command = new Command("render", "Render a scene to an MP4 video.") { output, crf, preset, jobs, cache, noCache, quiet };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var overrides = new List<string>();
            if (parsed.GetValue(crf) is { } factor) overrides.Add($"video.crf={factor}");
            if (parsed.GetValue(preset) is { } name) overrides.Add($"video.preset={name}");
            if (input.Read(parsed, overrides) is not { } scene) return ExitCode.SceneProblem;

            using var open = new OpenLesson(scene);
            var target = parsed.GetValue(output) ?? Path.Combine("output", Path.GetFileNameWithoutExtension(input.PathIn(parsed)) + ".mp4");
            if (parsed.GetValue(output) is null) Directory.CreateDirectory("output");
            await using var display = ProgressDisplay.Create(parsed.GetValue(quiet), open.Lesson.FrameCount, target);
            var options = new RenderOptions { Jobs = parsed.GetValue(jobs), CacheFolder = parsed.GetValue(noCache) ? null : parsed.GetValue(cache) };
            await VideoRenderer.RenderAsync(open.Frames, SettingsOf(open), open.Fonts, target, options, display, cancellation);
            display.Finish();
            return ExitCode.Success;
        });
        return command;
    }

    static VideoSettings SettingsOf(OpenLesson open)
    {
        var settings = new VideoSettings
        {
            Size = open.Size,
            Title = open.Scene.Title,
            Description = open.Scene.Description ?? "",
            Chapters = [.. open.Lesson.Chapters.Where(c => c.EndFrame > c.FirstFrame).Select(c => new Video.Chapter(c.Title, c.FirstFrame))],
        };
        if (open.Scene.Video.Crf is { } crf) settings = settings with { Crf = crf };
        return open.Scene.Video.Preset is { } preset ? settings with { Preset = Enum.Parse<X264Preset>(preset.ToString()) } : settings;
    }
}
