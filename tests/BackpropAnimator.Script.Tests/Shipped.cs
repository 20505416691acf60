namespace BackpropAnimator.Script.Tests;

/// <summary>The files that come with the program.</summary>
static class Shipped
{
    /// <summary>Every scene that comes with the program.</summary>
    public static IEnumerable<string> Scenes => Yaml.Except(VariantsFiles);

    /// <summary>Every variants file that comes with the program.</summary>
    public static IEnumerable<string> VariantsFiles => Yaml.Where(file => file.Contains("/variants/", StringComparison.Ordinal));

    static IEnumerable<string> Yaml => new[] { "scenes", "src/BackpropAnimator.Lessons/Phases" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories));
}
