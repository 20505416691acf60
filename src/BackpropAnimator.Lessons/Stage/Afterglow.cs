using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What a wave leaves behind: forward, cyan along the weights that carried most; backward, fire by the size of every gradient and of every
/// δ, so that it burns where the blame is.
/// </summary>
/// <param name="layout">The units and edges that are drawn.</param>
internal sealed class Afterglow(NetworkLayout layout, LearningStep step)
{
    // In a crowd what has less than this share stays dark: light along every edge would be fog.
    const double FaintInCrowd = 0.25;

    // How bright the light is that numbers going forward leave, and what is left of it once they have come back.
    const double Forward = 0.5, ForwardOfUnits = 0.35;

    readonly Lazy<double> mostGradient = new(() => Most(layout.Edges.Select(step.GradientOf).Append(
        Throttled(step) * Most(step.Forward.ActivationsOf(step.Before.Layers.Length - 1)))));
    readonly Lazy<double> mostDelta = new(() => Most(
        layout.Units.Where(unit => unit.Layer > 0).Select(step.DeltaOf).Append(Throttled(step))));

    /// <summary>What forward passes have left along the edges before a layer.</summary>
    /// <param name="layer">From 1.</param>
    /// <param name="amount">How much of it there is, 0 to 1.</param>
    public void LeaveForward(NetworkPose pose, int layer, double amount)
    {
        var edges = layout.EdgesAfter(layer - 1);
        var most = Most(edges.Select(step.CarriedForward));
        foreach (var edge in edges) pose[edge].Afterglow = Seen(edge, Forward * amount * Share(step.CarriedForward(edge), most));
    }

    /// <summary>What the backward wave has left of an edge.</summary>
    /// <param name="reached">How far it has come along it, 0 to 1.</param>
    public void LeaveBackward(NetworkPose pose, Edge edge, double reached)
    {
        ref var look = ref pose[edge];
        (look.Fire, look.FireReached) = (Seen(edge, Share(step.GradientOf(edge), mostGradient.Value)), reached);
    }

    /// <summary>What the backward wave has left at a unit.</summary>
    /// <param name="amount">How much of it there is, 0 to 1.</param>
    public void LeaveBackward(NetworkPose pose, Unit unit, double amount)
    {
        ref var look = ref pose[unit];
        look.LevelLight *= 1 - (1 - ForwardOfUnits) * amount;
        look.Blame = unit.Layer == 0 ? 0 : amount * Math.Abs(step.DeltaOf(unit)) / mostDelta.Value;
    }

    /// <summary>
    /// How much of its error an output lets through, of what it could where its activation is steepest: 1 where none is saturated.
    /// </summary>
    public static double Passed(LearningStep step)
    {
        var (passed, could) = (Most(step.Backward.Layers[^1].Delta), Throttled(step));
        return could <= passed ? 1 : passed / could;
    }

    // What δ of the outputs could be if none were saturated: beside that, what a flat slope lets through is a hairline.
    static double Throttled(LearningStep step)
    {
        var output = step.Backward.Layers[^1];
        if (output.IsCancelled || step.Before.Layers[^1].Activation is not ElementwiseActivation activation) return 0;
        return Enumerable.Range(0, output.Slope.Count).Where(j => Saturation.IsSaturated(output.Slope[j]))
            .Select(j => Math.Abs(output.Incoming[j] * activation.SlopeAt(0))).DefaultIfEmpty().Max();
    }

    double Seen(Edge edge, double light) =>
        layout.IsCrowd(edge.Layer) ? 0.6 * Math.Max(0, (light - FaintInCrowd) / (1 - FaintInCrowd)) : light;

    // Eyes tell ratios: what is a tenth of the largest is still seen to burn.
    static double Share(double value, double most) => Math.Sqrt(Math.Abs(value) / most);

    static double Most(IEnumerable<double> values) => Math.Max(1e-300, values.Select(Math.Abs).DefaultIfEmpty().Max());
}
