using System.Globalization;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Lessons;

/// <summary>A slope is shown of an activation that is a curve, at values that the curve has.</summary>
internal static class SlopeChecks
{
    public static void Run(SlopeOptions phase, PhaseCheck check)
    {
        if (check.Network is not { } network || !check.IsSound(nameof(phase.Values))) return;
        if (phase.Unit is { } unit && ProblemWith(unit, network) is (var problem, var hint))
        {
            check.Error(phase.PositionOf(nameof(phase.Unit)), $"unit: {problem}", hint);
            return;
        }
        var activation = phase.ActivationIn(network);
        var name = activation.Name;
        if (activation is not ElementwiseActivation { SlopeInA: not null })
        {
            var because = activation is ElementwiseActivation
                ? $"the slope of {name} does not follow from a"
                : $"an output of {name} depends on the z of all others, and is no curve";
            check.Error(phase.PositionOf(nameof(phase.Activation)), $"slope: {because}", "such as activation: sigmoid");
            return;
        }
        if (phase.Unit is { } own)
        {
            var its = network.Activations[network.Find(own)!.Value.Layer - 1];
            if (its != activation)
                check.Error(
                    phase.PositionOf(nameof(phase.Activation)), $"activation: {own} has {its.Name}, and this shows {name}",
                    "leave one of the two out");
        }
        var (low, high) = activation.Range;
        var range = double.IsFinite(high)
            ? $"between {InWords(low)} and {InWords(high)}"
            : $"{(activation.Range.IsLowReached ? "from" : "above")} {InWords(low)}";
        for (var i = 0; i < phase.Values.Length; i++)
            if (!activation.Range.Contains(phase.Values[i]))
                check.Error(
                    phase.PositionOf(nameof(phase.Values), i), $"values: {name} gives numbers {range}, found {InWords(phase.Values[i])}");
    }

    static (string, string?)? ProblemWith(UnitReference unit, NetworkScript network) => network.Find(unit) is { Layer: 0 }
        ? ("an input has no slope", $"layers: {string.Join(", ", network.LayerNames.Skip(1))}")
        : NetworkReferences.ProblemWith(unit, network);

    static string InWords(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
