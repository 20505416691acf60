using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>How a stretch of running text stands out.</summary>
public enum Stress
{
    None,

    /// <summary>Slanted, in the scripts that know slanted letters, and else heavier.</summary>
    Emphasis,

    /// <summary>Heavier.</summary>
    Strong,
}

/// <summary>A stretch of words of one stress, or a formula.</summary>
/// <param name="Start">Where it begins in <see cref="RichText.Letters"/>.</param>
/// <param name="Length">How many UTF-16 units it is there: one for a formula.</param>
/// <param name="Formula">Its source; null for words.</param>
/// <param name="Offset">Where a formula's source begins in what was written.</param>
public readonly record struct RichSpan(int Start, int Length, Stress Stress, string? Formula = null, int Offset = 0);

/// <summary>
/// Running text as authors write it: formulas between dollars, <c>*emphasis*</c>, <c>**strong**</c> words, line breaks, and a backslash
/// before a sign that is meant as itself.
/// </summary>
/// <param name="Letters">
/// What there is to read: spaces are single, a formula is one object character (U+FFFC), a line break a line feed.
/// </param>
/// <param name="Spans">What the letters are, without gaps.</param>
public sealed record RichText(string Letters, ImmutableArray<RichSpan> Spans)
{
    /// <summary>What stands for a formula among letters.</summary>
    public const char Object = '\uFFFC';

    /// <summary>Signs of writing that have no partner, by their offset in what was written: they are shown as they are.</summary>
    public ImmutableArray<(int Offset, string Sign)> Unpaired { get; init; } = [];

    /// <summary>The formulas in it.</summary>
    public IEnumerable<RichSpan> Formulas => Spans.Where(span => span.Formula is not null);

    /// <summary>A text whose signs mean nothing, and whose line breaks are spaces.</summary>
    public static RichText Plain(string text)
    {
        var letters = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(letters, [new(0, letters.Length, Stress.None)]);
    }

    public static RichText Parse(string text) => new RichTextReader(text).Read();

    /// <summary>The letters of its words, without formulas.</summary>
    public string LettersAlone => Letters.Replace($"{Object}", "", StringComparison.Ordinal);

    /// <summary>By what is read; spans follow from it but for their stress.</summary>
    public bool Equals(RichText? other) =>
        other is not null && Letters == other.Letters && Spans.AsSpan().SequenceEqual(other.Spans.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Letters, Spans.Length);

    /// <summary>What is read where there is no typesetting, as in a subtitle: formulas as a line of letters.</summary>
    public string InWords => string.Concat(Spans.Select(span =>
        span.Formula is { } formula ? PlainFormula.Of(formula) : Letters.Substring(span.Start, span.Length).Replace('\n', ' ')));
}
