using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Checks;

/// <summary>An example must fit the network's ends, and its target the loss.</summary>
internal static class ExampleChecks
{
    public static void Run(ExampleScript example, NetworkScript network, CheckContext context)
    {
        Length(example, nameof(example.Input), example.Input, network.Layers[0], "input", context);
        if (Length(example, nameof(example.Target), example.Target, network.Layers[^1], "output", context))
            Target(example, network, context);
    }

    static bool Length(
        ExampleScript example, string property, ImmutableArray<double> values, int wanted, string layer, CheckContext context) =>
        !values.IsDefault && context.IsSound(example, property)
        && NetworkChecks.HasLength(
            values, wanted, layer == "input"
                ? "input"
                : "target", $"one for each unit of the {layer} layer", example.PositionOf(property), context);

    static void Target(ExampleScript example, NetworkScript network, CheckContext context)
    {
        if (!network.Loss.TakesProbabilities || !context.IsSound(network, nameof(network.Loss))) return;
        for (var k = 0; k < example.Target.Length; k++)
            if (example.Target[k] is < 0 or > 1)
                context.Problems.Error(
                    example.PositionOf(nameof(example.Target), k),
                    FormattableString.Invariant(
                        $"target: {NetworkChecks.InWords(network.Loss)} expects a number from 0 to 1, found {example.Target[k]}"));
        var sum = example.Target.Sum();
        if (network.Loss.TargetsSumToOne && Math.Abs(sum - 1) > Loss.SumTolerance)
            context.Problems.Error(
                example.PositionOf(nameof(example.Target)),
                FormattableString.Invariant($"target: {network.Loss.Name} expects numbers that add up to 1, found {sum:0.######}"));
    }
}
