using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>How long viewers take to read.</summary>
internal static class Reading
{
    // Between the 12 and the 17 letters a second that subtitlers reckon with, and what the eye takes to find the place.
    const double LettersPerSecond = 15, Finding = 0.5;

    /// <summary>What subtitles may ask of those who read fast.</summary>
    public const double FastestLettersPerSecond = 17;

    /// <summary>Seconds to read a text.</summary>
    public static double Of(string text) => Finding + text.Length / LettersPerSecond;

    /// <summary>
    /// When each of some texts comes, with time to read the ones before it first; together they take <paramref name="duration"/> seconds.
    /// </summary>
    public static ImmutableArray<Interval> Turns(double duration, IReadOnlyList<string> texts)
    {
        var laid = Beat.Lay(duration, [.. texts.SelectMany(text => new[] { Beat.Move(0.5), Beat.Pause(Of(text)) })]);
        return [.. texts.Select((_, i) => laid[2 * i])];
    }
}
