using System.Diagnostics;

namespace BackpropAnimator.Packages.Tests;

/// <summary>
/// The packages that <c>dotnet pack</c> makes of the solution, in a folder of their own, under a version that no feed has.
/// </summary>
public sealed class PackedSolution : IDisposable
{
    /// <summary>Another one in every run: a machine keeps what it has once unpacked, and two runs may go on at a time.</summary>
    public static string Version { get; } = $"0.0.0-t{Guid.NewGuid().ToString("N")[..12]}";

#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    readonly Lazy<string> sample;
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-packages-");

    public PackedSolution()
    {
        Dotnet(
            Repository.Root, "pack", "BackpropAnimator.sln", "-c", Configuration, "--no-build", "-o", Packages,
            $"-p:PackageVersion={Version}", "--nologo", "-v", "quiet");
        sample = new(BuildSample);
    }

    /// <summary>The folder that the packages are in.</summary>
    public string Packages => Path.Combine(folder.FullName, "packages");

    /// <summary>A folder for whatever a test makes.</summary>
    public string Scratch => folder.FullName;

    // A restore keeps what it unpacks, which nobody will ask for again.
    static IEnumerable<DirectoryInfo> CachedByTheMachine
    {
        get
        {
            var cache = Dotnet(Repository.Root, "nuget", "locals", "global-packages", "--list").Split(':', 2)[1].Trim();
            return Directory.Exists(cache)
                ? new DirectoryInfo(cache).GetDirectories("backpropanimator*").SelectMany(package => package.GetDirectories(Version))
                : [];
        }
    }

    /// <summary>
    /// A copy of <c>samples</c>, built from the packages apart from the repository, whose own settings would otherwise reach into it.
    /// </summary>
    public string Sample => sample.Value;

    string BuildSample()
    {
        var (from, to) = (Path.Combine(Repository.Root, "samples"), Path.Combine(folder.FullName, "samples"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.Copy(file, Path.Combine(to, path));
        }
        Dotnet(
            to, "build", "OwnPhase.Tests", "-c", "Release", "--nologo", "-v", "quiet",
            $"-p:RestoreAdditionalProjectSources={Packages}", $"-p:BackpropAnimatorVersion={Version}");
        return to;
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
}
