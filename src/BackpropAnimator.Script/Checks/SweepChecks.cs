using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>A target that moves must belong to an output, really move, and stay where the loss can take it.</summary>
internal static class SweepChecks
{
    public static void Run(ImmutableArray<PhaseScript> phases, NetworkScript network, CheckContext context)
    {
        foreach (var sweep in phases.OfType<SweepPhase>())
        {
            if (context.IsSound(sweep, nameof(sweep.Output)) && sweep.Output >= network.Layers[^1])
                context.Problems.Error(sweep.PositionOf(nameof(sweep.Output)), $"output: {ReferenceChecks.NoSuchUnit(network, network.Layers.Length - 1, sweep.Output)}");
            if (context.IsSound(sweep, nameof(sweep.From)) && context.IsSound(sweep, nameof(sweep.To))) Range(sweep, network, context);
        }
    }

    static void Range(SweepPhase sweep, NetworkScript network, CheckContext context)
    {
        if (sweep.From == sweep.To)
            context.Problems.Error(sweep.PositionOf(nameof(sweep.To)), FormattableString.Invariant($"to: the target stands still at {sweep.To}"), "let it move, such as from: 0 and to: 1");
        if (!context.IsSound(network, nameof(network.Loss)) || !network.Loss.TakesProbabilities) return;
        if (network.Loss.TargetsSumToOne)
        {
            context.Problems.Error(
                sweep.Position, $"'sweep' moves one target alone, and {network.Loss.Name} expects targets that add up to 1",
                "take another loss, or leave the phase out");
            return;
        }
        foreach (var (property, value) in new[] { (nameof(sweep.From), sweep.From), (nameof(sweep.To), sweep.To) })
            if (value is < 0 or > 1)
                context.Problems.Error(
                    sweep.PositionOf(property),
                    FormattableString.Invariant(
                        $"{SnakeCase.Of(property)}: {NetworkChecks.InWords(network.Loss)} expects a target from 0 to 1, found {value}"));
    }
}
