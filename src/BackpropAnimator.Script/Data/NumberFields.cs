using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>Reads the numbers of a CSV file's rows, and counts the fields that have none.</summary>
internal sealed class NumberFields(CsvTable table)
{
    const string HintForNothing = "fill it in, or leave the row out";

    readonly FirstOfMany problems = new();

    /// <summary>Whether every field so far was as it should be.</summary>
    public bool AreSound => problems.IsEmpty;

    /// <summary>The numbers of a row's columns; 0 for a field without one, which is counted.</summary>
    public ImmutableArray<double> Of(CsvRow row, ImmutableArray<CsvColumn> columns) => [.. columns.Select(column => Of(row, column))];

    /// <summary>Counts a field that has no class.</summary>
    public void MissingClass(CsvRow row, CsvColumn column) => problems.Add(
        "class", table.PositionOf(row, column), $"{column.Label}: expected the name of a class, found nothing", HintForNothing);

    /// <summary>Reports each kind of problem once.</summary>
    public void Report(DiagnosticBag to) => problems.Report(to);

    double Of(CsvRow row, CsvColumn column)
    {
        var text = row.Fields[column.Index].Text;
        if (table.Numbers.Read(text) is { } number) return number;
        var (kind, found, hint) =
            text.Length == 0 ? ("missing", "nothing", HintForNothing)
            : table.Numbers.Finite(text) is null ? ("word", Quote.InWords(text), HintForWords(column))
            : ("limits", Quote.InWords(text), null);
        problems.Add(kind, table.PositionOf(row, column), $"{column.Label}: expected {CsvNumbers.Expected}, found {found}", hint);
        return 0;
    }

    string? HintForWords(CsvColumn column) =>
        table.HasWords(column) ? "a network's inputs are numbers: name the columns that are meant under inputs" : null;
}
