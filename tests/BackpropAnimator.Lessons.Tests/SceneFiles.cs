using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Every scene of the repository: the lessons, and what lies beside the phases.</summary>
static class SceneFiles
{
    /// <summary>Their paths from the repository's root.</summary>
    public static TheoryData<string> All => [.. Paths];

    /// <inheritdoc cref="All"/>
    public static IEnumerable<string> Paths => [.. In("scenes"), .. OfPhases];

    /// <summary>Those beside the phases.</summary>
    public static IEnumerable<string> OfPhases => In(Path.Combine("src", "BackpropAnimator.Lessons", "Phases"));

    public static Scene Read(string path)
    {
        var result = SceneReader.Read(Path.Combine(Repository.Root, path), []);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }

    static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order();
}
