using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A training run as it is shown: trained once, with a network kept for every moment that can be told apart, and no more than memory
/// and time allow.
/// </summary>
internal sealed class TrainingFilm
{
    // At 30 a second, more than this are told apart by nobody.
    const double MomentsASecond = 30;

    // The networks of all moments together take at most this much memory, and looking at all of them so many multiplications.
    const long MostBytes = 48 << 20, MostWork = 1_000_000_000;

    // What a pass costs besides its weights, in weights; and how many passes of each sample a moment takes.
    const long PerPass = 200, PassesASample = 4;

    // Up to this many epochs a second numbers are seen on their way from one epoch to the next; that takes the last part of each.
    const double MostFollowed = 3, FirstChange = 0.72, LastChange = 0.97;

    // What is shown of the data in tables.
    public const int MostSamples = 4;

    readonly ImmutableArray<Lazy<TrainingMoment>> moments;
    readonly ImmutableArray<int> epochs;

    /// <param name="start">The step on stage: its network, the sample whose passes are shown, and what the optimizer remembers.</param>
    /// <param name="pace">How fast its epochs are shown.</param>
    public TrainingFilm(LessonNumbers numbers, LearningStep start, EpochPace pace)
    {
        var samples = numbers.Samples;
        var parameters = start.Before.Layers.Sum(layer => (layer.InputCount + 1L) * layer.UnitCount);
        var passes = (samples.Length + numbers.TestSamples.Length) * PassesASample;
        var most = Math.Min(MostBytes / (8 * parameters), MostWork / (passes * (parameters + PerPass)));
        var count = (int)Math.Max(2, Math.Min(most, pace.Seconds * MomentsASecond));
        var wanted = Enumerable.Range(0, count + 1).Select(i => (int)pace.EpochAt(pace.Seconds * i / count)).Append(pace.Epochs);
        History = numbers.TrainFrom(start, pace.Epochs, Recording.At(wanted));
        Pace = pace;
        Samples = samples;
        ShownAt = SpreadOver(samples);
        Shown = [.. ShownAt.Select(n => samples[n])];
        epochs = [.. History.Snapshots.Select(s => s.Epoch)];
        var inHand = start.Example;
        moments =
            [.. History.Snapshots.Select(s => new Lazy<TrainingMoment>(() => new(s, History.Losses[s.Epoch], inHand, Shown, numbers)))];
    }

    public TrainingHistory History { get; }

    public EpochPace Pace { get; }

    public ImmutableArray<Example> Samples { get; }

    /// <summary>The samples that tables show.</summary>
    public ImmutableArray<Example> Shown { get; }

    /// <summary>Which ones of all these are, counted from 0.</summary>
    public ImmutableArray<int> ShownAt { get; }

    // Of each answer as many as there is room for, the first of every one first: four cats say nothing of dogs.
    static ImmutableArray<int> SpreadOver(ImmutableArray<Example> samples) =>
    [
        .. Enumerable.Range(0, samples.Length).GroupBy(n => samples[n].Target)
            .SelectMany((group, k) => group.Select((n, turn) => (n, turn, k))).OrderBy(at => (at.turn, at.k)).Take(MostSamples)
            .Select(at => at.n).Order(),
    ];

    public TrainingMoment First => moments[0].Value;

    public TrainingMoment Last => moments[^1].Value;

    /// <summary>What is seen at a time, in seconds from the film's start.</summary>
    public TrainingInstant At(double t)
    {
        var epoch = Pace.EpochAt(t);
        var from = AtEpoch((int)epoch);
        var changed = Pace.SpeedAt(t) <= MostFollowed ? new Interval(FirstChange, LastChange).At(epoch - from.Epoch, Easing.InOutCubic) : 0;
        return new(from, changed > 0 ? After(from) : from, changed);
    }

    /// <summary>How far the steps can be followed one by one: 1 at a slow pace, 0 at a fast one.</summary>
    public double SlownessAt(double t) => t >= Pace.Seconds ? 0 : Math.Clamp(2 - 2 * Pace.SpeedAt(t) / MostFollowed, 0, 1);

    /// <summary>The last moment kept at or before an epoch.</summary>
    public TrainingMoment AtEpoch(int epoch)
    {
        var at = epochs.BinarySearch(epoch);
        return moments[Math.Max(0, at < 0 ? ~at - 1 : at)].Value;
    }

    TrainingMoment After(TrainingMoment moment) => moments[Math.Min(moments.Length - 1, epochs.BinarySearch(moment.Epoch) + 1)].Value;
}

/// <summary>One moment of a training, or numbers on their way from it to the next.</summary>
/// <param name="Share">How far they have come, 0 to 1.</param>
internal readonly record struct TrainingInstant(TrainingMoment From, TrainingMoment To, double Share)
{
    /// <summary>The moment that it is nearest to.</summary>
    public TrainingMoment Nearest => Share < 0.5 ? From : To;

    /// <summary>The network of the moment, with each weight and bias as far as it has come.</summary>
    public DenseNetwork Network => Share <= 0 ? From.Network : new(
        [.. From.Network.Layers.Zip(To.Network.Layers, Between)], From.Network.Loss);

    DenseLayer Between(DenseLayer from, DenseLayer to) => new(
        from.Weights + (to.Weights - from.Weights) * Share, from.Biases + (to.Biases - from.Biases) * Share, from.Activation);

    /// <summary>How far a unit is marked as dead: not before its numbers, on their way, are all below 0.</summary>
    public double DeathOf(Unit unit)
    {
        const double arrived = 0.95;
        return From.Dead.Contains(unit) ? 1 : To.Dead.Contains(unit) ? Math.Clamp((Share - arrived) / (1 - arrived), 0, 1) : 0;
    }

    /// <summary>A number, or what it passes through on its way.</summary>
    public double Of(Func<TrainingMoment, double> number) => Share <= 0 ? number(From) : number(From) + (number(To) - number(From)) * Share;
}
