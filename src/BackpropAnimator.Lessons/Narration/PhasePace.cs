using System.Collections.Immutable;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// How fast a phase goes. It is laid out as always, for as long as it lasts; then it is drawn at times that run slower or faster from mark
/// to mark, so that each of its moments falls on its mark.
/// </summary>
internal sealed class PhasePace
{
    // Where the phase has to be, and when: both from its start to its end, in seconds, neither ever going back.
    readonly ImmutableArray<(double Time, double Drawn)> pins;
    readonly ImmutableArray<Moment> laidOut;
    readonly PhaseOptions options;

    /// <param name="phase">As it is laid out.</param>
    /// <param name="options">With the duration that it has.</param>
    /// <param name="spoken">What is said in it; null for nothing.</param>
    public PhasePace(Phase phase, PhaseOptions options, SpokenPart? spoken)
    {
        this.options = options;
        laidOut = [.. phase.Moments.Append(new(PhaseMoment.Complete.Name, phase.CompleteAt)).OrderBy(moment => moment.Time)];
        Pairs = spoken is null ? [] : [.. PairsOf(spoken.Marks.Select(mark => mark.Name))];
        var kept = ImmutableArray.CreateBuilder<(double, double)>();
        kept.Add((0, 0));
        foreach (var (mark, moment) in Pairs)
        {
            var at = Narration.Lead + spoken!.Marks[mark].Time;
            if (moment is { } named && at > kept[^1].Item1 && named.Time >= kept[^1].Item2 && named.Time < options.Duration)
                kept.Add((at, named.Time));
        }
        kept.Add((options.Duration, options.Duration));
        pins = kept.ToImmutable();
        CompleteAt = pins.Length == 2 ? phase.CompleteAt : Math.Min(TimeOf(phase.CompleteAt), phase.WordsGoAt);
        Moments = [.. laidOut.Select(moment => moment with { Time = TimeOf(moment.Time) })];
    }

    /// <summary>Of the phase, in seconds.</summary>
    public double Duration => options.Duration;

    /// <summary>When all is there that the phase has to show.</summary>
    public double CompleteAt { get; }

    /// <summary>When its moments are seen, in the order of time.</summary>
    public ImmutableArray<Moment> Moments { get; }

    /// <summary>The marks in what is said, by their numbers, and the moment of each; null where the phase has no further one.</summary>
    public ImmutableArray<(int Mark, Moment? Moment)> Pairs { get; }

    /// <summary>The captions, each with its time in seconds from the phase's start.</summary>
    public ImmutableArray<ShownCaption> Captions => options.CaptionsShown(at => TimeOf(at) ?? CompleteAt);

    /// <summary>When a note is there, in seconds from the phase's start.</summary>
    public (double Start, double End) TimeOf(NoteScript note) => note.TimeFrom(TimeOf(note.At) ?? CompleteAt, Duration);

    /// <summary>When a time of the script is, in seconds from the phase's start; null for a moment that the phase has not.</summary>
    public double? TimeOf(Script.Moment at) => at.In(Duration) ?? (Named(at.Name!, at.Which) is { } moment ? TimeOf(moment.Time) : null);

    /// <summary>How fast it goes between its marks, against how it was laid out: 1 is as fast.</summary>
    public IEnumerable<(double From, double To, double Speed)> Speeds => pins.Zip(pins.Skip(1), (from, to) =>
        (from.Time, to.Time, (to.Drawn - from.Drawn) / (to.Time - from.Time)));

    /// <summary>The moment that each of these marks stands for: the second mark of a name is the second moment of it.</summary>
    public IEnumerable<(int Mark, Moment? Moment)> PairsOf(IEnumerable<string> marks)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (i, name) in marks.Index())
        {
            var before = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return (i, Named(name, before));
        }
    }

    // As it is laid out; null where the phase has not so many of that name.
    Moment? Named(string name, int which) =>
        laidOut.Where(moment => moment.Name == name).Skip(which - 1).Select(moment => (Moment?)moment).FirstOrDefault();

    /// <summary>A part of the timeline with room for what is said in it.</summary>
    /// <param name="rate">It grows to a whole frame, so that what follows falls on the same frames as before.</param>
    public static PhaseOptions Grown(PhaseOptions part, SpokenPart? spoken, FrameRate rate)
    {
        if (spoken is null || spoken.Room <= part.Duration) return part;
        return part with { Duration = rate.TimeOf((int)Math.Ceiling(spoken.Room * rate.FramesPerSecond)) };
    }

    /// <summary>The time of the phase, as it was laid out, that is seen at a time.</summary>
    public double Warped(double time)
    {
        if (pins.Length == 2) return time;
        var i = 1;
        while (i < pins.Length - 1 && time > pins[i].Time) i++;
        var (from, to) = (pins[i - 1], pins[i]);
        return from.Drawn + (to.Drawn - from.Drawn) * (time - from.Time) / (to.Time - from.Time);
    }

    // The other way round.
    double TimeOf(double drawn)
    {
        if (pins.Length == 2) return drawn;
        var i = 1;
        while (i < pins.Length - 1 && drawn > pins[i].Drawn) i++;
        var (from, to) = (pins[i - 1], pins[i]);
        // Where it stands still, what it waits for comes at the end.
        return to.Drawn <= from.Drawn ? to.Time : from.Time + (to.Time - from.Time) * (drawn - from.Drawn) / (to.Drawn - from.Drawn);
    }
}
