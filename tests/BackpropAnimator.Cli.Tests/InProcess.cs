using System.Diagnostics;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// The program within the tests' own process, through what its main function calls: for tests of what it computes, and for running it
/// thousands of times. What a process adds (streams, signals, the search path) is tested by <see cref="Backprop"/>.
/// </summary>
static class InProcess
{
    // The console belongs to the whole process.
    static readonly Lock console = new();

    public static Outcome Run(params string[] arguments) => Timed(arguments).Outcome;

    /// <summary>What <paramref name="command"/> writes into the file that it is given by -o.</summary>
    public static string Text(Workbench bench, string command, params string[] arguments)
    {
        var file = bench[$"{Guid.NewGuid():N}.out"];
        Run([command, .. arguments, "-o", file]).Expect(0);
        var text = File.ReadAllText(file);
        File.Delete(file);
        return text;
    }

    /// <returns>What it left, and how long it took a processor: a machine that is busy with something else does not count.</returns>
    public static (Outcome Outcome, TimeSpan Processor) Timed(params string[] arguments)
    {
        lock (console)
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
}
