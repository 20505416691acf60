using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>Examples must fit the network's ends, and their targets the loss. What many of them have is told once.</summary>
internal static class ExampleChecks
{
    /// <summary>Checks all examples of a scene: the one that it shows, and its data.</summary>
    public static void Run(Scene scene, NetworkScript network, CheckContext context)
    {
        var found = new FirstOfMany();
        var data = scene.Data is { } d ? d.Samples.AddRange(d.TestSamples) : [];
        foreach (var example in (scene.Example is { } shown ? data.Prepend(shown) : data).Distinct())
            Run(example, network, context, found);
        found.Report(context.Problems);
    }

    static void Run(ExampleScript example, NetworkScript network, CheckContext context, FirstOfMany found)
    {
        Length(example, nameof(example.Input), example.Input, network.Layers[0], "one for each unit of the input layer");
        if (Length(example, nameof(example.Target), example.Target, network.Layers[^1], "one for each unit of the output layer"))
            Target(example, network, context, found);

        bool Length(ExampleScript example, string property, ImmutableArray<double> values, int wanted, string what)
        {
            if (values.IsDefault || !context.IsSound(example, property)) return false;
            if (NetworkChecks.LengthProblem(values, wanted, SnakeCase.Of(property), what) is not { } problem) return true;
            found.Add(property, example.PositionOf(property), problem);
            return false;
        }
    }

    static void Target(ExampleScript example, NetworkScript network, CheckContext context, FirstOfMany found)
    {
        if (!network.Loss.TakesProbabilities || !context.IsSound(network, nameof(network.Loss))) return;
        for (var k = 0; k < example.Target.Length; k++)
            if (example.Target[k] is < 0 or > 1)
                found.Add(
                    "range", example.PositionOf(nameof(example.Target), k),
                    FormattableString.Invariant(
                        $"target: {NetworkChecks.InWords(network.Loss)} expects a number from 0 to 1, found {example.Target[k]}"));
        var sum = example.Target.Sum();
        if (network.Loss.TargetsSumToOne && Math.Abs(sum - 1) > Loss.SumTolerance)
            found.Add(
                "sum", example.PositionOf(nameof(example.Target)),
                FormattableString.Invariant($"target: {network.Loss.Name} expects numbers that add up to 1, found {sum:0.######}"));
    }
}
