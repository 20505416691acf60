using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The program's commands, one file each beside this one.</summary>
internal static class CommandLine
{
    static readonly (string Name, Func<CommandEnvironment, Command> Create)[] commands =
    [
        ("render", RenderCommand.Create),
        ("studio", StudioCommand.Create),
        ("batch", BatchCommand.Create),
        ("chunks", ChunksCommand.Create),
        ("frames", FramesCommand.Create),
        ("still", StillCommand.Create),
        ("sheet", SheetCommand.Create),
        ("check", CheckCommand.Create),
        ("timeline", TimelineCommand.Create),
        ("trace", TraceCommand.Create),
        ("script", ScriptCommand.Create),
        ("worksheet", WorksheetCommand.Create),
        ("web", WebCommand.Create),
        ("new", NewCommand.Create),
        ("phases", PhasesCommand.Create),
        ("schema", SchemaCommand.Create),
        ("fonts", FontsCommand.Create),
        ("cache", CacheCommand.Create),
        ("specimen", _ => SpecimenCommand.Create()),
        ("bench", BenchCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("completion", CompletionCommand.Create),
    ];

    /// <summary>Every command's name.</summary>
    public static IEnumerable<string> Names => commands.Select(command => command.Name);

    /// <summary>Does what a command line says, and tells what stopped it.</summary>
    /// <param name="cancellation">Ends a command as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, CommandEnvironment environment, CancellationToken cancellation = default)
    {
        try
        {
            return await InvokeAsync(args, environment, cancellation);
        }
        catch (Exception e)
        {
            // Caught whatever it is, so that what is under way is cleaned up.
            var failure = Failure.Of(e);
            environment.Error.WriteLine(failure);
            return failure.ExitCode;
        }
    }

    static async Task<int> InvokeAsync(string[] args, CommandEnvironment environment, CancellationToken cancellation)
    {
        args = CommandWords.Meant(args);
        if (args is [[not ('-' or '['), ..] word, ..] && !Names.Contains(word))
            return Refuse("", environment, [$"there is no command '{word}'"], CommandWords.HintFor(word, [.. Names]));

        var root = new RootCommand("Renders lessons on how neural networks learn, from scene scripts to video.");
        foreach (var (_, create) in CommandsFor(args)) root.Add(create(environment));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        var parsed = root.Parse(args);
        if (UnknownOption(parsed) is { } unknown) return Refuse(parsed, environment, [$"there is no option '{unknown}'"]);
        if (Empty(parsed) is { } empty) return Refuse(parsed, environment, [$"{empty} needs a value, and '' is none"]);
        if (parsed.Action is ParseErrorAction) return Refuse(parsed, environment, parsed.Errors.Select(error => error.Message));
        // Exceptions reach the caller, which has one exit code for each kind.
        var invocation = new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            // The library's own would end the program at once where a command has not yet let go of its thread.
            ProcessTerminationTimeout = null,
        };
        // What cannot be cancelled is ended by the signal itself.
        if (parsed.Action is not AsynchronousCommandLineAction) return await parsed.InvokeAsync(invocation, cancellation);
        using var signals = new StopSignals(cancellation);
        return await parsed.InvokeAsync(invocation, signals.Token);
    }

    // To make a command, with all that its help says, takes time at every start: who names one needs no other.
    static (string Name, Func<CommandEnvironment, Command> Create)[] CommandsFor(string[] args)
    {
        if (args is ["--version"]) return [];
        foreach (var command in commands)
            if (args.Length > 0 && args[0] == command.Name) return [command];
        return commands;
    }

    // It would be taken for an argument: a file called "--bogus". After "--"
    // it may be one, and whoever asks for help or completions gets them.
    static string? UnknownOption(ParseResult parsed)
    {
        var asksForHelp = parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action;
        if (asksForHelp || parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)) return null;
        var tokens = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        return tokens.Select(token => token.Value).FirstOrDefault(word => word is ['-', _, ..]);
    }

    // As a shell makes it of a variable that is not set.
    static string? Empty(ParseResult parsed) => parsed.CommandResult.Children
        .FirstOrDefault(child => child.Tokens.Any(token => token.Value.Length == 0)) switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => null,
    };

    static int Refuse(ParseResult parsed, CommandEnvironment environment, IEnumerable<string> mistakes) =>
        Refuse(NameOf(parsed), environment, mistakes, hint: null);

    static int Refuse(string command, CommandEnvironment environment, IEnumerable<string> mistakes, string? hint)
    {
        foreach (var mistake in mistakes) environment.Error.WriteLine($"error: {mistake}");
        if (hint is not null) environment.Error.WriteLine($"  hint: {hint}");
        environment.Error.WriteLine($"  hint: see: backprop {command}--help");
        return ExitCode.Usage;
    }

    static string NameOf(ParseResult parsed) => string.Concat(
        parsed.CommandResult.Command.Parents.Prepend(parsed.CommandResult.Command).OfType<Command>()
            .Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " "));
}
