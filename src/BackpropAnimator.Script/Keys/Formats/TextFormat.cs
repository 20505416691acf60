using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>Words to show. Line breaks are welcome; what no font can draw is not.</summary>
/// <param name="maxLength">The most characters that it may have.</param>
/// <param name="definition">What the schema calls texts of this length.</param>
internal sealed class TextFormat(int maxLength = TextFormat.LongestShown, string definition = "text") : ScalarFormat
{
    const int LongestShown = 500;

    /// <summary>Some eight minutes of speech.</summary>
    public const int LongestSpoken = 8000;

    public override string Expected => $"text of up to {maxLength} characters";

    public override string? Definition => definition;

    public override bool IsSpoken => true;

    protected override object? OfText(string text) =>
        (text.Length <= maxLength || text.EnumerateRunes().Count() <= maxLength) && IsDrawable(text) ? text.Trim() : null;

    protected override object? OfNumber(double number, string text) => OfText(text);

    protected override object? OfFlag(bool flag, string text) => OfText(text);

    public override string? HintFor(string text) => IsDrawable(text) ? null : "it has control characters or broken Unicode in it";

    public override JsonObject Schema()
    {
        // All of C0 and C1 but for the line feed.
        var schema = TextSchema(@"^[^\u0000-\u0009\u000B-\u001F\u007F-\u009F]*$", "string", "number", "boolean");
        schema["maxLength"] = maxLength;
        return schema;
    }

    /// <summary>Whether a text has no control characters and no broken Unicode in it.</summary>
    public static bool IsDrawable(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (Rune.IsControl(rune) && rune.Value != '\n') return false;
            text = text[length..];
        }
        return text.IsEmpty;
    }
}
