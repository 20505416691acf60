namespace BackpropAnimator.Typesetting;

/// <summary>What ends the row that is being read.</summary>
internal enum Closer
{
    EndOfSource,
    Brace,
    Bracket,

    /// <summary><c>\right</c>; <c>\middle</c> ends a segment.</summary>
    Right,

    /// <summary><c>\end</c>; <c>&amp;</c> and <c>\\</c> end a cell.</summary>
    End,
}
