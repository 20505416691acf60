using System.Buffers;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>A place in a formula's source, and the small steps that can be made from it.</summary>
internal sealed class SourceCursor(string source)
{
    static readonly SearchValues<char> BracketEnds = SearchValues.Create("]{}\\&$");

    int _position;

    /// <summary>The place as a person counts it, from 1.</summary>
    public int Column => _position + 1;

    public bool AtEnd => _position >= source.Length;

    /// <summary>The character here, or NUL at the end.</summary>
    public char Next => AtEnd ? '\0' : source[_position];

    public void Skip(int characters = 1) => _position = Math.Min(source.Length, _position + characters);

    /// <summary>Goes back to a column that was read before.</summary>
    public void ReturnTo(int column) => _position = column - 1;

    public void SkipToEnd() => _position = source.Length;

    public void SkipSpace()
    {
        while (!AtEnd && (char.IsWhiteSpace(Next) || char.IsControl(Next))) _position++;
    }

    public bool TrySkip(char character)
    {
        if (AtEnd || Next != character) return false;
        _position++;
        return true;
    }

    /// <summary>Passes a text if it is what stands here.</summary>
    public bool TrySkip(string text)
    {
        if (!source.AsSpan(_position).StartsWith(text, StringComparison.Ordinal)) return false;
        _position += text.Length;
        return true;
    }

    /// <summary>Passes a command if it is what stands here.</summary>
    /// <param name="name">Without the backslash.</param>
    public bool TrySkipCommand(string name)
    {
        var isHere = Next == '\\' && PeekCommand() == name;
        if (isHere) Skip(1 + name.Length);
        return isHere;
    }

    /// <summary>
    /// What stands in square brackets that open here, without them; null, with nothing passed, where none open or they do not close before
    /// anything that a formula is made of.
    /// </summary>
    public string? TakeBrackets()
    {
        if (Next != '[') return null;
        var end = source.AsSpan(_position).IndexOfAny(BracketEnds);
        if (end < 0 || source[_position + end] != ']') return null;
        var inside = source[(_position + 1)..(_position + end)];
        _position += end + 1;
        return inside;
    }

    /// <summary>The whole character here, also where UTF-16 takes two units for it; U+FFFD for half of one.</summary>
    public Rune TakeRune()
    {
        Rune.DecodeFromUtf16(source.AsSpan(_position), out var rune, out var length);
        _position += length;
        return rune;
    }

    /// <summary>
    /// The name of the command here without its backslash: letters, or one other character; empty at a backslash that ends the source.
    /// </summary>
    public string PeekCommand()
    {
        var start = _position + 1;
        var end = start;
        while (end < source.Length && char.IsAsciiLetter(source[end])) end++;
        if (end == start && end < source.Length) end++;
        return source[start..end];
    }

    /// <summary>The digits here, with one decimal point inside; empty where there is no digit.</summary>
    public string TakeNumber()
    {
        var start = _position;
        SkipDigits();
        if (Next == '.' && _position + 1 < source.Length && char.IsAsciiDigit(source[_position + 1]))
        {
            _position++;
            SkipDigits();
        }
        return source[start.._position];
    }

    /// <summary>A sign, a number and two letters here, as far as they are there.</summary>
    public string TakeLength()
    {
        var start = _position;
        if (Next is '+' or '-') _position++;
        while (char.IsAsciiDigit(Next) || Next == '.') _position++;
        SkipSpace();
        for (var i = 0; i < 2 && char.IsAsciiLetter(Next); i++) _position++;
        return source[start.._position];
    }

    /// <summary>The unaccented Latin letters here; empty where there is none.</summary>
    public string TakeLetters()
    {
        var start = _position;
        while (char.IsAsciiLetter(Next)) _position++;
        return source[start.._position];
    }

    void SkipDigits()
    {
        while (char.IsAsciiDigit(Next)) _position++;
    }
}
