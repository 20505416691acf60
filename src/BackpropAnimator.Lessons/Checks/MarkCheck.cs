using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the marks in what is said can fall on the moments of its phases: as many, and in the same order.</summary>
public static class MarkCheck
{
    // A picture that goes faster than this against how it was laid out is not followed.
    const double FastestPace = 4;

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
            if (last is { } before && moment.Time <= before.Time)
            {
                yield return new(
                    at, Severity.Error, $"say: '{moment.Name}' comes before '{before.Name}' in '{part.Kind}'",
                    $"its moments, in order: {string.Join(", ", pace.Moments.Select(known => known.Name))}");
                yield break;
            }
            last = moment;
        }
        foreach (var (from, to, speed) in pace.Speeds.Where(stretch => stretch.Speed > FastestPace).Take(1))
            yield return new(
                say.PositionOf(nameof(say.Text)), Severity.Warning,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"say: between {from:0.0} s and {to:0.0} s the picture has to go {speed:0.0} times as fast as usual to be at its mark"),
                "say more before the mark, or less after it, or set it later");
    }
}
