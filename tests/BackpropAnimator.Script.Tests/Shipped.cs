namespace BackpropAnimator.Script.Tests;

/// <summary>The files that come with the program.</summary>
static class Shipped
{
    /// <summary>Every scene that comes with the program.</summary>
    public static IEnumerable<string> Scenes => new[] { "scenes", "src/BackpropAnimator.Lessons/Phases" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories));

    /// <summary>Every variants file that comes with the program.</summary>
    public static IEnumerable<string> VariantsFiles => [Path.Combine(Repository.Root, "variants.yaml")];
}
