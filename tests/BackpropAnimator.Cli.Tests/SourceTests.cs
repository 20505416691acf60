namespace BackpropAnimator.Cli.Tests;

/// <summary>What every source file keeps to, so that it reads well beside another one on a screen.</summary>
public class SourceTests
{
    const int Widest = 140;
    const string Quotes = "\"\"\"";

    static IEnumerable<string> SourcesIn(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [Fact]
    public void No_line_is_over_140_columns() => Assert.Empty(
        from file in SourcesIn("src", "tests", "bench", "samples")
        from line in OutsideRawStrings(File.ReadLines(file))
        where line.Length > Widest
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()[..60]}…");

    [Fact]
    public void No_condition_gives_a_name_to_what_always_is() => Assert.Empty(
        from file in SourcesIn("src")
        from line in File.ReadLines(file)
        where line.Contains(" is var ", StringComparison.Ordinal)
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}");

    // What lies in a raw string has a form of its own: a scene, a formula, data.
    static IEnumerable<string> OutsideRawStrings(IEnumerable<string> lines)
    {
        var isInside = false;
        foreach (var line in lines)
        {
            if (!isInside) yield return line;
            isInside = isInside
                ? !line.TrimStart().StartsWith(Quotes, StringComparison.Ordinal)
                : line.EndsWith(Quotes, StringComparison.Ordinal);
        }
    }
}
