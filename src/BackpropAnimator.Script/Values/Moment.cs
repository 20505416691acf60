namespace BackpropAnimator.Script;

/// <summary>
/// A time within a phase: a share of it (<c>20%</c>), which moves with its length, seconds from its start, or one of the phase's moments
/// (<c>{wave}</c>), which falls on its mark where what is said has one.
/// </summary>
/// <param name="Value">The share, 1 for all, or the seconds; 0 for a moment of the phase.</param>
/// <param name="Name">What the phase calls its moment; null for a share and for seconds.</param>
/// <param name="Which">Which of the moments of that name, from 1.</param>
public readonly record struct Moment(double Value, bool IsShare, string? Name = null, int Which = 1)
{
    /// <summary>Seconds from the start of a phase; null where the phase has to tell.</summary>
    /// <param name="duration">Of the phase, in seconds.</param>
    public double? In(double duration) => Name is not null ? null : IsShare ? Value * duration : Value;

    public override string ToString() =>
        Name is not null ? Which == 1 ? $"{{{Name}}}" : FormattableString.Invariant($"{{{Name} {Which}}}")
        : IsShare ? FormattableString.Invariant($"{Value * 100:0.####}%")
        : FormattableString.Invariant($"{Value}s");
}
