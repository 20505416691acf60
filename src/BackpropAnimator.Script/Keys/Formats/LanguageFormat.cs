using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>The tag of a language as BCP 47 has it: a language, and what it is narrowed to by a script, a region or a variant.</summary>
internal sealed partial class LanguageFormat : ScalarFormat
{
    /// <summary>What a tag looks like; whether there is such a language is left to those who speak it.</summary>
    public const string Pattern = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$";

    public override string Expected => "the tag of a language, such as en, vi or pt-BR";

    public static bool IsTag(string text) => Tag().IsMatch(text);

    /// <summary>The language itself, without what it is narrowed to.</summary>
    public static string Base(string tag) => tag.Split('-')[0].ToLowerInvariant();

    protected override object? OfText(string text) => IsTag(text) ? text : null;

    public override string? HintFor(string text) =>
        text.Contains('_', StringComparison.Ordinal) && IsTag(text.Replace('_', '-')) ? $"with a hyphen: {text.Replace('_', '-')}" : null;

    public override JsonObject Schema() => TextSchema(Pattern);

    // $ would also match before a line break at the end.
    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\z")]
    private static partial Regex Tag();
}
