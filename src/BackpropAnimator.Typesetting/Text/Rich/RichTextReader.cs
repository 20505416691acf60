using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads running text once from left to right.</summary>
internal sealed class RichTextReader(string text)
{
    readonly StringBuilder _letters = new();
    readonly ImmutableArray<RichSpan>.Builder _spans = ImmutableArray.CreateBuilder<RichSpan>();
    readonly ImmutableArray<(int, string)>.Builder _unpaired = ImmutableArray.CreateBuilder<(int, string)>();
    Stress _stress;
    int _from;

    public RichText Read()
    {
        for (var i = 0; i < text.Length;) i = ReadAt(i);
        while (_letters.Length > _from && _letters[^1] is ' ' or '\n') _letters.Length--;
        EndWords();
        return new(_letters.ToString(), _spans.ToImmutable()) { Unpaired = _unpaired.ToImmutable() };
    }

    int ReadAt(int i)
    {
        switch (text[i])
        {
            case '\\' when i + 1 < text.Length && text[i + 1] is '$' or '*' or '\\':
                _letters.Append(text[i + 1]);
                return i + 2;
            case '$' when EndOfFormula(i) is { } end:
                EndWords();
                _spans.Add(new(_letters.Length, 1, Stress.None, text[(i + 1)..end], i + 1));
                _letters.Append(RichText.Object);
                _from = _letters.Length;
                return end + 1;
            case '$':
                _unpaired.Add((i, "$"));
                break;
            case '*' when StressAt(i) is { } stars:
                EndWords();
                _stress = stars.Stress;
                return i + stars.Length;
            case '\n':
                TrimSpace();
                if (_letters.Length > 0) _letters.Append('\n');
                return i + 1;
            case var blank when char.IsWhiteSpace(blank) && blank is not ('\u00A0' or '\u202F' or '\u3000'):
                if (_letters.Length > 0 && _letters[^1] is not (' ' or '\n')) _letters.Append(' ');
                return i + 1;
        }
        _letters.Append(text[i]);
        return i + 1;
    }

    void TrimSpace()
    {
        if (_letters.Length > _from && _letters[^1] == ' ') _letters.Length--;
    }

    void EndWords()
    {
        if (_letters.Length > _from) _spans.Add(new(_from, _letters.Length - _from, _stress));
        _from = _letters.Length;
    }

    // As Pandoc has it: no space inside the dollars, and no digit after them, so that $5 and $6 are prices.
    int? EndOfFormula(int open)
    {
        if (open + 1 >= text.Length || char.IsWhiteSpace(text[open + 1]) || text[open + 1] == '$') return null;
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '$')
                return char.IsWhiteSpace(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) ? null : i;
        }
        return null;
    }

    /// <summary>What begins or ends at a star, and how many stars it takes; null where it is a star.</summary>
    (Stress Stress, int Length)? StressAt(int at)
    {
        var stars = at + 1 < text.Length && text[at + 1] == '*' ? 2 : 1;
        var meant = stars == 2 ? Stress.Strong : Stress.Emphasis;
        if (_stress != Stress.None) return _stress == meant && Closes(at, stars) ? (Stress.None, stars) : null;
        if (!Opens(at, stars)) return null;
        var sign = new string('*', stars);
        for (var i = at + stars; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '$' && EndOfFormula(i) is { } end) i = end;
            else if (text.AsSpan(i).StartsWith(sign) && Closes(i, stars)) return (meant, stars);
        }
        if (stars == 2 || at == 0 || text[at - 1] != '*') _unpaired.Add((at, sign));
        return null;
    }

    // 2*3 and a * b are products: stars about words have no letter outside and no space inside.
    bool Opens(int at, int stars) => IsOutside(at - 1) && at + stars < text.Length && !char.IsWhiteSpace(text[at + stars]);

    bool Closes(int at, int stars) => IsOutside(at + stars) && at > 0 && !char.IsWhiteSpace(text[at - 1]);

    // Chinese, Japanese and Thai have no spaces about words.
    bool IsOutside(int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at])
        || !WritingSystem.HasSpaces(WritingSystem.Of(Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar));
}
