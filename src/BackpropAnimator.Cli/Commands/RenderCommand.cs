using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop render</c>: a scene becomes an MP4.</summary>
internal sealed class RenderCommand
{
    readonly SceneInput input = new();
    readonly ExcerptOptions excerpt = new();
    readonly Option<string> output = new("--output", "-o") { Description = "The video to write; output/NAME.mp4 when left out.", HelpName = "FILE" };
    readonly EncoderOptions encoder = new();
    readonly Option<int> jobs = new("--jobs", "-j") { Description = "Chunks rendered at a time; as many as processors and memory allow when left out.", HelpName = "N" };
    readonly CacheOptions cache = new();
    readonly Option<bool> watch = new("--watch", "-w") { Description = "Render again whenever the scene is saved, until Ctrl-C. A scene with problems leaves the last good video." };
    readonly Option<bool> show = new("--open") { Description = "Show the video when it is finished." };
    readonly Option<bool> json = new("--json") { Description = "Print one JSON event a line: diagnostic, started, progress, finished, failed." };
    readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    public static Command Create() => new RenderCommand().Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand("render", "Render a scene to an MP4 video.",
            "backprop render scenes/gradient-flow.yaml",
            "backprop render scenes/gradient-flow.yaml --draft --watch                          # while writing",
            "backprop render scenes/gradient-flow.yaml --aspect 9:16 -o phone.mp4",
            "backprop render scenes/gradient-flow.yaml --phase backward --set phases.backward.duration=30s",
            "backprop render scenes/gradient-flow.yaml --from 18s --to 34s --open")
        {
            output, jobs, watch, show, json, quiet,
        };
        cache.AddTo(command);
        input.AddTo(command);
        excerpt.AddTo(command);
        encoder.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var display = ProgressDisplay.Create(parsed.GetValue(quiet), parsed.GetValue(json));
        if (!parsed.GetValue(watch)) return await RenderAsync(parsed, display, cancellation);

        using var scene = new SceneWatch(input.PathIn(parsed));
        await scene.RunAsync(stop => RenderAsync(parsed, display, stop), cancellation);
        return ExitCode.Success;
    }

    async Task<int> RenderAsync(ParseResult parsed, ProgressDisplay display, CancellationToken cancellation)
    {
        using var open = input.Open(parsed, display.Tell);
        if (open is null) return ExitCode.SceneProblem;
        try
        {
            if (excerpt.Of(open, parsed) is not { } part) return ExitCode.Usage;
            var target = TargetIn(parsed);
            var options = new RenderOptions { Jobs = parsed.GetValue(jobs), CacheFolder = cache.FolderIn(parsed) };
            await SceneVideo.RenderAsync(open, part, encoder.Of(parsed, open.Scene), target, options, display, cancellation);
            // The system's program for this kind of file.
            if (parsed.GetValue(show)) Process.Start(new ProcessStartInfo(target) { UseShellExecute = true })?.Dispose();
            return ExitCode.Success;
        }
        catch (Exception e) when (e is not OperationCanceledException || !parsed.GetValue(watch))
        {
            var failure = Failure.Of(e);
            display.Fail(failure);
            return failure.ExitCode;
        }
    }

    string TargetIn(ParseResult parsed)
    {
        if (parsed.GetValue(output) is { } file) return file;
        OutputFolder.Make("output");
        return Path.Combine("output", Path.GetFileNameWithoutExtension(input.PathIn(parsed)) + ".mp4");
    }
}
