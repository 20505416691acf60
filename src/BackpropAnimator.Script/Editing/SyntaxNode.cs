using System.Collections.Immutable;

namespace BackpropAnimator.Script.Editing;

/// <summary>
/// A value of a YAML document as it is written. <see cref="Yaml.Node"/> says what the text means; this says where it stands, which is what
/// an edit of the text needs.
/// </summary>
/// <param name="Start">The first character of the value, after its anchor where it has one.</param>
/// <param name="End">The character after its last; for nothing, that of <paramref name="Start"/>.</param>
/// <param name="InFlow">Whether it stands between brackets or braces.</param>
internal abstract record SyntaxNode(int Start, int End, bool InFlow)
{
    /// <summary>The name that aliases call it by; null for none.</summary>
    public string? Anchor { get; init; }
}

/// <param name="Text">What is read.</param>
/// <param name="Quote">The quote it stands in; null for none.</param>
/// <param name="IsBlock">Whether it is written under a <c>|</c> or <c>></c>.</param>
internal sealed record SyntaxScalar(int Start, int End, bool InFlow, string Text, char? Quote, bool IsBlock)
    : SyntaxNode(Start, End, InFlow)
{
    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Start == End;
}

/// <summary>An alias such as <c>*name</c>.</summary>
/// <param name="Target">What it stands for.</param>
internal sealed record SyntaxAlias(int Start, int End, bool InFlow, string Name, SyntaxNode Target) : SyntaxNode(Start, End, InFlow);

/// <param name="IsFlow">Whether it has brackets.</param>
internal sealed record SyntaxList(int Start, int End, bool InFlow, bool IsFlow, ImmutableArray<SyntaxNode> Items)
    : SyntaxNode(Start, End, InFlow);

internal readonly record struct SyntaxEntry(SyntaxNode Key, SyntaxNode Value);

/// <param name="IsFlow">Whether it has braces.</param>
internal sealed record SyntaxMapping(int Start, int End, bool InFlow, bool IsFlow, ImmutableArray<SyntaxEntry> Entries)
    : SyntaxNode(Start, End, InFlow)
{
    /// <summary>Where a key is among the entries; less than 0 where it is not written here.</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Length; i++)
            if (Entries[i].Key is SyntaxScalar name && name.Text == key) return i;
        return -1;
    }
}
