using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Lessons;

/// <summary>A target that moves must belong to an output, really move, and stay where the loss can take it.</summary>
internal static class SweepChecks
{
    public static void Run(SweepOptions sweep, PhaseCheck check)
    {
        check.HasWeight(sweep.Weight, nameof(sweep.Weight));
        if (check.IsSound(nameof(sweep.Output))) check.HasOutput(sweep.Output, nameof(sweep.Output));
        if (check.Network is { } network && check.IsSound(nameof(sweep.From)) && check.IsSound(nameof(sweep.To)))
            Range(sweep, network, check);
    }

    static void Range(SweepOptions sweep, NetworkScript network, PhaseCheck check)
    {
        if (sweep.From == sweep.To)
            check.Error(
                sweep.PositionOf(nameof(sweep.To)), FormattableString.Invariant($"to: the target stands still at {sweep.To}"),
                "let it move, such as from: 0 and to: 1");
        if (!check.IsSound(network, nameof(network.Loss)) || !network.Loss.TakesProbabilities) return;
        if (network.Loss.TargetsSumToOne)
        {
            check.Error(
                sweep.Position, $"'sweep' moves one target alone, and {network.Loss.Name} expects targets that add up to 1",
                "take another loss, or leave the phase out");
            return;
        }
        foreach (var (property, value) in new[] { (nameof(sweep.From), sweep.From), (nameof(sweep.To), sweep.To) })
            if (value is < 0 or > 1)
                check.Error(
                    sweep.PositionOf(property),
                    FormattableString.Invariant(
                        $"{SnakeCase.Of(property)}: {NetworkChecks.InWords(network.Loss)} expects a target from 0 to 1, found {value}"));
    }
}
