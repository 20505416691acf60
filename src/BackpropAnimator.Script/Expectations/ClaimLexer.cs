using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Expectations;

/// <summary>Splits a claim into its tokens, the end as the last.</summary>
internal sealed class ClaimLexer
{
    // Longest first, so that <= is not < and =.
    static readonly ImmutableArray<string> Symbols =
        ["->", "<=", ">=", "==", "!=", "&&", "||", "<", ">", "(", ")", "[", "]", "+", "-", "*", "/", ",", "=", "&", "|", "!", "^"];

    // What is on paper, for what is on the keyboard.
    static readonly ImmutableDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=", ['−'] = "-", ['·'] = "*", ['×'] = "*", ['→'] = "->",
    }.ToImmutableDictionary();

    readonly string text;
    int at;

    ClaimLexer(string text) => this.text = text;

    /// <exception cref="ClaimException">A character has no meaning in a claim.</exception>
    public static ImmutableArray<ClaimToken> Split(string text)
    {
        var lexer = new ClaimLexer(text);
        var tokens = ImmutableArray.CreateBuilder<ClaimToken>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens.ToImmutable();
    }

    ClaimToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return new(TokenKind.End, "", new(at, at));
        var start = at;
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Take(TokenKind.Number, EndOfNumber());
        if (c is '\'' or '"') return QuotedName(c);
        if (char.IsAsciiLetter(c) || c == '_') return Take(TokenKind.Name, EndOf(start, l => char.IsAsciiLetterOrDigit(l) || l == '_'));
        if (Plain.TryGetValue(c, out var plain)) return Take(TokenKind.Symbol, at + 1) with { Text = plain };
        if (Symbols.FirstOrDefault(s => string.CompareOrdinal(text, start, s, 0, s.Length) == 0) is { } symbol)
            return Take(TokenKind.Symbol, at + symbol.Length);
        throw new ClaimException(
            start, $"{Quote.InWords(Rune.GetRuneAt(text, at).ToString())} has no meaning in a claim",
            "a claim is such as: loss_after < loss_before");
    }

    ClaimToken Take(TokenKind kind, int end)
    {
        var token = new ClaimToken(kind, text[at..end], new(at, end));
        at = end;
        return token;
    }

    ClaimToken QuotedName(char quote)
    {
        var start = at;
        var end = text.IndexOf(quote, start + 1);
        if (end < 0) throw new ClaimException(start, "this quote has no end", "a name in quotes is such as 'sepal length'");
        return Take(TokenKind.Quoted, end + 1) with { Text = text[(start + 1)..end] };
    }

    // 12, 0.5, .5, 1e-6
    int EndOfNumber()
    {
        var end = EndOf(at, char.IsAsciiDigit);
        if (end < text.Length && text[end] == '.') end = EndOf(end + 1, char.IsAsciiDigit);
        if (end >= text.Length || text[end] is not ('e' or 'E')) return end;
        var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
        var exponentEnd = EndOf(digits, char.IsAsciiDigit);
        return exponentEnd > digits ? exponentEnd : end;
    }

    int EndOf(int from, Func<char, bool> belongs)
    {
        while (from < text.Length && belongs(text[from])) from++;
        return from;
    }
}

internal enum TokenKind
{
    Number,
    Name,
    Quoted,
    Symbol,
    End,
}

/// <summary>A word, number or sign of a claim.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The sign in its plain spelling (≤ is &lt;=), a quoted name without its quotes, anything else as written.</param>
/// <param name="Span">Where it is written.</param>
internal readonly record struct ClaimToken(TokenKind Kind, string Text, TextSpan Span)
{
    public string InWords => Kind == TokenKind.End ? "the end" : Yaml.Quote.InWords(Text);

    /// <summary>Whether this begins with a point, as what follows the layer in h1.2 does.</summary>
    public bool IsFraction => Kind == TokenKind.Number && Text[0] == '.';

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
