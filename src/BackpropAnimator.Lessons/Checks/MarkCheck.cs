using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the marks in what is said can fall on the moments of its phases: as many, and in the same order.</summary>
public static class MarkCheck
{
    // A picture that goes faster than this against how it was laid out is not followed.
    const double FastestPace = 4;

    // One that goes slower, for longer than so many seconds, seems to stand still.
    const double SlowestPace = 0.08, LongestStandstill = 1;

    /// <summary>The problems of a lesson's marks; where one is an error, not all of them fall on their moments.</summary>
    public static ImmutableArray<Diagnostic> Run(Lesson lesson)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (i, part) in lesson.Scene.Parts.Index())
            if (part.Say is { } say)
                problems.AddRange(Problems(part, say, say.Spoken.Marks, lesson.PaceOf(i)));
        return problems.ToImmutable();
    }

    static IEnumerable<Diagnostic> Problems(PhaseOptions part, SayScript say, ImmutableArray<TextMark> marks, PhasePace pace)
    {
        var last = default(Moment?);
        foreach (var (i, found) in pace.PairsOf(marks.Select(mark => mark.Name)))
        {
            var at = say.PositionIn(nameof(say.Text), marks[i].At);
            if (found is not { } moment)
            {
                var count = pace.Moments.Count(known => known.Name == marks[i].Name);
                yield return new(
                    at, Severity.Error,
                    count == 0
                        ? $"say: nothing of this '{part.Kind}' is called '{marks[i].Name}'"
                        : $"say: this '{part.Kind}' has '{marks[i].Name}' {count} times and no more",
                    $"its moments, in order: {string.Join(", ", pace.Moments.Select(known => known.Name))}");
                yield break;
            }
            if (last is { } before && moment.Time < before.Time)
            {
                yield return new(
                    at, Severity.Error, $"say: '{moment.Name}' comes before '{before.Name}' in '{part.Kind}'",
                    $"its moments, in order: {string.Join(", ", pace.Moments.Select(known => known.Name))}");
                yield break;
            }
            last = moment;
        }
        if (pace.Speeds.Any(stretch => stretch.Speed > FastestPace))
        {
            var (from, to, speed) = pace.Speeds.First(stretch => stretch.Speed > FastestPace);
            yield return Warning(
                say, $"between {from:0.0} s and {to:0.0} s the picture has to go {speed:0.0} times as fast as usual to be at its mark",
                "say more before the mark, or less after it, or set it later");
        }
        if (pace.Speeds.Any(StandsStill))
        {
            var (from, to, _) = pace.Speeds.First(StandsStill);
            yield return Warning(
                say, $"between {from:0.0} s and {to:0.0} s the picture stands nearly still to be at its mark",
                "say less before the mark, or set it earlier, or leave it out");
        }
    }

    static bool StandsStill((double From, double To, double Speed) stretch) =>
        stretch.Speed < SlowestPace && stretch.To - stretch.From > LongestStandstill;

    static Diagnostic Warning(SayScript say, FormattableString message, string hint) => new(
        say.PositionOf(nameof(say.Text)), Severity.Warning, $"say: {message.ToString(CultureInfo.InvariantCulture)}", hint);
}
