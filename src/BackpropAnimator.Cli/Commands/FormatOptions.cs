using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>What kind of video a command makes: --format, --codec and --transparent. The name of the file tells the rest.</summary>
internal sealed class FormatOptions
{
    static readonly string[] formats = [.. OutputFormat.All.Select(format => format.Name)];
    static readonly string[] codecs = [.. Codec.Choices.Select(codec => codec.Name)];

    readonly Option<string> format = new("--format")
    {
        Description = "The file's format; what its name ends in when left out.", HelpName = string.Join('|', formats),
    };

    readonly Option<string> codec = new("--codec")
    {
        Description = $"How pictures are compressed; when left out, {OwnChoices}.", HelpName = string.Join('|', codecs),
    };

    readonly Option<bool> transparent = new("--transparent") { Description = $"Leave the ground out: {VideoKind.TransparentOnes}." };
    readonly Option<string> output;

    /// <param name="output">The option that names the file.</param>
    public FormatOptions(Option<string> output)
    {
        this.output = output;
        format.AcceptOnlyFromAmong(formats);
        codec.AcceptOnlyFromAmong(codecs);
    }

    // h264 in mp4, vp9 in webm
    static string OwnChoices => string.Join(", ", OutputFormat.All
        .Where(format => Codec.Choices.Contains(format.Codecs[0]))
        .Select(format => $"{format.Codecs[0]} in {format}"));

    /// <param name="encoder">Its options, some of which say nothing to some codecs.</param>
    public void AddTo(Command command, EncoderOptions encoder)
    {
        command.Add(format);
        command.Add(codec);
        command.Add(transparent);
        command.Validators.Add(result =>
        {
            var (kind, problem) = Choose(
                result.GetValue(output), result.GetValue(format), result.GetValue(codec), result.GetValue(transparent));
            if (kind is null) result.AddError(problem);
            else if (encoder.IdleFor(kind.Codec, result) is { } idle) result.AddError(idle);
        });
    }

    public VideoKind KindIn(ParseResult parsed) =>
        Choose(parsed.GetValue(output), parsed.GetValue(format), parsed.GetValue(codec), parsed.GetValue(transparent)).Kind!;

    // A word that is none is told by its option.
    static (VideoKind? Kind, string Problem) Choose(string? file, string? format, string? codec, bool transparent) =>
        VideoKind.Choose(file, OutputFormat.Named(format), Codec.Named(codec), transparent);
}
