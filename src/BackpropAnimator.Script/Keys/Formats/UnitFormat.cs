using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>h1.2</c>, <c>hidden1[1]</c> or the name of an input or output: one unit.</summary>
internal sealed class UnitFormat : ScalarFormat
{
    public override string Expected => "a unit such as h.2, counted from 1, or the name of an input or output";

    // It may go by a name, which is in some language.
    public override bool IsSpoken => true;

    protected override object? OfText(string text) => Parse(text.Trim());

    // A name may be anything: the year that a column is for, or true.
    protected override object? OfNumber(double number, string text) => Parse(text);

    protected override object? OfFlag(bool flag, string text) => Parse(text);

    public override JsonObject Schema() => TextSchema(@"\S", "string", "number", "boolean");

    /// <summary>
    /// The unit that a text without blanks around it means; null where it is empty. Whether there is such a unit only the network tells.
    /// </summary>
    public static UnitReference? Parse(string text)
    {
        if (text.Length == 0) return null;
        var end = text.AsSpan().IndexOfAny('.', '[');
        if (end > 0 && char.IsAsciiLetter(text[0]) && text[..end].All(char.IsAsciiLetterOrDigit))
        {
            var isFromOne = text[end] == '.';
            var number = isFromOne ? text[(end + 1)..] : text[^1] == ']' ? text[(end + 1)..^1] : "";
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var unit))
                return new(text[..end], isFromOne ? unit - 1 : unit);
        }
        return UnitReference.Named(text);
    }
}
