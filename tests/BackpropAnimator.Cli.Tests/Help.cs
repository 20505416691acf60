using System.CommandLine;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What the program says of its commands and options.</summary>
static partial class Help
{
    /// <summary>Every command in the order of the help, each followed by its own, such as <c>cache clear</c>.</summary>
    public static IReadOnlyList<string> Commands { get; } =
        [.. CommandsOf("").SelectMany(name => CommandsOf(name).Select(below => $"{name} {below}").Prepend(name))];

    // Within the tests the program goes by their host's name.
    public static string Of(string command) =>
        Backprop.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Expect(0).Output
        .Replace(RootCommand.ExecutableName, "backprop", StringComparison.Ordinal);

    /// <summary>A command's options by their long names, but for --help.</summary>
    public static IEnumerable<string> OptionsOf(string command) =>
        Section(command, "Options").Select(line => LongName().Match(line).Value).Where(name => name is not ("" or "--help"));

    static IEnumerable<string> CommandsOf(string command) =>
        Section(command, "Commands").Where(line => line.Length > 2 && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);

    static string[] Section(string command, string title) =>
        Of(command).Split($"\n{title}:\n") is [_, var rest] ? rest.Split("\n\n")[0].Split('\n') : [];

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex LongName();
}
