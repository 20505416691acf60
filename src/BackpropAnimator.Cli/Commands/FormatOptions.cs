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
    readonly SlidesOptions slides;

    /// <param name="output">The option that names the file.</param>
    /// <param name="slides">Whether that is a web page, whose name tells nothing of the video in it.</param>
    public FormatOptions(Option<string> output, SlidesOptions slides)
    {
        (this.output, this.slides) = (output, slides);
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
            var (kind, problem) = Choose(result);
            if (kind is null) result.AddError(problem);
            else if (slides.AreIn(result) && SlideDeck.ProblemOf(kind) is { } unplayed) result.AddError(unplayed);
            else if (encoder.IdleFor(kind, result) is { } idle) result.AddError(idle);
        });
    }

    public VideoKind KindIn(ParseResult parsed) => Choose(parsed.CommandResult).Kind!;

    // A word that is none is told by its option.
    (VideoKind? Kind, string Problem) Choose(CommandResult result) => VideoKind.Choose(
        slides.AreIn(result) ? null : result.GetValue(output), OutputFormat.Named(result.GetValue(format)),
        Codec.Named(result.GetValue(codec)), result.GetValue(transparent));
}
