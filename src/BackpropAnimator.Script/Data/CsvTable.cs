using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>A column of a CSV file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">Its name in the first line; x1, x2, … where that has none.</param>
/// <param name="Label">What diagnostics call it.</param>
/// <param name="IsNamed">Whether the file names it.</param>
internal sealed record CsvColumn(int Index, string Name, string Label, bool IsNamed);

/// <summary>A row of a CSV file, as long as there are columns.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record CsvRow(int Line, ImmutableArray<CsvField> Fields);

/// <summary>The rows of a CSV file under its columns. Its separator, its decimal mark and whether it has a header are found out.</summary>
/// <param name="File">The file, as diagnostics name it.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Columns">All columns.</param>
/// <param name="Rows">Every line with something in it, but for the header; one or more.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record CsvTable(
    string File, bool HasHeader, ImmutableArray<CsvColumn> Columns, ImmutableArray<CsvRow> Rows, CsvNumbers Numbers)
{
    /// <summary>About 100,000 rows of ten columns.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>A row of ten short fields takes some 700 bytes in memory, so this is 70 MB.</summary>
    public const int MaxRows = 100_000;

    // Separators are told by these.
    const int FirstLines = 5;

    /// <summary>The table that a text holds; null when it is none, which is then reported.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <param name="problems">Takes the diagnostics.</param>
    public static CsvTable? Parse(string text, string file, DiagnosticBag problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, i) => (Text: line, Number: i + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
        if (lines.Count > MaxRows + 1)
        {
            problems.Error(SourcePosition.Whole(file), $"there are more than {MaxRows:N0} rows here", "a lesson shows few: draw a sample");
            return null;
        }
        var separator = lines.Count == 0 ? ',' : CsvLine.SeparatorOf([.. lines.Take(FirstLines).Select(line => line.Text)]);
        // A line of separators alone is a blank one, as spreadsheets write it.
        ImmutableArray<CsvRow> rows =
        [
            .. lines.Select(line => new CsvRow(line.Number, CsvLine.Split(line.Text, separator)))
                .Where(row => row.Fields.Any(field => field.Text.Length > 0)),
        ];
        var numbers = CsvNumbers.In(rows, separator);
        var hasHeader = !rows.IsEmpty && numbers.NameColumns(rows);
        if (rows.Length == (hasHeader ? 1 : 0))
        {
            problems.Error(SourcePosition.Whole(file), "there are no rows here");
            return null;
        }
        if (!AreEven(rows, file, hasHeader, problems)) return null;
        var columns = hasHeader ? NamedColumns(rows[0], file, numbers, problems) : NumberedColumns(rows[0].Fields.Length);
        return columns is null ? null : new(file, hasHeader, columns.Value, hasHeader ? rows.RemoveAt(0) : rows, numbers);
    }

    /// <summary>Where a field is written.</summary>
    public SourcePosition PositionOf(CsvRow row, CsvColumn column) => new(File, row.Line, row.Fields[column.Index].Column);

    /// <summary>
    /// The names of columns for the screen, <c>sepal_length</c> as sepal length; null where the file has none, or one that no font can
    /// draw.
    /// </summary>
    public ImmutableArray<string>? NamesOf(ImmutableArray<CsvColumn> columns) =>
        HasHeader && columns.All(column => column.IsNamed && TextFormat.IsDrawable(column.Name))
            ? [.. columns.Select(column => column.Name.Replace('_', ' '))]
            : null;

    /// <summary>Whether a column holds words, such as names of classes, rather than numbers.</summary>
    public bool HasWords(CsvColumn column)
    {
        var texts = Rows.Select(row => row.Fields[column.Index].Text).ToList();
        return 2 * texts.Count(CsvNumbers.IsWord) > texts.Count;
    }

    static bool AreEven(ImmutableArray<CsvRow> rows, string file, bool hasHeader, DiagnosticBag problems)
    {
        var uneven = new FirstOfMany();
        foreach (var row in rows.Where(row => row.Fields.Length != rows[0].Fields.Length))
            uneven.Add(
                "", new(file, row.Line, 1),
                $"expected {rows[0].Fields.Length} fields, as the first {(hasHeader ? "line" : "row")} has, found {row.Fields.Length}",
                rows.Any(r => r.Fields.Length == 1) ? "a comma, a semicolon or a tab separates fields, and the same in every line" : null);
        uneven.Report(problems);
        return uneven.IsEmpty;
    }

    static ImmutableArray<CsvColumn>? NamedColumns(CsvRow header, string file, CsvNumbers numbers, DiagnosticBag problems)
    {
        var before = problems.Count;
        var columns = ImmutableArray.CreateBuilder<CsvColumn>(header.Fields.Length);
        foreach (var (field, i) in header.Fields.Select((field, i) => (field, i)))
        {
            var at = new SourcePosition(file, header.Line, field.Column);
            if (numbers.Finite(field.Text) is not null)
                problems.Error(
                    at, $"expected the name of a column, as others in this line, found {Quote.InWords(field.Text)}",
                    "a first line either names all columns or none", same: (file, "no name"));
            else if (field.Text.Length > 0 && columns.Any(column => column.Name == field.Text))
                problems.Error(
                    at, $"a second column {Quote.InWords(field.Text)}", "give each column a name of its own",
                    same: (file, "second column"));
            // Tables that were saved with their row numbers have no name above these.
            var name = field.Text.Length > 0 ? field.Text : $"column {i + 1}";
            columns.Add(new(i, name, name, field.Text.Length > 0));
        }
        return problems.Count > before ? null : columns.MoveToImmutable();
    }

    static ImmutableArray<CsvColumn> NumberedColumns(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new CsvColumn(i, $"x{i + 1}", $"column {i + 1}", false))];
}
