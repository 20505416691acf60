using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>Words to show. Line breaks are welcome; what no font can draw is not.</summary>
internal sealed class TextFormat : ScalarFormat
{
    const int MaxLength = 500;

    public override string Expected => $"text of up to {MaxLength} characters";

    public override object? Read(string text) => text.Length <= MaxLength && IsDrawable(text) ? text.Trim() : null;

    public override string? HintFor(string text) => IsDrawable(text) ? null : "it has control characters or broken Unicode in it";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["maxLength"] = MaxLength };

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
