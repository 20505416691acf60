using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>What kind of video a command makes: --format, --codec and --transparent. The name of the file tells the rest.</summary>
internal sealed class FormatOptions
{
    readonly Option<string> format = new("--format") { Description = "The file's format; what its name ends in when left out.", HelpName = "mp4|webm|mov|gif|apng" };
    readonly Option<string> codec = new("--codec") { Description = "How pictures are compressed; when left out, h264 in mp4, vp9 in webm, prores in mov.", HelpName = "h264|h265|av1|vp9|prores" };
    readonly Option<bool> transparent = new("--transparent") { Description = "Leave the ground out: webm and mov with an alpha channel, apng, or gif." };
    readonly Option<string> output;

    /// <param name="output">The option that names the file.</param>
    public FormatOptions(Option<string> output)
    {
        this.output = output;
        format.AcceptOnlyFromAmong("mp4", "webm", "mov", "gif", "apng");
        codec.AcceptOnlyFromAmong("h264", "h265", "av1", "vp9", "prores");
    }

    /// <param name="encoder">Its options, some of which say nothing to some codecs.</param>
    public void AddTo(Command command, EncoderOptions encoder)
    {
        command.Add(format);
        command.Add(codec);
        command.Add(transparent);
        command.Validators.Add(result =>
        {
            var (kind, problem) = Choose(result.GetValue(output), result.GetValue(format), result.GetValue(codec), result.GetValue(transparent));
            if (kind is null) result.AddError(problem);
            else if (encoder.IdleFor(kind, result) is { } idle)
                result.AddError($"{idle.Name} says nothing to {kind.Codec.ToString().ToLowerInvariant()}; it is for {(idle.Name == "--tune" ? "h264" : "h264, h265, av1 and vp9")}");
        });
    }

    public VideoKind KindIn(ParseResult parsed) =>
        Choose(parsed.GetValue(output), parsed.GetValue(format), parsed.GetValue(codec), parsed.GetValue(transparent)).Kind!;

    static (VideoKind? Kind, string Problem) Choose(string? file, string? format, string? codec, bool transparent) =>
        VideoKind.Choose(file, Parse<VideoFormat>(format), Parse<VideoCodec>(codec), transparent);

    // A word that is none is told by its option.
    static T? Parse<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;
}
