using System.Text;

namespace BackpropAnimator.Script;

/// <summary>All kinds of phases as a table of stills, for readers who choose by eye.</summary>
public static class PhaseGallery
{
    const int Columns = 3;

    /// <summary>The table as Markdown, with paths from the repository's root; every still leads to the scene that shows the phase.</summary>
    public static string ToMarkdown()
    {
        var table = new StringBuilder();
        table.Append(string.Concat(Enumerable.Repeat("| ", Columns))).Append("|\n").Append(string.Concat(Enumerable.Repeat("|---", Columns))).Append("|\n");
        foreach (var row in PhaseKind.All.Chunk(Columns))
        {
            foreach (var kind in row) table.Append(null, $"| {Cell(kind)} ");
            table.Append(string.Concat(Enumerable.Repeat("| ", Columns - row.Length))).Append("|\n");
        }
        return table.ToString();
    }

    static string Cell(PhaseKind kind) =>
        $"[![{kind.Name}](docs/phases/{kind.Name}.jpg)](scenes/features/{kind.Name}.yaml)<br>**[`{kind.Name}`](docs/scene-reference.md#{kind.Name})** {FormattableString.Invariant($"{kind.Defaults.Duration}")} s<br>{kind.Summary.Replace("|", "\\|", StringComparison.Ordinal)}";
}
