using System.Text.RegularExpressions;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The page of what is taken; the sections that code has tables for are written from these.</summary>
public class CompatibilityPageTests
{
    // REFRESH_DOCS=1 ./test writes the section anew; what changed is then seen in the commit.
    [Fact]
    public void The_committed_page_lists_the_formulas_that_the_reader_reads()
    {
        var section = $$"""
            <!-- begin formulas -->

            ## Formulas

            Formulas are written in TeX's notation, as LaTeX with amsmath and mathtools takes it. In a scene put them in single quotes, or without
            quotes: in double quotes YAML takes every backslash for itself, which is told.

            - Scripts: `x_i`, `x^2`, `x_i^2`, `x'`, `x''`; limits with `\limits` and `\nolimits`. Accented letters, Greek letters and signs can be typed
              as they are: `ŷ`, `δ`, `≤`, `∑`.
            - Between words `\{`, `\}`, `\$`, `\%`, `\#`, `\&`, `\_`, `\textbackslash` and `\textasciitilde` are signs, and `~` is a blank.
            - Around a whole formula `$…$`, `$$…$$`, `\(…\)` and `\[…\]` may stand; between words they begin a formula.
            - Rows end at `\\`, `\\*` or `\\[4pt]`. `[t]`, `[c]`, `[b]` after `array`, `aligned` and `gathered` choose the row on the baseline; `[l]`,
              `[c]`, `[r]` after matrices with a star align their columns. An array's columns are `l`, `c`, `r`, `|`, `*{3}{c}` and `@{}`; `\hline`
              and `\cline{1-2}` draw lines.
            - `align`, `gather` and `equation` number nothing by themselves, with a star or without; `\tag{1}` does.
            - `\color` and `\textcolor` take roles, `#rrggbb` and the colours' names of the web; they colour their argument. `\part{name}{…}` names a
              part that colours, moves and can be found.
            - A length is a number with a unit; 10 pt are an em of the formula.

            | what | is written |
            |---|---|
            {{string.Join('\n', FormulaNotation.Kinds.Select(Row))}}

            Not taken: definitions (`\newcommand`), references (`\label`, `\ref`), old switches (`{\bf x}`). Each is an error at its place that says what to
            write instead.

            <!-- end formulas -->
            """;
        var file = Path.Combine(Repository.Root, "docs", "compatibility.md");
        var page = File.ReadAllText(file);
        var committed = Regex.Match(page, "<!-- begin formulas -->.*<!-- end formulas -->", RegexOptions.Singleline);
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1")
            File.WriteAllText(file, page[..committed.Index] + section + page[(committed.Index + committed.Length)..]);
        else Assert.Equal(section, committed.Value);
    }

    static string Row(NotationKind kind) => $"| {kind.Title} | {string.Join(' ', kind.Notations.Select(Code))} |";

    // An upright line divides cells of a table; a blank at the end of a command is not seen.
    static string Code(Notation notation)
    {
        var written = notation.Written.Replace("|", @"\|", StringComparison.Ordinal);
        return written.EndsWith(' ') ? $"`{written}` (a backslash and a blank)" : $"`{written}`";
    }
}
