using System.Text.RegularExpressions;

namespace BackpropAnimator.Tests;

/// <summary>The tables of docs/compatibility.md, whose rows tests try.</summary>
static partial class CompatibilityPage
{
    /// <summary>The cells of a table's rows, without its head.</summary>
    /// <param name="section">The section's name, as the comments around it have it.</param>
    /// <param name="table">Which of its tables, from 0.</param>
    public static IReadOnlyList<string[]> Rows(string section, int table)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "compatibility.md"));
        var start = page.IndexOf($"<!-- begin {section} -->", StringComparison.Ordinal);
        var text = page[start..page.IndexOf($"<!-- end {section} -->", StringComparison.Ordinal)];
        var tables = text.Split("\n\n").Where(part => part.StartsWith('|')).ToList();
        return [.. tables[table].Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(Cells)];
    }

    /// <summary>What a cell has in backticks; ⏎ and ⇥ stand for a line break and a tab.</summary>
    public static IReadOnlyList<string> Codes(string cell) =>
    [
        .. Code().Matches(cell).Select(match =>
            match.Groups[1].Value.Replace('⏎', '\n').Replace('⇥', '\t')),
    ];

    static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();
}
