using System.CommandLine;
using System.CommandLine.Parsing;

namespace BackpropAnimator.Cli.Commands;

/// <summary>Where rendered chunks are kept: --cache and --no-cache.</summary>
internal sealed class CacheOptions(CommandEnvironment environment)
{
    readonly Option<bool> noCache = new("--no-cache") { Description = "Render everything, and keep nothing for the next render." };

    public Option<string> Cache { get; } = new("--cache")
    {
        Description = "Where rendered chunks are kept for the next render.",
        HelpName = "DIR",
        DefaultValueFactory = _ => environment.CacheFolder,
    };

    public void AddTo(Command command)
    {
        command.Add(Cache);
        command.Add(noCache);
    }

    public bool IsOff(CommandResult command) => command.GetValue(noCache);

    /// <summary>The folder; null for none.</summary>
    public string? FolderIn(ParseResult parsed) => parsed.GetValue(noCache) ? null : parsed.GetValue(Cache);
}
