using System.Collections.Immutable;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script.Data;

/// <summary>How a CSV file writes its numbers.</summary>
/// <param name="DecimalMark">A point, or a comma where something else separates fields.</param>
internal sealed record CsvNumbers(char DecimalMark)
{
    static readonly LimitsAttribute Limits = new(-ExampleScript.Largest, ExampleScript.Largest);

    // What other programs write where there is no number.
    static readonly ImmutableArray<string> NoNumbers =
        ["", "?", "NaN", "NA", "N/A", "null", "inf", "+inf", "-inf", "infinity", "-infinity"];

    /// <summary>What a number of an example has to be.</summary>
    public static string Expected => $"a number {Limits.InWords()}";

    /// <summary>The way that a file's rows write numbers: with commas where there are some of these, and none with a point.</summary>
    public static CsvNumbers In(ImmutableArray<CsvRow> rows, char separator)
    {
        var (point, comma) = (new CsvNumbers('.'), new CsvNumbers(','));
        return separator != ',' && Has(comma) && !Has(point) ? comma : point;

        bool Has(CsvNumbers way) =>
            rows.Any(row => row.Fields.Any(field => field.Text.Contains(way.DecimalMark) && way.Finite(field.Text) is not null));
    }

    /// <summary>The number that a text means; null for anything else, and for one beyond an example's limits.</summary>
    public double? Read(string text) => Finite(text) is { } number && Limits.Contains(number) ? number : null;

    /// <summary>The same without limits.</summary>
    public double? Finite(string text)
    {
        if (DecimalMark == '.') return NumberFormat.Finite(text);
        return text.Contains('.', StringComparison.Ordinal) ? null : NumberFormat.Finite(text.Replace(DecimalMark, '.'));
    }

    /// <summary>
    /// Whether the first row names the columns: nothing in it is a number, or it has a word above a number. Names of classes in the first
    /// row of a file without a header are words above words.
    /// </summary>
    public bool NameColumns(ImmutableArray<CsvRow> rows)
    {
        var first = rows[0].Fields;
        if (first.All(field => Finite(field.Text) is null)) return true;
        return rows.Length > 1
            && first.Zip(rows[1].Fields).Any(pair => IsWord(pair.First.Text) && Finite(pair.Second.Text) is not null);
    }

    /// <summary>
    /// Whether a text is a word, such as the name of a class: no number in any way, and nothing that stands for a missing one.
    /// </summary>
    public static bool IsWord(string text) =>
        NumberFormat.Finite(text.Replace(',', '.')) is null && !NoNumbers.Contains(text, StringComparer.OrdinalIgnoreCase);
}
