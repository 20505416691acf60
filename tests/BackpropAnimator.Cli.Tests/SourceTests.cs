using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What every source file keeps to, so that it reads well beside another one on a screen.</summary>
public class SourceTests
{
    const int Widest = 140;

    // What lies in raw and verbatim strings has a form of its own: scenes, formulas, data.
    static readonly Regex text = new("""(\$*)("{3,})(?s:.*?)\2|(\$@|@\$|@)"([^"]|"")*["]""");

    static IEnumerable<string> SourcesIn(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [Fact]
    public void No_line_is_over_140_columns() => Assert.Empty(
        from file in SourcesIn("src", "tests", "bench", "samples")
        from line in LinesOf(text.Replace(File.ReadAllText(file), "\"\""))
        where line.Length > Widest
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()[..60]}…");

    [Fact]
    public void No_condition_gives_a_name_to_what_always_is() => Assert.Empty(
        from file in SourcesIn("src")
        from line in LinesOf(File.ReadAllText(file))
        where line.Contains(" is var ", StringComparison.Ordinal)
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}");

    static string[] LinesOf(string source) => source.ReplaceLineEndings("\n").Split('\n');
}
