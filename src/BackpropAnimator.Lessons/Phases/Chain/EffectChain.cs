using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One route from a weight to the loss, through one unit of every layer: how much each link passes on of a change. The product of the links
/// is what this
/// route contributes to ∂L/∂w; the gradient is the sum over all routes.
/// </summary>
/// <param name="Edge">The weight.</param>
/// <param name="Units">The units that the route goes through, the output last.</param>
/// <param name="Links">
/// The factors from the weight on: ∂a/∂w = a·f′(z) into the first unit, ∂a/∂a = w·f′(z) into each further hidden one, ∂z/∂a = w into the
/// output (or ∂z/∂w = a where
/// the weight leads there), and last δ = ∂L/∂z of the output. One more than <paramref name="Units"/>.
/// </param>
internal sealed record EffectChain(Edge Edge, ImmutableArray<Unit> Units, ImmutableArray<double> Links)
{
    /// <summary>The route that at every unit takes the edge over which the most error comes back.</summary>
    public static EffectChain Of(LearningStep step, Edge edge)
    {
        var last = step.Before.Layers.Length;
        var units = ImmutableArray.CreateBuilder<Unit>();
        var links = ImmutableArray.CreateBuilder<double>();
        var unit = new Unit(edge.Layer + 1, edge.To);
        var factor = step.Forward.ActivationsOf(edge.Layer)[edge.From];
        while (true)
        {
            units.Add(unit);
            if (unit.Layer == last) break;
            links.Add(factor * step.Backward.Layers[unit.Layer - 1].Slope[unit.Index]);
            var (layer, from) = (unit.Layer, unit.Index);
            var to = Enumerable.Range(0, step.Before.Layers[layer].UnitCount).MaxBy(k => Math.Abs(step.CarriedBack(new(layer, from, k))));
            factor = step.WeightOf(new(layer, from, to));
            unit = new(layer + 1, to);
        }
        links.Add(factor);
        links.Add(step.Backward.Layers[^1].Delta[unit.Index]);
        return new(edge, units.ToImmutable(), links.ToImmutable());
    }

    /// <summary>How much of a change of the weight arrives behind the first n links.</summary>
    public double EffectAfter(int links) => Links.Take(links).Aggregate(1.0, (product, link) => product * link);

    /// <summary>The product of the last n links: what has been multiplied after n layers on the way back.</summary>
    public double ProductOfLast(int links) => Links.TakeLast(links).Aggregate(1.0, (product, link) => product * link);

    /// <summary>What this route contributes to ∂L/∂w.</summary>
    public double Contribution => EffectAfter(Links.Length);
}
