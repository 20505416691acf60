using System.Runtime.CompilerServices;

namespace BackpropAnimator.Tests;

/// <summary>The checkout that the tests run in.</summary>
static class Repository
{
    /// <summary>The folder that the solution is in.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    static string ThisFile([CallerFilePath] string path = "") => path;
}
