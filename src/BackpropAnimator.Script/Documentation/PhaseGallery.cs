using System.Text;

namespace BackpropAnimator.Script;

/// <summary>All kinds of phases as a table of stills, for readers who choose by eye.</summary>
public static class PhaseGallery
{
    const int Columns = 3;

    // Seen from the page, which is docs/phases.md.
    const string Modules = "../src/BackpropAnimator.Lessons/Phases", Stills = "phases", Reference = "scene-reference.md";

    /// <summary>The page as Markdown; every still leads to the scene that shows the phase.</summary>
    /// <param name="phases">The kinds of phases that a scene can have.</param>
    public static string ToMarkdown(PhaseCatalog phases)
    {
        var page = new StringBuilder();
        page.Append("# The phases\n\nA lesson is a list of phases. Each still leads to a small scene that shows its phase, each name to " +
            "its options.\n\n");
        page.Append(Row(Enumerable.Repeat("", Columns))).Append(string.Concat(Enumerable.Repeat("|---", Columns))).Append("|\n");
        foreach (var row in phases.All.Chunk(Columns))
            page.Append(Row([.. row.Select(Cell), .. Enumerable.Repeat("", Columns - row.Length)]));
        page.Append("\n## Moments\n\nWhat is said can have marks, such as `The error {wave} travels back`: the phase's moment of that " +
            "name then falls on the word after it. The second mark of a name is its second time.\n\n");
        foreach (var kind in phases.All) page.Append(null, $"- `{kind.Name}`: {SceneReference.MomentsOf(kind)}.\n");
        return page.ToString();
    }

    static string Row(IEnumerable<string> cells) => string.Concat(cells.Select(cell => cell.Length > 0 ? $"| {cell} " : "| ")) + "|\n";

    static string Cell(PhaseKind kind)
    {
        var (name, summary) = (kind.Name, kind.Summary.Replace("|", "\\|", StringComparison.Ordinal));
        var seconds = FormattableString.Invariant($"{kind.Defaults.Duration} s");
        return $"[![{name}]({Stills}/{name}.jpg)]({Modules}/{kind.Folder}/{name}.yaml)<br>**[`{name}`]({Reference}#{name})** " +
            $"{seconds}<br>{summary}";
    }
}
