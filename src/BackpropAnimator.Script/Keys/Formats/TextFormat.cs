using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>Words to show. Line breaks are welcome; what no font can draw is not.</summary>
internal sealed class TextFormat : ScalarFormat
{
    const int MaxLength = 500;

    public override string Expected => $"text of up to {MaxLength} characters";

    public override string? Definition => "text";

    public override bool IsSpoken => true;

    protected override object? OfText(string text) =>
        (text.Length <= MaxLength || text.EnumerateRunes().Count() <= MaxLength) && IsDrawable(text) ? text.Trim() : null;

    protected override object? OfNumber(double number, string text) => OfText(text);

    protected override object? OfFlag(bool flag, string text) => OfText(text);

    public override string? HintFor(string text) => IsDrawable(text) ? null : "it has control characters or broken Unicode in it";

    public override JsonObject Schema()
    {
        // All of C0 and C1 but for the line feed.
        var schema = TextSchema(@"^[^\u0000-\u0009\u000B-\u001F\u007F-\u009F]*$", "string", "number", "boolean");
        schema["maxLength"] = MaxLength;
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
