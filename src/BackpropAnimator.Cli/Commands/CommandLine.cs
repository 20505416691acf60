using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The program's commands, one file each beside this one.</summary>
internal static class CommandLine
{
    // What Ctrl-C interrupts ends its FFmpegs and tidies up; on a loaded machine that takes longer than the two seconds after which it
    // would be cut short.
    static readonly TimeSpan TidyingUp = TimeSpan.FromSeconds(20);

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
        var root = new RootCommand("Renders lessons on how neural networks learn, from scene scripts to video.")
        {
            RenderCommand.Create(environment),
            BatchCommand.Create(environment),
            FramesCommand.Create(environment),
            StillCommand.Create(environment),
            SheetCommand.Create(environment),
            CheckCommand.Create(environment),
            TimelineCommand.Create(environment),
            TraceCommand.Create(environment),
            WorksheetCommand.Create(environment),
            NewCommand.Create(environment),
            PhasesCommand.Create(environment),
            SchemaCommand.Create(environment),
            FontsCommand.Create(environment),
            CacheCommand.Create(environment),
            SpecimenCommand.Create(),
            BenchCommand.Create(environment),
            DoctorCommand.Create(environment),
            CompletionCommand.Create(environment),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        var parsed = root.Parse(args);
        if (UnknownOption(parsed) is { } unknown) return Refuse(parsed, environment, [$"there is no option '{unknown}'"]);
        if (parsed.Action is ParseErrorAction) return Refuse(parsed, environment, parsed.Errors.Select(error => error.Message));
        // Exceptions reach the caller, which has one exit code for each kind.
        var invocation = new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TidyingUp,
        };
        return await parsed.InvokeAsync(invocation, cancellation);
    }

    // It would be taken for an argument: a file called "--bogus". After "--" it may be one, and whoever asks for help or completions gets
    // them.
    static string? UnknownOption(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            || (parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action)
            ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .FirstOrDefault(word => word is ['-', _, ..]);

    static int Refuse(ParseResult parsed, CommandEnvironment environment, IEnumerable<string> mistakes)
    {
        foreach (var mistake in mistakes) environment.Error.WriteLine($"error: {mistake}");
        environment.Error.WriteLine($"  hint: see: backprop {NameOf(parsed)}--help");
        return ExitCode.Usage;
    }

    static string NameOf(ParseResult parsed) => string.Concat(
        parsed.CommandResult.Command.Parents.Prepend(parsed.CommandResult.Command).OfType<Command>()
            .Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " "));
}
