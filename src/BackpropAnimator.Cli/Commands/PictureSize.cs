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

    readonly Option<string?> quality = Named(
        "--quality", "The picture's shorter side, by its usual name.", qualities,
        word => word.ToUpperInvariant() is "4K" ? "2160p" : word.TrimEnd('p', 'P') + "p");
    readonly Option<string?> aspect = Named(
        "--aspect", "The picture's shape: wide, tall, square or a portrait post.", [.. PictureShape.All],
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

    /// <summary>The two that are asked for; null for the scene's own.</summary>
    public (string? Quality, string? Aspect) In(ParseResult parsed) => (parsed.GetValue(quality), parsed.GetValue(aspect));
}
