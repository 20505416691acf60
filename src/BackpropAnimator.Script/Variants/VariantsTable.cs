using System.Collections.Immutable;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>One row of a table of variants.</summary>
internal sealed record VariantsRow(SourcePosition Position, ImmutableArray<Override> Changes, string? Name, SourcePosition NamePosition);

/// <summary>A CSV file whose columns are paths of the scene and whose rows are variants; a column <c>name</c> names them.</summary>
internal static class VariantsTable
{
    const int MaxBytes = 1 << 20;
    const string NameColumn = "name";

    /// <summary>The rows; problems are reported.</summary>
    public static ImmutableArray<VariantsRow> Read(string file, DiagnosticBag problems)
    {
        try
        {
            return Parse(BoundedFile.ReadText(file, MaxBytes), file, problems);
        }
        catch (Exception e) when (BoundedFile.InWords(e, MaxBytes) is { } words)
        {
            problems.Error(SourcePosition.Whole(file), words);
            return [];
        }
    }

    static ImmutableArray<VariantsRow> Parse(string text, string file, DiagnosticBag problems)
    {
        var before = problems.Count;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var columns = Columns(lines[0], file, problems);
        if (problems.Count > before) return [];
        var rows = ImmutableArray.CreateBuilder<VariantsRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (Row(new(file, i + 1, 1), lines[i], columns, problems) is { } row) rows.Add(row);
            if (rows.Count > Matrix.MaxVariants)
            {
                problems.Error(new(file, i + 1, 1), $"there are more than {Matrix.MaxVariants:N0} rows here", "use several files");
                return [];
            }
        }
        if (rows.Count == 0 && problems.Count == before)
            problems.Error(SourcePosition.Whole(file), "there are no rows here", "every row makes a variant");
        return rows.ToImmutable();
    }

    /// <summary>A column's path with its place; no path for the column of names.</summary>
    static ImmutableArray<(SourcePosition Position, ImmutableArray<Step>? Path)> Columns(string line, string file, DiagnosticBag problems)
    {
        var columns = ImmutableArray.CreateBuilder<(SourcePosition, ImmutableArray<Step>?)>();
        var seen = new HashSet<string>();
        foreach (var field in CsvLine.Split(line))
        {
            var at = new SourcePosition(file, 1, field.Column);
            var path = field.Text == NameColumn ? null : NodePath.Parse(field.Text);
            if (path is null && field.Text != NameColumn)
                problems.Error(
                    at, $"expected the path of a key, found {Quote.InWords(field.Text)}",
                    "the first line names the columns, for example name,network.seed,phases.backward.duration");
            else if (!seen.Add(field.Text)) problems.Error(at, $"a second column {Quote.InWords(field.Text)}");
            columns.Add((at, path));
        }
        return columns.ToImmutable();
    }

    static VariantsRow? Row(
        SourcePosition at, string line, ImmutableArray<(SourcePosition Position, ImmutableArray<Step>? Path)> columns,
        DiagnosticBag problems)
    {
        var fields = CsvLine.Split(line);
        if (fields.Length != columns.Length)
        {
            problems.Error(
                at, $"expected {columns.Length} fields, as the first line has, found {fields.Length}",
                "a text with a comma in it needs double quotes");
            return null;
        }
        var changes = ImmutableArray.CreateBuilder<Override>();
        var row = new VariantsRow(at, [], null, at);
        foreach (var (field, (column, path)) in fields.Zip(columns))
        {
            // An empty field leaves what the scene says.
            if (field.Text.Length == 0) continue;
            var place = at with { Column = field.Column };
            if (path is null) row = row with { Name = field.Text, NamePosition = place };
            // What no scene has is told once, at the column.
            else if (Override.Read(field.Text, place, problems) is { } value) changes.Add(new(column, path.Value, value));
        }
        return row with { Changes = changes.ToImmutable() };
    }
}
