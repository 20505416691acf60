using System.Collections.Immutable;

namespace BackpropAnimator.Script.Editing;

/// <summary>What an edit of a scene's text gave.</summary>
/// <param name="Text">The text with the edit; the same text as before where there is a problem.</param>
/// <param name="Problems">Why it cannot be edited so, and where; empty where it was.</param>
internal sealed record EditResult(string Text, ImmutableArray<Diagnostic> Problems)
{
    public bool IsDone => Problems.IsEmpty;
}

/// <summary>A piece of a text that is replaced by another.</summary>
internal readonly record struct TextEdit(int Start, int End, string Replacement)
{
    public static TextEdit Insert(int at, string text) => new(at, at, text);

    /// <summary>A text with edits that do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
            text = string.Concat(text.AsSpan(0, edit.Start), edit.Replacement, text.AsSpan(edit.End));
        return text;
    }
}

/// <summary>A text cannot be edited as asked: says why, and at which character.</summary>
internal sealed class EditRefusedException(int at, string message, string? hint = null) : Exception(message)
{
    public int At => at;
    public string? Hint => hint;
}
