using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

internal sealed class WordFormat : ScalarFormat
{
    const int MaxLength = 60;

    public override string Expected => $"a word of letters, digits, '_' and '-' that starts with a letter, up to {MaxLength} characters";

    protected override object? OfText(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? text
            : null;

    protected override object? OfFlag(bool flag, string text) => text;

    public override JsonObject Schema()
    {
        var schema = TextSchema("^[A-Za-z][A-Za-z0-9_-]*$", "string", "boolean");
        schema["maxLength"] = MaxLength;
        return schema;
    }
}
