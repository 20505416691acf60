using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// The program within the tests' own process, through what its main function calls. What a process adds (signals, pipes, the search path,
/// the working folder) is tested by <see cref="BuiltProgram"/>.
/// </summary>
static class Backprop
{
    public static Outcome Run(params string[] arguments) => RunIn(new(), arguments);

    /// <param name="input">What comes through standard input.</param>
    public static Outcome RunWithInput(string input, params string[] arguments) => RunIn(new() { Input = input }, arguments);

    /// <param name="ffmpegFolder">Where the <c>ffmpeg</c> is that renders.</param>
    public static Outcome RunWithFFmpeg(string ffmpegFolder, params string[] arguments) =>
        RunIn(new() { FFmpegFolder = ffmpegFolder }, arguments);

    /// <param name="columns">How wide its terminal is.</param>
    public static Outcome RunWithin(int columns, params string[] arguments) => RunIn(new() { Columns = columns }, arguments);

    /// <summary>What a command writes into the file that it is given by -o.</summary>
    public static string TextOf(Workbench bench, string command, params string[] arguments)
    {
        var file = bench[$"{Guid.NewGuid():N}.out"];
        Run([command, .. arguments, "-o", file]).Expect(0);
        var text = File.ReadAllText(file);
        File.Delete(file);
        return text;
    }

    /// <summary>Begins a command that can be watched, and ended as by Ctrl-C.</summary>
    public static Task<Outcome> Start(
        TestStreams streams, CancellationToken cancellation, params string[] arguments) => Task.Run(async () =>
    {
        var exitCode = await CommandLine.RunAsync(arguments, streams.Environment, cancellation);
        return new Outcome(exitCode, streams.Output, streams.Error);
    });

    static Outcome RunIn(TestStreams streams, string[] arguments) =>
        Start(streams, CancellationToken.None, arguments).GetAwaiter().GetResult();
}
