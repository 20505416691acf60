using System.CommandLine;
using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>
/// The picture's size by names: --quality is its shorter side, --aspect its shape; either keeps the scene's own of the other.
/// </summary>
internal sealed class PictureSize
{
    static readonly string[] qualities = ["480p", "720p", "1080p", "1440p", "2160p"];
    static readonly string[] aspects = ["16:9", "9:16", "1:1", "4:5"];

    readonly Option<string?> quality = Named(
        "--quality", "The picture's shorter side, by its usual name.", qualities,
        word => word.ToUpperInvariant() is "4K" ? "2160p" : word.TrimEnd('p', 'P') + "p");
    readonly Option<string?> aspect = Named(
        "--aspect", "The picture's shape: wide, tall, square or a portrait post.", aspects,
        word => string.Join(':', word.Split(['/', 'x', 'X', '×'], StringSplitOptions.TrimEntries)));

    /// <param name="size">The option that says the same in pixels.</param>
    public void AddTo(Command command, Option<string> size)
    {
        command.Add(quality);
        command.Add(aspect);
        command.Validators.Add(result =>
        {
            if (result.GetResult(size) is not null && (result.GetResult(quality) ?? result.GetResult(aspect)) is not null)
                result.AddError("--size excludes --quality and --aspect");
        });
    }

    /// <summary>An option of some names, which may be written in another way.</summary>
    /// <param name="usual">The name that a word means, if it means one.</param>
    static Option<string?> Named(string name, string description, string[] names, Func<string, string> usual)
    {
        var option = new Option<string?>(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            CustomParser = result =>
            {
                var word = usual(result.Tokens[^1].Value);
                if (names.Contains(word)) return word;
                result.AddError($"{name} takes {Enumeration.Of(names, "or")}, not {result.Tokens[^1].Value}");
                return null;
            },
        };
        option.CompletionSources.Add(names);
        return option;
    }

    public FrameSize Of(FrameSize scenes, ParseResult parsed) => Of(scenes, parsed.GetValue(quality), parsed.GetValue(aspect));

    /// <param name="scenes">The scene's own size.</param>
    /// <param name="quality">Such as 720p; null for the scene's shorter side.</param>
    /// <param name="aspect">Such as 9:16; null for the scene's shape.</param>
    public static FrameSize Of(FrameSize scenes, string? quality, string? aspect)
    {
        if (quality is null && aspect is null) return scenes;
        var (width, height) = aspect?.Split(':') is [var w, var h] ? (Number(w), Number(h)) : (scenes.Width, scenes.Height);
        var shorter = quality is null ? Math.Min(scenes.Width, scenes.Height) : Number(quality.TrimEnd('p'));
        // An extreme shape at a high quality would be longer than any player takes.
        var scale = Math.Min((double)shorter / Math.Min(width, height), (double)FrameSize.MaxSide / Math.Max(width, height));
        return new(Even(width * scale), Even(height * scale));
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    static int Even(double length) => Math.Clamp((int)Math.Round(length / 2) * 2, FrameSize.MinSide, FrameSize.MaxSide);
}
