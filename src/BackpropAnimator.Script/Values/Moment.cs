namespace BackpropAnimator.Script;

/// <summary>A time within a phase: a share of it (<c>20%</c>), which moves with its length, or seconds from its start.</summary>
public readonly record struct Moment(double Value, bool IsShare)
{
    /// <summary>Seconds from the start of a phase.</summary>
    /// <param name="duration">Of the phase, in seconds.</param>
    public double In(double duration) => IsShare ? Value * duration : Value;

    public override string ToString() =>
        IsShare ? FormattableString.Invariant($"{Value * 100:0.####}%") : FormattableString.Invariant($"{Value}s");
}
