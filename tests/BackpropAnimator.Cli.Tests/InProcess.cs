using System.Diagnostics;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The program within the tests' own process, for running it thousands of times. All other tests start it as a process, so the console is free.</summary>
static class InProcess
{
    /// <summary>Runs the program through what its main function calls. One class of tests at a time can do so.</summary>
    /// <returns>What it left, and how long it took a processor: a machine that is busy with something else does not count.</returns>
    public static (Outcome Outcome, TimeSpan Processor) Run(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var newOutput = new StringWriter();
        using var newError = new StringWriter();
        Console.SetOut(newOutput);
        Console.SetError(newError);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        try
        {
            var exitCode = CommandLine.RunAsync(arguments).GetAwaiter().GetResult();
            return (new(exitCode, newOutput.ToString(), newError.ToString()), Process.GetCurrentProcess().TotalProcessorTime - before);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
