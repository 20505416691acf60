using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>How much of the machine a command may use: --jobs, --memory and --stall-timeout.</summary>
internal sealed class ResourceOptions
{
    static readonly (string Unit, long Bytes)[] units =
        [("GB", 1_000_000_000), ("MB", 1_000_000), ("GiB", 1 << 30), ("MiB", 1 << 20), ("G", 1_000_000_000), ("M", 1_000_000)];

    readonly Option<long?> memory = new("--memory")
    {
        Description = "Memory that the render may take with its encoders, such as 4GB; half of the machine's when left out.",
        HelpName = "SIZE",
        CustomParser = ParseSize,
    };
    readonly Option<double?> stall =
        Moments.One("--stall-timeout", "Give FFmpeg up when it makes no progress for so long; 60s when left out.", aboveZero: true);

    readonly string ffmpegFolder;

    public Option<int> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "Chunks rendered at a time; as many as processors and memory allow when left out.",
        HelpName = "N",
    };

    public ResourceOptions(CommandEnvironment environment)
    {
        ffmpegFolder = environment.FFmpegFolder;
        Jobs.Within(1);
    }

    public void AddTo(Command command)
    {
        command.Add(Jobs);
        command.Add(memory);
        command.Add(stall);
    }

    public RenderOptions Of(ParseResult parsed, string? cacheFolder)
    {
        var options = new RenderOptions
        {
            Jobs = parsed.GetValue(Jobs),
            MemoryLimit = parsed.GetValue(memory),
            CacheFolder = cacheFolder,
            FFmpegFolder = ffmpegFolder,
        };
        return parsed.GetValue(stall) is { } seconds ? options with { StallTimeout = TimeSpan.FromSeconds(seconds) } : options;
    }

    static long? ParseSize(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        foreach (var (unit, bytes) in units)
            if (word.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(
                    word[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && number is > 0 and < 1e6)
                return (long)(number * bytes);
        result.AddError($"'{word}' is not a size of memory; write 4GB or 512MB");
        return null;
    }
}

/// <summary>Where rendered chunks are kept: --cache and --no-cache.</summary>
internal sealed class CacheOptions(CommandEnvironment environment)
{
    public Option<string> Cache { get; } = new("--cache")
    {
        Description = "Where rendered chunks are kept for the next render.",
        HelpName = "DIR",
        DefaultValueFactory = _ => environment.CacheFolder,
    };

    public Option<bool> NoCache { get; } =
        new("--no-cache") { Description = "Render everything, and keep nothing for the next render." };

    public void AddTo(Command command)
    {
        command.Add(Cache);
        command.Add(NoCache);
    }

    public bool IsOff(CommandResult command) => command.GetValue(NoCache);

    /// <summary>The folder; null for none.</summary>
    public string? FolderIn(ParseResult parsed) => parsed.GetValue(NoCache) ? null : parsed.GetValue(Cache);
}
