namespace BackpropAnimator.Script.Expectations;

internal enum TokenKind
{
    Number,
    Name,
    Symbol,
    End,
}

/// <summary>A word, number or sign of a claim.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The sign in its plain spelling (≤ is &lt;=), anything else as written.</param>
/// <param name="Span">Where it is written.</param>
internal readonly record struct ClaimToken(TokenKind Kind, string Text, TextSpan Span)
{
    public string InWords => Kind == TokenKind.End ? "the end" : Yaml.Quote.InWords(Text);

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
