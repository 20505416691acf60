using System.Collections.Immutable;

namespace BackpropAnimator.Script.Data;

/// <summary>One field of a CSV file and its column, counted in characters from 1.</summary>
internal readonly record struct CsvField(string Text, int Column);

/// <summary>Splits a line at its commas: RFC 4180 without line breaks in fields.</summary>
internal static class CsvLine
{
    public static ImmutableArray<CsvField> Split(string line)
    {
        var fields = ImmutableArray.CreateBuilder<CsvField>();
        for (var start = 0; ;)
        {
            var end = EndOf(line, start);
            fields.Add(new(Unquoted(line[start..end].Trim()), start + 1));
            if (end == line.Length) return fields.ToImmutable();
            start = end + 1;
        }
    }

    static int EndOf(string line, int start)
    {
        var quoted = false;
        for (var i = start; i < line.Length; i++)
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) return i;
        return line.Length;
    }

    static string Unquoted(string field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
