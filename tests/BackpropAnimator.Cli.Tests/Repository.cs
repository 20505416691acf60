namespace BackpropAnimator.Cli.Tests;

/// <summary>The checkout that the tests run in.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BackpropAnimator.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
