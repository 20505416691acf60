using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>How a command encodes: --draft, --preset, --crf and --tune, each before what the scene says, and --encoder.</summary>
internal sealed class EncoderOptions
{
    readonly Option<bool> draft =
        new("--draft") { Description = "Encode twice as fast into a file twice as large, whatever the scene says of crf and preset." };
    readonly Option<int?> crf = new("--crf")
    {
        Description =
            "Quality as x264's constant rate factor, 0 to 51: lower is better and larger. Other encoders get what looks the same.",
        HelpName = "N",
    };
    readonly Option<X264Preset?> preset =
        new("--preset") { Description = "How long the encoder may think: slower makes smaller files.", HelpName = "ultrafast|…|veryslow" };
    readonly Option<X264Tune?> tune = new("--tune")
    {
        Description = "What x264 tunes its decisions to; for h264 alone.",
        HelpName = "lesson|none|animation|stillimage|fastdecode",
    };

    readonly Option<string> hardware = new("--encoder")
    {
        Description = "Let the machine's graphics encode: faster, into larger files. The processor does when left out.",
        HelpName = string.Join('|', HardwareEncoder.All.Select(encoder => encoder.Name)),
    };

    public EncoderOptions()
    {
        crf.Within(0, VideoSettings.CoarsestCrf);
        hardware.AcceptOnlyFromAmong([.. HardwareEncoder.All.Select(encoder => encoder.Name)]);
    }

    /// <summary>
    /// The first option on a command line that says nothing to the encoder of a kind of video, as an error; null if there is none.
    /// </summary>
    public string? IdleFor(VideoKind kind, CommandResult result)
    {
        var codec = kind.Codec;
        if (HardwareEncoder.Named(result.GetValue(hardware)) is { } chip)
        {
            if (chip.ProblemOf(kind) is { } problem) return problem;
            if (result.GetResult(tune) is not null) return $"{tune.Name} is for h264 without {hardware.Name}";
            if (!chip.HasPresets && result.GetResult(preset) is not null) return $"{preset.Name} says nothing to {chip}";
        }
        return Idle(known => known.HasQuality, draft, crf, preset) ?? Idle(known => known.HasTune, tune);

        string? Idle(Func<Codec, bool> heeds, params Option[] options)
        {
            var idle = heeds(codec) ? null : options.FirstOrDefault(option => result.GetResult(option) is not null);
            var heeding = Codec.All.Where(heeds).Select(known => known.Name);
            return idle is null ? null : $"{idle.Name} says nothing to {codec}; it is for {Enumeration.Of(heeding, "and")}";
        }
    }

    public void AddTo(Command command)
    {
        command.Add(draft);
        command.Add(preset);
        command.Add(crf);
        command.Add(tune);
        command.Add(hardware);
    }

    /// <summary>Settings for a scene's pictures; titles and chapters are left empty.</summary>
    public VideoSettings Of(ParseResult parsed, Scene scene)
    {
        var settings = new LessonVideoSettings { Quality = parsed.GetValue(draft) ? Quality.Draft : Quality.Full }.EncodingOf(scene);
        return settings with
        {
            Crf = parsed.GetValue(crf) ?? settings.Crf,
            Preset = parsed.GetValue(preset) ?? settings.Preset,
            Tune = parsed.GetValue(tune) ?? settings.Tune,
            Hardware = HardwareEncoder.Named(parsed.GetValue(hardware)),
        };
    }
}
