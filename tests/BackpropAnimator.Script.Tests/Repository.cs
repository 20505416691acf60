using System.Runtime.CompilerServices;

namespace BackpropAnimator.Script.Tests;

static class Repository
{
    /// <summary>The folder that the solution is in.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Every scene that comes with the program.</summary>
    public static IEnumerable<string> Scenes => Yaml.Except(VariantsFiles);

    /// <summary>Every variants file that comes with the program.</summary>
    public static IEnumerable<string> VariantsFiles => Yaml.Where(file => file.Contains("/variants/", StringComparison.Ordinal));

    static IEnumerable<string> Yaml => new[] { "scenes", "src/BackpropAnimator.Lessons/Phases" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml", SearchOption.AllDirectories));

    static string ThisFile([CallerFilePath] string path = "") => path;
}
