using System.Globalization;
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
        if (phase.Unit is { } unit && ProblemWith(unit, network) is { } problem)
        {
            check.Error(phase.PositionOf(nameof(phase.Unit)), $"unit: {problem}", $"layers: {string.Join(", ", network.LayerNames.Skip(1))}");
            return;
        }
        var kind = phase.ActivationIn(network);
        var name = SnakeCase.Of(kind.ToString());
        if (kind is ActivationKind.Softmax or ActivationKind.Gelu)
        {
            var because = kind == ActivationKind.Softmax
                ? "an output of softmax depends on the z of all others, and is no curve"
                : "the slope of gelu does not follow from a";
            check.Error(phase.PositionOf(nameof(phase.Activation)), $"slope: {because}", "such as activation: sigmoid");
            return;
        }
        if (phase.Unit is { } own && network.Activations[network.LayerNames.IndexOf(own.Layer) - 1] is var its && its != kind)
            check.Error(phase.PositionOf(nameof(phase.Activation)), $"activation: {own} has {SnakeCase.Of(its.ToString())}, and this shows {name}", "leave one of the two out");
        var (low, high, isLowReached) = Range(kind, network);
        var range = double.IsFinite(high) ? $"between {InWords(low)} and {InWords(high)}" : $"{(isLowReached ? "from" : "above")} {InWords(low)}";
        for (var i = 0; i < phase.Values.Length; i++)
            if (phase.Values[i] is var a && (a >= high || a < low || (a == low && !isLowReached)))
                check.Error(phase.PositionOf(nameof(phase.Values), i), $"values: {name} gives numbers {range}, found {InWords(a)}");
    }

    /// <summary>Between which values an activation lies, and whether it reaches the lower one.</summary>
    static (double Low, double High, bool IsLowReached) Range(ActivationKind kind, NetworkScript network) => kind switch
    {
        ActivationKind.Sigmoid => (0, 1, false),
        ActivationKind.Tanh => (-1, 1, false),
        ActivationKind.Relu or ActivationKind.LeakyRelu when kind == ActivationKind.Relu || network.LeakySlope == 0 => (0, double.PositiveInfinity, true),
        ActivationKind.Elu => (-1, double.PositiveInfinity, false),
        ActivationKind.Softplus => (0, double.PositiveInfinity, false),
        _ => (double.NegativeInfinity, double.PositiveInfinity, false),
    };

    static string? ProblemWith(UnitReference unit, NetworkScript network)
    {
        var layer = network.LayerNames.IndexOf(unit.Layer);
        return
            layer < 0 ? $"no layer is called '{unit.Layer}'"
            : layer == 0 ? "an input has no slope"
            : unit.Unit >= network.Layers[layer] ? NetworkReferences.NoSuchUnit(network, layer, unit.Unit)
            : null;
    }

    static string InWords(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
