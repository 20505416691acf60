using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>The numbers of a CSV file, row by row under named columns.</summary>
/// <param name="File">The file, as diagnostics name it.</param>
/// <param name="Columns">The names in the first line.</param>
/// <param name="Rows">Every further line that is not blank, with its line number; each as long as <paramref name="Columns"/>.</param>
internal sealed record CsvTable(
    string File, ImmutableArray<string> Columns, ImmutableArray<(int Line, ImmutableArray<double> Numbers)> Rows)
{
    /// <summary>About 100,000 rows of ten columns.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>A row takes some 300 bytes in memory, so this is 30 MB.</summary>
    public const int MaxRows = 100_000;

    static readonly NumberFormat Format = new(new(-ExampleScript.Largest, ExampleScript.Largest));

    /// <summary>The table that a text holds; null when it is none, which is then reported.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <param name="problems">Takes the diagnostics.</param>
    public static CsvTable? Parse(string text, string file, DiagnosticBag problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var columns = CsvLine.Split(lines[0]);
        if (columns.Any(c => c.Text.Length == 0 || NumberFormat.Finite(c.Text) is not null))
        {
            problems.Error(new(file, 1, 1), "the first line names the columns", "for example x,y,label");
            return null;
        }
        if (lines.Length > MaxRows + 2)
        {
            problems.Error(SourcePosition.Whole(file), $"there are more than {MaxRows:N0} rows here", "a lesson shows few: draw a sample");
            return null;
        }
        var before = problems.Count;
        var rows = ImmutableArray.CreateBuilder<(int, ImmutableArray<double>)>();
        for (var i = 1; i < lines.Length; i++)
            if (!string.IsNullOrWhiteSpace(lines[i]) && Row(new(file, i + 1, 1), lines[i], columns, problems) is { } row)
                rows.Add((i + 1, row));
        if (rows.Count == 0 && problems.Count == before) problems.Error(SourcePosition.Whole(file), "there are no rows here");
        return problems.Count > before ? null : new(file, [.. columns.Select(c => c.Text)], rows.ToImmutable());
    }

    static ImmutableArray<double>? Row(SourcePosition at, string line, ImmutableArray<CsvField> columns, DiagnosticBag problems)
    {
        var fields = CsvLine.Split(line);
        if (fields.Length != columns.Length)
        {
            problems.Error(at, $"expected {columns.Length} fields, as the first line has, found {fields.Length}");
            return null;
        }
        var numbers = ImmutableArray.CreateBuilder<double>(fields.Length);
        foreach (var (field, column) in fields.Zip(columns))
            if (Format.Read(field.Text) is double number) numbers.Add(number);
            else problems.Error(
                at with { Column = field.Column },
                $"{column.Text}: expected {Format.Expected}, found {(field.Text.Length == 0 ? "nothing" : Quote.InWords(field.Text))}");
        return numbers.Count == fields.Length ? numbers.MoveToImmutable() : null;
    }
}
