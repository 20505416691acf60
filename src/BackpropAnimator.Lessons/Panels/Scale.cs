using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>A value that is marked on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Which place on an axis belongs to which value, and the round values that are marked on it.</summary>
internal abstract record Scale
{
    /// <summary>Where a value lies: 0 at the axis's start, 1 at its end.</summary>
    public abstract double ShareOf(double value);

    /// <summary>The value at a place: what a number passes through on its way along the axis.</summary>
    public abstract double ValueAt(double share);

    /// <summary>From the axis's start to its end.</summary>
    public abstract ImmutableArray<Tick> Ticks { get; }
}

/// <summary>Equal distances for equal differences.</summary>
/// <param name="From">Where the axis starts.</param>
/// <param name="To">Where it ends; more than <paramref name="From"/>.</param>
/// <param name="Step">From tick to tick.</param>
internal sealed record LinearScale(double From, double To, double Step) : Scale
{
    /// <summary>The shortest axis between round values that has a range on it.</summary>
    /// <param name="most">About how many steps it may have.</param>
    public static LinearScale Around(double from, double to, int most)
    {
        var step = NiceStep(to - from, most);
        return new(Math.Floor(from / step + 1e-9) * step, Math.Ceiling(to / step - 1e-9) * step, step);
    }

    // What is left free on either side of values, as a share of their range.
    const double Margin = 0.14;

    /// <summary>An axis on which values stand clear of both ends, with round values marked on it.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="most">About how many steps it may have.</param>
    public static LinearScale Showing(IReadOnlyCollection<double> values, int most)
    {
        var (low, high) = (values.Min(), values.Max());
        // A single value stands in the middle of an axis of its own size.
        var margin = high > low ? Margin * (high - low) : Math.Max(1, Math.Abs(high) / 2);
        return new(low - margin, high + margin, NiceStep(high - low + 2 * margin, most));
    }

    /// <summary>An axis that starts and ends at two values, round or not, with round values marked on it.</summary>
    /// <param name="to">More than <paramref name="from"/>.</param>
    /// <param name="most">About how many steps it may have.</param>
    public static LinearScale Between(double from, double to, int most) => new(from, to, NiceStep(to - from, most));

    public override double ShareOf(double value) => (value - From) / (To - From);

    public override double ValueAt(double share) => From + (To - From) * share;

    public override ImmutableArray<Tick> Ticks
    {
        get
        {
            var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(Step) - 1e-9));
            var (first, last) = ((int)Math.Ceiling(From / Step - 1e-9), (int)Math.Floor(To / Step + 1e-9));
            return [.. Enumerable.Range(first, last - first + 1).Select(i => i * Step)
                .Select(value => new Tick(value, Numbers.Plain(value, decimals)))];
        }
    }

    // 1, 2 or 5 times a power of ten.
    static double NiceStep(double range, int most)
    {
        var rough = Math.Max(range, 1e-12) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
    }
}

/// <summary>
/// Equal distances for equal ratios: every step is a power of ten. What is 0 lies at the start, for no ratio leads there.
/// </summary>
/// <param name="From">The axis starts at 10 to this power.</param>
/// <param name="To">It ends at 10 to this one; more than <paramref name="From"/>.</param>
internal sealed record LogScale(int From, int To) : Scale
{
    const int MostTicks = 6;

    /// <summary>The shortest axis between powers of ten on which every value is seen to be more than nothing.</summary>
    /// <param name="values">Of any size; those that are 0 do not count.</param>
    public static LogScale Around(IEnumerable<double> values)
    {
        var powers = values.Where(value => value > 0).Select(Math.Log10).DefaultIfEmpty(0).ToList();
        var from = (int)Math.Floor(powers.Min() - 0.15);
        return new(from, Math.Max(from + 1, (int)Math.Ceiling(powers.Max())));
    }

    public override double ShareOf(double value) => value <= 0 ? 0 : Math.Max(0, (Math.Log10(value) - From) / (To - From));

    public override double ValueAt(double share) => Math.Pow(10, From + (To - From) * share);

    public override ImmutableArray<Tick> Ticks
    {
        get
        {
            var step = (To - From + MostTicks - 1) / MostTicks;
            return [.. Enumerable.Range(0, (To - From) / step + 1).Select(i => From + i * step)
                .Select(power => new Tick(Math.Pow(10, power), Numbers.PowerOfTen(power)))];
        }
    }
}
