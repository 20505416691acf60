using System.Globalization;
using System.Text;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lab;

/// <summary>
/// Numbers, vectors and matrices in JSON, each row of a matrix on a line of its own. Every number reads back to the very same double.
/// </summary>
public static class NumberJson
{
    /// <summary>
    /// As many digits as it takes to read back the very same number: 5E-11. No zero has a sign. JSON has no infinity, but a number that is
    /// too large reads back as one; what is no number is null.
    /// </summary>
    public static string Exact(double value) => value switch
    {
        double.PositiveInfinity => "1E999",
        double.NegativeInfinity => "-1E999",
        double.NaN => "null",
        // Adding 0 takes the sign from −0.
        _ => (value + 0.0).ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A field with a number.</summary>
    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Exact(value), skipInputValidation: true);
    }

    /// <summary>A field with a list of numbers.</summary>
    public static void Row(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(TextOf(values), skipInputValidation: true);
    }

    /// <summary>An item of a list: a list of numbers.</summary>
    public static void Row(Utf8JsonWriter json, IEnumerable<double> values) => OwnLine(json, TextOf(values));

    /// <summary>A field with a matrix, row by row.</summary>
    public static void Rows(Utf8JsonWriter json, string name, Matrix<double> matrix)
    {
        json.WriteStartArray(name);
        foreach (var row in matrix.EnumerateRows()) OwnLine(json, TextOf(row));
        json.WriteEndArray();
    }

    /// <summary>A field with a list of objects.</summary>
    public static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeFields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeFields(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>An item of a list. The writer itself puts every number on a line of its own, which nobody can read as a matrix.</summary>
    public static void OwnLine(Utf8JsonWriter json, string item) => json.WriteRawValue(
        json.Options.Indented ? $"\n{new string(' ', 2 * json.CurrentDepth)}{item}" : item, skipInputValidation: true);

    /// <summary>An object on one line.</summary>
    public static string Text(Action<Utf8JsonWriter> writeFields)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            writeFields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    static string TextOf(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(Exact))}]";
}
