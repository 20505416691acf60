using System.Collections.Immutable;

namespace BackpropAnimator.Script.Data;

/// <summary>One field of a CSV file and its column, counted in characters from 1.</summary>
internal readonly record struct CsvField(string Text, int Column);

/// <summary>Splits a line at its separators: RFC 4180 without line breaks in fields.</summary>
internal static class CsvLine
{
    // In the order in which they are tried: where decimals have commas, another one separates.
    static readonly ImmutableArray<char> Separators = ['\t', ';', ','];

    public static ImmutableArray<CsvField> Split(string line, char separator = ',')
    {
        var fields = ImmutableArray.CreateBuilder<CsvField>();
        for (var start = 0; ;)
        {
            var end = EndOf(line, start, separator);
            fields.Add(new(Unquoted(line[start..end].Trim()), start + 1));
            if (end == line.Length) return fields.ToImmutable();
            start = end + 1;
        }
    }

    /// <summary>What separates the fields of a file: a tab, a semicolon or a comma.</summary>
    /// <param name="lines">Its first lines; the separator is what they all have as often.</param>
    public static char SeparatorOf(IReadOnlyList<string> lines)
    {
        var found = Separators.Where(separator => Split(lines[0], separator).Length > 1).ToList();
        var even = found.Where(separator => lines.Select(line => Split(line, separator).Length).Distinct().Count() == 1);
        return even.FirstOrDefault(found.FirstOrDefault(','));
    }

    static int EndOf(string line, int start, char separator)
    {
        var quoted = false;
        for (var i = start; i < line.Length; i++)
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && !quoted) return i;
        return line.Length;
    }

    static string Unquoted(string field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
