using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>One lap of the training loop as it is shown: a forward pass, the loss, the way back, and the update.</summary>
/// <param name="Time">When it is run, in seconds.</param>
/// <param name="From">After how many training steps its passes are made.</param>
/// <param name="To">After how many its update ends: a quick lap stands for several steps.</param>
internal readonly record struct Lap(Interval Time, int From, int To)
{
    // Where each part of a lap begins, as a share of it; the first begins with the lap.
    const double LossAt = 0.3, BackAt = 0.46, UpdateAt = 0.8;

    public static Interval Forward => new(0, LossAt);

    public static Interval Loss => new(LossAt, BackAt);

    public static Interval Backward => new(BackAt, UpdateAt);

    public static Interval Update => new(UpdateAt, 1);

    /// <summary>How many steps it stands for.</summary>
    public int Steps => To - From;

    /// <summary>When one of its parts is run, in seconds.</summary>
    public Interval TimeOf(Interval part) => Time.Share(part.Start, part.End);
}

/// <summary>The laps of a training: the first can be followed, and each is quicker than the one before and stands for more steps.</summary>
internal static class TrainingLaps
{
    // Seconds of the first lap, and at most this share of the time; what each keeps of the one before; and the quickest that is calm.
    const double First = 1.1, FirstShare = 0.36, Kept = 0.7, Quickest = 0.4;

    /// <param name="time">Seconds that all of them take.</param>
    /// <param name="steps">How many steps they come to; at least 1.</param>
    public static ImmutableArray<Lap> In(Interval time, int steps)
    {
        List<double> lengths = [Math.Min(First, FirstShare * time.Duration)];
        while (lengths.Count < steps)
        {
            var next = Math.Max(Math.Min(Quickest, lengths[0]), lengths[^1] * Kept);
            if (lengths.Sum() + next > time.Duration) break;
            lengths.Add(next);
        }
        var (stretch, growth) = (time.Duration / lengths.Sum(), GrowthFor(lengths.Count, steps));
        var laps = ImmutableArray.CreateBuilder<Lap>(lengths.Count);
        var (at, done, total) = (time.Start, 0, 0.0);
        for (var i = 0; i < lengths.Count; i++)
        {
            total += Math.Pow(growth, i);
            var (end, to) = i == lengths.Count - 1 ? (time.End, steps) : (at + lengths[i] * stretch, (int)Math.Round(total));
            laps.Add(new(new(at, end), done, to));
            (at, done) = (end, to);
        }
        return laps.MoveToImmutable();
    }

    // The q with 1 + q + q² + … = steps: no lap stands for less than one step.
    static double GrowthFor(int laps, int steps)
    {
        double least = 1, most = Math.Max(1, steps);
        for (var i = 0; i < 60; i++)
        {
            var middle = (least + most) / 2;
            if (Enumerable.Range(0, laps).Sum(k => Math.Pow(middle, k)) < steps) least = middle;
            else most = middle;
        }
        return least;
    }
}
