using System.Runtime.CompilerServices;

namespace BackpropAnimator.Lessons.Tests;

static class Repository
{
    /// <summary>The folder that the solution is in.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    static string ThisFile([CallerFilePath] string path = "") => path;
}
