using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>
/// How far training has come at each moment of a film of it: slow at first, so that single steps can be followed, then faster and
/// faster, and braking softly before the last epoch.
/// </summary>
internal sealed class EpochPace
{
    const int Steps = 600;

    // The share of the time after which it is fast enough; the share at its end over which it brakes, and what is left of the speed then.
    const double Full = 0.7, Brake = 0.14, LastSpeed = 0.12;

    // The fastest growth that is looked for: a million epochs in two seconds need less.
    const double MostGrowth = 60;

    readonly ImmutableArray<double> reached;

    /// <param name="epochs">How many there are to show.</param>
    /// <param name="seconds">How long the film lasts; positive.</param>
    /// <param name="firstEpoch">How many seconds the first epoch takes, where there is time for it.</param>
    public EpochPace(int epochs, double seconds, double firstEpoch)
    {
        (Epochs, Seconds) = (epochs, seconds);
        var slowest = seconds / Steps / firstEpoch;
        // At an even speed it would be faster than that already, or there is just time enough: no need to speed up.
        double least = 0, most = MostGrowth;
        for (var i = 0; i < 60; i++)
            if (slowest * Sum((least + most) / 2) < epochs) least = (least + most) / 2;
            else most = (least + most) / 2;
        var growth = least;
        var scale = epochs / Sum(growth);
        var table = ImmutableArray.CreateBuilder<double>(Steps + 1);
        var sum = 0.0;
        table.Add(0);
        for (var i = 0; i < Steps; i++) table.Add((sum += SpeedAt(i, growth)) * scale);
        reached = table.MoveToImmutable();
    }

    public int Epochs { get; }

    public double Seconds { get; }

    /// <summary>The epochs that have passed at a time: 2.5 is in the middle of the third.</summary>
    /// <param name="t">Seconds from the film's start; outside of it the film stands still.</param>
    public double EpochAt(double t)
    {
        var at = Math.Clamp(t / Seconds, 0, 1) * Steps;
        var step = Math.Min((int)at, Steps - 1);
        return Math.Min(Epochs, reached[step] + (reached[step + 1] - reached[step]) * (at - step));
    }

    /// <summary>Epochs a second.</summary>
    public double SpeedAt(double t)
    {
        var step = Math.Clamp((int)(t / Seconds * Steps), 0, Steps - 1);
        return (reached[step + 1] - reached[step]) * Steps / Seconds;
    }

    static double Sum(double growth) => Enumerable.Range(0, Steps).Sum(i => SpeedAt(i, growth));

    // Relative to the speed at the start.
    static double SpeedAt(int step, double growth)
    {
        var share = (step + 0.5) / Steps;
        var braked = growth < 1e-6 ? 0 : Math.Clamp((share - 1 + Brake) / Brake, 0, 1);
        return Math.Exp(growth * Math.Min(share, Full)) * (1 - (1 - LastSpeed) * braked * braked);
    }
}
