using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The program's commands, one file each beside this one.</summary>
internal static class CommandLine
{
    // What Ctrl-C interrupts ends its FFmpegs and tidies up; on a loaded machine that takes longer than the two seconds after which it would be cut short.
    static readonly TimeSpan TidyingUp = TimeSpan.FromSeconds(20);

    /// <summary>Does what a command line says, and tells what stopped it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await InvokeAsync(args);
        }
        catch (Exception e)
        {
            // Caught whatever it is, so that what is under way is cleaned up.
            var failure = Failure.Of(e);
            Console.Error.WriteLine(failure);
            return failure.ExitCode;
        }
    }

    static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("Renders lessons on how neural networks learn, from scene scripts to video.")
        {
            RenderCommand.Create(),
            BatchCommand.Create(),
            FramesCommand.Create(),
            StillCommand.Create(),
            SheetCommand.Create(),
            CheckCommand.Create(),
            TimelineCommand.Create(),
            TraceCommand.Create(),
            WorksheetCommand.Create(),
            NewCommand.Create(),
            PhasesCommand.Create(),
            SchemaCommand.Create(),
            FontsCommand.Create(),
            CacheCommand.Create(),
            SpecimenCommand.Create(),
            BenchCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        var parsed = root.Parse(args);
        if (UnknownOption(parsed) is { } unknown) return Refuse(parsed, [$"there is no option '{unknown}'"]);
        if (parsed.Action is ParseErrorAction) return Refuse(parsed, parsed.Errors.Select(error => error.Message));
        // Exceptions reach the caller, which has one exit code for each kind.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TidyingUp });
    }

    // It would be taken for an argument: a file called "--bogus". After "--" it may be one, and whoever asks for help or completions gets them.
    static string? UnknownOption(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) || (parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action) ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).FirstOrDefault(word => word is ['-', _, ..]);

    static int Refuse(ParseResult parsed, IEnumerable<string> mistakes)
    {
        foreach (var mistake in mistakes) Console.Error.WriteLine($"error: {mistake}");
        Console.Error.WriteLine($"  hint: see: backprop {NameOf(parsed)}--help");
        return ExitCode.Usage;
    }

    static string NameOf(ParseResult parsed) => string.Concat(
        parsed.CommandResult.Command.Parents.Prepend(parsed.CommandResult.Command).OfType<Command>().Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " "));
}
