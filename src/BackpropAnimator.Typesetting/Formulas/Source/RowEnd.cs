namespace BackpropAnimator.Typesetting;

/// <summary>What ends the row that is being read.</summary>
internal enum Closer
{
    EndOfSource,
    Brace,
    Bracket,

    /// <summary><c>\right</c>; <c>\middle</c> ends a segment.</summary>
    Right,

    /// <summary><c>\end</c>; <c>&amp;</c> and <c>\\</c> or <c>\cr</c> end a cell.</summary>
    End,

    /// <summary><c>$</c> or <c>$$</c>, where one is open; else it opens a formula.</summary>
    Dollar,

    /// <summary><c>\)</c></summary>
    Parenthesis,

    /// <summary><c>\]</c></summary>
    Display,
}

/// <summary>A mark that ends a row or a cell.</summary>
internal readonly record struct RowEnd(Closer Closer, string Text)
{
    /// <summary>What to do about one that has nothing to close.</summary>
    public string Remedy => Closer switch
    {
        Closer.Brace => "remove it, or write '{' before it",
        Closer.Right => "write '\\left' before it",
        Closer.Parenthesis => "write '\\(' before it, or leave both out: a formula needs neither",
        Closer.Display => "write '\\[' before it, or leave both out: a formula needs neither",
        Closer.EndOfSource or Closer.Bracket or Closer.End or Closer.Dollar => "it belongs between '\\begin{…}' and '\\end{…}'",
        _ => throw new NotSupportedException(Closer.ToString()),
    };

    /// <summary>The mark here; null where something else stands.</summary>
    /// <param name="isInDollars">Whether a dollar closes a formula.</param>
    public static RowEnd? At(SourceCursor cursor, bool isInDollars) => cursor.Next switch
    {
        '}' => new(Closer.Brace, "}"),
        ']' => new(Closer.Bracket, "]"),
        '&' => new(Closer.End, "&"),
        '$' when isInDollars => new(Closer.Dollar, "$"),
        '\\' => cursor.PeekCommand() switch
        {
            "right" => new(Closer.Right, "\\right"),
            "middle" => new(Closer.Right, "\\middle"),
            "end" => new(Closer.End, "\\end"),
            "\\" => new(Closer.End, "\\\\"),
            "cr" => new(Closer.End, "\\cr"),
            ")" => new(Closer.Parenthesis, "\\)"),
            "]" => new(Closer.Display, "\\]"),
            _ => null,
        },
        _ => null,
    };
}
