using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Subtitles;

/// <summary>Splits cues into screens, each at its time.</summary>
public static class SubtitleTiming
{
    /// <summary>The most columns a second that are read with ease; in Chinese and Japanese half as many letters.</summary>
    public const double ReadingSpeed = 17;

    // Seconds. Nothing is read in less.
    const double Shortest = 1;

    // What a cut leaves of a screen is not worth showing when it is shorter than this.
    const double Remainder = 0.2;

    /// <summary>
    /// Splits all texts at two lines of 42 columns. A screen lasts as long as its share of what is said; a text that is said faster than it
    /// is read stays into the pause after it.
    /// </summary>
    /// <param name="length">When the last one is over at the latest, in seconds.</param>
    public static ImmutableArray<SubtitleScreen> Split(ImmutableArray<SubtitleCue> cues, double length)
    {
        var screens = ImmutableArray.CreateBuilder<SubtitleScreen>();
        SubtitleCue[] ordered = [.. cues.Where(cue => cue.Start < length).OrderBy(cue => cue.Start)];
        for (var i = 0; i < ordered.Length; i++)
        {
            var cue = ordered[i];
            var texts = SubtitleBreaking.Screens(Plain(cue.Text));
            var latest = i + 1 < ordered.Length ? Math.Min(length, ordered[i + 1].Start) : length;
            if (texts.IsEmpty || latest <= cue.Start) continue;
            screens.AddRange(Timed(cue, texts, latest));
        }
        return screens.ToImmutable();
    }

    static SubtitleScreen[] Timed(SubtitleCue cue, ImmutableArray<(ImmutableArray<string> Lines, int Width)> texts, double latest)
    {
        var screens = new SubtitleScreen[texts.Length];
        double[] letters = [.. texts.Select(text => (double)text.Lines.Sum(TextPiece.LettersWidth))];
        var (read, total, free) = (0.0, Math.Max(1, letters.Sum()), cue.Start);
        for (var n = 0; n < texts.Length; n++)
        {
            var (start, end) = cue.TimesOf(read / total, (read + letters[n]) / total);
            start = Math.Max(start, free);
            screens[n] = new(start, free = Math.Max(end, start + TimeFor(texts[n].Width)), texts[n].Lines);
            read += letters[n];
        }
        if (free <= latest) return screens;
        // There is no time to read at ease: each gets its share of what there is.
        var all = new Interval(cue.Start, latest);
        read = 0;
        for (var n = 0; n < texts.Length; n++)
        {
            var own = all.Share(read / total, (read += letters[n]) / total);
            screens[n] = screens[n] with { Start = own.Start, End = own.End };
        }
        return screens;
    }

    static double TimeFor(int width) => Math.Max(Shortest, width / ReadingSpeed);

    /// <summary>The screens of some stretches of the whole, with the times that they have when these follow one another.</summary>
    public static ImmutableArray<SubtitleScreen> Within(this ImmutableArray<SubtitleScreen> screens, ImmutableArray<Interval> parts)
    {
        var cut = ImmutableArray.CreateBuilder<SubtitleScreen>();
        var before = 0.0;
        foreach (var part in parts)
        {
            foreach (var screen in screens)
            {
                var (start, end) = (Math.Max(screen.Start, part.Start), Math.Min(screen.End, part.End));
                var isWhole = start == screen.Start && end == screen.End;
                if (end - start > (isWhole ? 0 : Remainder))
                    cut.Add(screen with { Start = before + start - part.Start, End = before + end - part.Start });
            }
            before += part.Duration;
        }
        return cut.ToImmutable();
    }

    // Line breaks are the text's own; an arrow of the files' would end a line of theirs.
    static string Plain(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\r') ? ' ' : letter))
            .Replace("-->", "→", StringComparison.Ordinal);
}
