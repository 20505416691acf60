using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What a program left: its exit code and what it wrote.</summary>
sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with the program's own words when it did not end with the code.</summary>
    public Outcome Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}\n{Output}{Error}");
        return this;
    }
}

/// <summary>The built program, run as its users run it: a process with arguments, streams and an exit code.</summary>
static class Backprop
{
    // A loaded machine may be slow; a program that hangs shall still fail one test and not the run.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program that BACKPROP names, as ./test does with the one that ./backprop builds, which starts in half the time; else as it was built with these tests.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("BACKPROP") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "backprop");

    /// <summary>The installation of .NET that runs these tests: the program must find it whatever the search path of a test is.</summary>
    public static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    // The user's own cache is none of the tests' business, and one that outlived them would hide what has changed since.
    static readonly DirectoryInfo caches = Directory.CreateTempSubdirectory("backprop-cli-tests-cache-");

    public static string CacheHome => caches.FullName;

    static Backprop() => AppDomain.CurrentDomain.ProcessExit += (_, _) => caches.Delete(recursive: true);

    /// <summary>Runs the program from the repository's folder.</summary>
    public static Outcome Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    public static Outcome RunIn(string folder, params string[] arguments) => Finish(Start(folder, null, arguments));

    /// <param name="path">The search path for programs.</param>
    public static Outcome RunWithPath(string path, params string[] arguments) => Finish(Start(Repository.Root, path, arguments));

    public static Process Start(string folder, string? path, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start);
        if (path is not null) start.Environment["PATH"] = path;
        return Process.Start(start)!;
    }

    /// <summary>What the program finds .NET and its cache by.</summary>
    public static void SetEnvironment(ProcessStartInfo start) =>
        (start.Environment["DOTNET_ROOT"], start.Environment["XDG_CACHE_HOME"]) = (DotnetFolder, caches.FullName);

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
                Assert.Fail($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {Patience}");
            }
            return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }
}
