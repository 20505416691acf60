using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The built program, run as its users run it: a process with arguments, streams and an exit code.</summary>
static class BuiltProgram
{
    // A loaded machine may be slow; a program that hangs shall still fail one test and not the run.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The program that BACKPROP names, as ./test does with one that is compiled ahead of time and starts in less time; else as it was
    /// built with these tests.
    /// </summary>
    public static string File { get; } = Environment.GetEnvironmentVariable("BACKPROP") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, "backprop");

    /// <summary>The installation of .NET that runs these tests: the program must find it whatever the search path of a test is.</summary>
    public static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    public static Outcome RunIn(string folder, params string[] arguments) => Finish(Start(folder, arguments));

    /// <param name="path">The search path for programs.</param>
    public static Outcome RunWithPath(string path, params string[] arguments)
    {
        var start = StartInfo(File, arguments);
        start.Environment["PATH"] = path;
        return Finish(Process.Start(start)!);
    }

    /// <param name="folder">The working folder.</param>
    public static Process Start(string folder, params string[] arguments)
    {
        var start = StartInfo(File, arguments);
        start.WorkingDirectory = folder;
        return Process.Start(start)!;
    }

    /// <summary>What another program prints that starts ours, such as a shell; it must succeed.</summary>
    public static string TextOf(string program, params string[] arguments) =>
        Finish(Process.Start(StartInfo(program, arguments))!).Expect(0).Output;

    /// <summary>
    /// How the program, or another one that starts it, is started: with redirected streams, and what it finds .NET and its cache by.
    /// </summary>
    public static ProcessStartInfo StartInfo(string file, params string[] arguments) => new(file, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["DOTNET_ROOT"] = DotnetFolder, ["XDG_CACHE_HOME"] = TestStreams.CacheHome },
    };

    /// <summary>Waits for the end of a program whose streams are redirected, and frees it.</summary>
    public static Outcome Finish(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail(
                    $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {Patience}");
            }
            return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }
}
