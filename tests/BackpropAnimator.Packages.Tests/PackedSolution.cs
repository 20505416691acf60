using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BackpropAnimator.Packages.Tests;

/// <summary>
/// The packages that <c>dotnet pack</c> makes of the solution, in a folder of their own, under a version that no feed has.
/// </summary>
public sealed class PackedSolution : IDisposable
{
    public const string Version = "0.0.0-tests";

#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-packages-");

    public PackedSolution()
    {
        foreach (var project in Projects)
            Dotnet(
                Root, "pack", project, "-c", Configuration, "--no-build", "-o", Packages, $"-p:PackageVersion={Version}", "--nologo", "-v",
                "quiet");
        foreach (var old in CachedByTheMachine) old.Delete(recursive: true);
    }

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The folder that the packages are in.</summary>
    public string Packages => Path.Combine(folder.FullName, "packages");

    /// <summary>A folder for whatever a test makes.</summary>
    public string Scratch => folder.FullName;

    static IEnumerable<string> Projects => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Where(project => !project.Contains("BackpropAnimator.Catalogs", StringComparison.Ordinal));

    // A restore keeps what it unpacks; what an earlier run left there is another build under the same version.
    static IEnumerable<DirectoryInfo> CachedByTheMachine
    {
        get
        {
            var cache = Dotnet(Root, "nuget", "locals", "global-packages", "--list").Split(':', 2)[1].Trim();
            return Directory.Exists(cache)
                ? new DirectoryInfo(cache).GetDirectories("backpropanimator*").SelectMany(package => package.GetDirectories(Version))
                : [];
        }
    }

    /// <summary>Runs dotnet, and fails with its own words when it fails.</summary>
    public static string Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a program, and fails with its own words when it fails.</summary>
    public static string Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What runs these tests is not to be told to what they run.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output.Result}{error.Result}");
        return output.Result;
    }

    public void Dispose()
    {
        foreach (var own in CachedByTheMachine) own.Delete(recursive: true);
        folder.Delete(recursive: true);
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
