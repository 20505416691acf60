using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Video.Subtitles;

namespace BackpropAnimator.Video;

/// <summary>Text that is read while it is heard or seen: a whole text or caption, which is split into lines and screens later.</summary>
/// <param name="Start">When the text begins, in seconds from the first frame of the whole video.</param>
/// <param name="End">When it is over: after <paramref name="Start"/>.</param>
/// <param name="Text">Plain text without marks and markup; a line break in it is kept.</param>
public sealed record SubtitleCue(double Start, double End, string Text)
{
    /// <summary>
    /// Where in the text, as shares of its letters' width, times are known; in order. Between them words come evenly.
    /// </summary>
    public ImmutableArray<(double Share, double Time)> Pins { get; init; } = [];

    /// <summary>A text of which it is known when some of its words are said.</summary>
    /// <param name="pieces">Words with when they are said, in seconds; in order, at least one.</param>
    public static SubtitleCue Spoken(IReadOnlyList<(string Words, double Start, double End)> pieces)
    {
        var text = new StringBuilder();
        var shares = new List<(double Width, double Time)>();
        foreach (var (words, start, end) in pieces)
        {
            if (text.Length > 0 && TextPiece.WantsSpace($"{text}", words)) text.Append(' ');
            shares.Add((TextPiece.LettersWidth($"{text}"), start));
            text.Append(words);
            shares.Add((TextPiece.LettersWidth($"{text}"), end));
        }
        var width = Math.Max(1, shares[^1].Width);
        return new(pieces[0].Start, pieces[^1].End, $"{text}") { Pins = [.. shares.Select(pin => (pin.Width / width, pin.Time))] };
    }

    /// <summary>When the letters between two shares of the text begin to be said, and when they are over.</summary>
    internal (double Start, double End) TimesOf(double from, double to)
    {
        (double Share, double Time)[] pins = [(0, Start), .. Pins, (1, End)];
        // Where a pause is, two pins are at one place: what comes before it ends at the first, what comes after begins at the second.
        var first = Array.FindLastIndex(pins[..^1], pin => pin.Share <= from + Rounding);
        var last = Array.FindIndex(pins, 1, pin => pin.Share >= to - Rounding);
        return (Between(pins[first], pins[first + 1], from), Between(pins[last - 1], pins[last], to));
    }

    const double Rounding = 1e-9;

    static double Between((double Share, double Time) from, (double Share, double Time) to, double share) =>
        to.Share > from.Share ? from.Time + (to.Time - from.Time) * (share - from.Share) / (to.Share - from.Share) : to.Time;
}
