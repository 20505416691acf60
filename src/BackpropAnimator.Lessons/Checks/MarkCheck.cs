using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Whether the marks in what is said can fall on the moments of its phases: as many, and in the same order. So it is with captions and
/// notes that come with a moment.
/// </summary>
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
        {
            if (part.Say is { } say) problems.AddRange(Problems(part, say, say.Spoken.Marks, lesson.PaceOf(i)));
            problems.AddRange(Captions(part, lesson.PaceOf(i)));
            foreach (var note in part.Notes)
                if (Missing(note.At, part, note.PositionOf(nameof(note.At)), lesson.PaceOf(i)) is { } problem) problems.Add(problem);
        }
        return problems.ToImmutable();
    }

    // Those with times of their own have been looked at before there was a lesson.
    static IEnumerable<Diagnostic> Captions(PhaseOptions part, PhasePace pace)
    {
        if (part.Captions.All(caption => caption.At.Name is null)) yield break;
        var before = -1.0;
        foreach (var caption in part.Captions)
        {
            var at = caption.PositionOf(nameof(caption.At));
            if (Missing(caption.At, part, at, pace) is { } missing) yield return missing;
            if (pace.TimeOf(caption.At) is not { } time) continue;
            if (time <= before)
                yield return new(
                    at, Severity.Error,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"at: {caption.At} is at {time:0.0} s, no later than the caption before, at {before:0.0} s"),
                    "captions stand in order of time");
            before = time;
        }
    }

    static Diagnostic? Missing(Script.Moment at, PhaseOptions part, SourcePosition place, PhasePace pace) =>
        pace.TimeOf(at) is null ? Missing("at", at.Name!, part, place, pace) : null;

    static Diagnostic Missing(string key, string name, PhaseOptions part, SourcePosition place, PhasePace pace)
    {
        var count = pace.Moments.Count(known => known.Name == name);
        return new(
            place, Severity.Error,
            count == 0
                ? $"{key}: nothing of this '{part.Kind}' is called '{name}'"
                : $"{key}: this '{part.Kind}' has '{name}' {Times(count)} and no more",
            $"its moments, in order: {string.Join(", ", pace.Moments.Select(known => known.Name))}");
    }

    static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    static IEnumerable<Diagnostic> Problems(PhaseOptions part, SayScript say, ImmutableArray<TextMark> marks, PhasePace pace)
    {
        var last = default(Moment?);
        foreach (var (i, found) in pace.PairsOf(marks.Select(mark => mark.Name)))
        {
            var at = say.PositionIn(nameof(say.Text), marks[i].At);
            if (found is not { } moment)
            {
                yield return Missing("say", marks[i].Name, part, at, pace);
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
