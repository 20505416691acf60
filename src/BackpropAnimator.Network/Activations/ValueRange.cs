namespace BackpropAnimator.Network;

/// <summary>The interval that values lie in; its ends may be approached and, by rounding, reached.</summary>
public readonly record struct ValueRange(double Low, double High)
{
    /// <summary>Whether the low end is a value itself, as 0 is of relu.</summary>
    public bool IsLowReached { get; init; }

    /// <summary>Whether some z has exactly this value.</summary>
    public bool Contains(double a) => a < High && (a > Low || (a == Low && IsLowReached));
}
