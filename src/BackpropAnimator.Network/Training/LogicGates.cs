using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>The truth tables that small networks learn, in the order 00, 01, 10, 11.</summary>
public static class LogicGates
{
    public static ImmutableArray<Example> And { get; } = Table(0, 0, 0, 1);

    public static ImmutableArray<Example> Or { get; } = Table(0, 1, 1, 1);

    public static ImmutableArray<Example> Xor { get; } = Table(0, 1, 1, 0);

    static ImmutableArray<Example> Table(params ReadOnlySpan<double> outputs) =>
    [
        Example.Of([0, 0], [outputs[0]]),
        Example.Of([0, 1], [outputs[1]]),
        Example.Of([1, 0], [outputs[2]]),
        Example.Of([1, 1], [outputs[3]]),
    ];
}
