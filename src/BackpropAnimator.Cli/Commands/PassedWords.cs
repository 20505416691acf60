using System.CommandLine;
using System.CommandLine.Parsing;

namespace BackpropAnimator.Cli.Commands;

/// <summary>What a command line says, to be said to another process of this program.</summary>
internal static class PassedWords
{
    /// <summary>The options that were given.</summary>
    /// <param name="except">Those that the other command does not have, or is told otherwise.</param>
    public static IEnumerable<string> OptionsOf(CommandResult command, params IEnumerable<Option> except) =>
        command.Children.OfType<OptionResult>().Where(option => !option.Implicit && !except.Contains(option.Option)).SelectMany(Words);

    /// <summary>The arguments that were given, such that none is taken for an option.</summary>
    public static IEnumerable<string> ArgumentsOf(CommandResult command) =>
        command.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Prepend("--");

    // An option that is repeated is one result with all its values.
    static IEnumerable<string> Words(OptionResult option) => option.Tokens.Count == 0
        ? [option.Option.Name]
        : option.Tokens.SelectMany(token => new[] { option.Option.Name, token.Value });
}
