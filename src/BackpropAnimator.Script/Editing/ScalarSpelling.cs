using System.Globalization;
using System.Text;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Editing;

/// <summary>How a value is written so that it is read again as what it is.</summary>
internal static class ScalarSpelling
{
    /// <summary>The text as YAML: without quotes where it can be, with those that were there, or else with some.</summary>
    /// <param name="value">What shall be read.</param>
    /// <param name="inFlow">Whether it stands between brackets or braces, where commas part.</param>
    /// <param name="quote">The quote that the value before it had; null for none.</param>
    public static string Of(ScalarNode value, bool inFlow, char? quote)
    {
        // A number in quotes would be a text.
        if (!value.Quoted && Means(value)) return value.Text;
        string[] forms = quote switch
        {
            '"' => [Double(value.Text), Single(value.Text)],
            '\'' => [Single(value.Text), Double(value.Text)],
            _ => [value.Text, Double(value.Text)],
        };
        return forms.First(form => IsRead(form, value, inFlow));
    }

    // The reader itself says whether a form is read as what is meant.
    static bool IsRead(string form, ScalarNode value, bool inFlow)
    {
        var problems = new DiagnosticBag();
        var document = inFlow ? $"[{form}, {form}]" : $"k: {form}\nl: 1";
        var read = Composer.Compose(document, _ => default, problems) switch
        {
            SequenceNode { Items: [var item, _] } => item,
            MappingNode { Entries: [var entry, _] } => entry.Value,
            _ => null,
        };
        return !problems.HasErrors && read is ScalarNode scalar && scalar.Text == value.Text
            && (scalar.Quoted || !value.Quoted || !Means(scalar));
    }

    // Whether a text without quotes is something else than a text.
    static bool Means(ScalarNode scalar) =>
        scalar.IsNull || CoreSchema.Number(scalar.Text) is not null || CoreSchema.Flag(scalar.Text) is not null;

    static string Single(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string Double(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var c in text)
            _ = c switch
            {
                '"' or '\\' => written.Append('\\').Append(c),
                '\n' => written.Append("\\n"),
                '\t' => written.Append("\\t"),
                _ when char.IsControl(c) => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => written.Append(c),
            };
        return written.Append('"').ToString();
    }
}
