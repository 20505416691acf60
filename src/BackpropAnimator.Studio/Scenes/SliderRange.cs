using BackpropAnimator.Script.Editing;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>The part of a number's range that a slider goes over: all of a small one, and of a large one what is near the value.</summary>
internal readonly record struct SliderRange(double Min, double Max, double Step)
{
    // A slider has about so many steps, and a range as small as this is shown whole.
    const double Steps = 200, SmallRange = 10;

    public static SliderRange Of(NumericKey key)
    {
        var (least, most) = (key.Limits?.Min ?? double.NegativeInfinity, key.Limits?.Max ?? double.PositiveInfinity);
        var (min, max) = (least, most);
        if (most - least > SmallRange)
        {
            // Up to twice what there is, on a round number.
            var reach = Round(2 * Math.Max(Math.Abs(key.Value ?? 0), Math.Abs(key.Default ?? 0)));
            (min, max) = (Math.Max(least, key.Value < 0 || least < 0 ? -reach : 0), Math.Min(most, reach));
        }
        var step = key.IsWhole ? Math.Max(1, Round((max - min) / Steps)) : Round((max - min) / Steps);
        // A limit that is itself too small or too large is a step away.
        if (key.Limits is { MoreThanMin: true } && min == least) min += step;
        if (key.Limits is { LessThanMax: true } && max == most) max -= step;
        return new(min, max, step);
    }

    // The next of 1, 2, 5, 10, 20 …
    static double Round(double value)
    {
        if (value <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        // Of 0.30000000000000004 only 0.3 is meant.
        foreach (var factor in new[] { 1.0, 2, 5, 10 })
            if (factor * power >= value * (1 - 1e-9)) return Math.Round(factor * power, 12);
        return 10 * power;
    }
}
