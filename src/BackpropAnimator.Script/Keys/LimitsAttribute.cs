using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>The range of a number, or of every number in a list. The binder checks it; messages and the schema quote it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LimitsAttribute(double min, double max) : Attribute
{
    public double Min { get; } = min;
    public double Max { get; } = max;

    /// <summary>Whether <see cref="Min"/> itself is too small.</summary>
    public bool MoreThanMin { get; init; }

    /// <summary>Whether <see cref="Max"/> itself is too large.</summary>
    public bool LessThanMax { get; init; }

    public bool Contains(double value) =>
        (MoreThanMin ? value > Min : value >= Min) && (LessThanMax ? value < Max : value <= Max);

    /// <summary>The range in words, such as "from 1 to 1000" or "over 0 and up to 3600".</summary>
    public string InWords(string unit = "")
    {
        var (min, max) = (Number(Min) + unit, Number(Max) + unit);
        return (MoreThanMin, LessThanMax) switch
        {
            (false, false) => $"from {min} to {max}",
            (true, false) => $"over {min} and up to {max}",
            (false, true) => $"from {min} to under {max}",
            _ => $"between {min} and {max}",
        };
    }

    static string Number(double value) => value.ToString("0.################", CultureInfo.InvariantCulture);
}
