using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>A way from an output back to a weight, and what it adds to the weight's gradient.</summary>
/// <param name="Units">The units that it passes, from the one that the weight leads into to an output; one a layer.</param>
/// <param name="Value">The product of all its factors.</param>
internal sealed record GradientPath(ImmutableArray<int> Units, double Value);

/// <summary>
/// The gradient of one weight as a sum over paths, ∂L/∂w = Σ a · σ′ · w · σ′ · … · δ of an output: the chain rule written out.
/// Goodfellow, Bengio &amp; Courville (2016), §6.5.
/// </summary>
/// <param name="Largest">The paths that add most, the largest first.</param>
/// <param name="Count">How many there are; a number beyond counting in a wide and deep network.</param>
/// <param name="Gradient">∂L/∂w: the sum over all of them.</param>
internal sealed record GradientPaths(ImmutableArray<GradientPath> Largest, double Count, double Gradient)
{
    /// <summary>What the paths that are not among the largest add.</summary>
    public double Rest => Gradient - Largest.Sum(path => path.Value);

    /// <param name="most">How many of the largest paths to find.</param>
    public static GradientPaths Of(LearningStep step, Edge weight, int most)
    {
        var (layers, backward) = (step.Before.Layers, step.Backward.Layers);
        var last = layers.Length - 1;
        // The largest products from the outputs back to each unit: the largest of all go on from the largest of each.
        ImmutableArray<GradientPath>[] reaching = [.. backward[last].Delta.Select(delta => (ImmutableArray<GradientPath>)[new([], delta)])];
        for (var l = last; l > weight.Layer; l--)
        {
            int[] units = l - 1 == weight.Layer ? [weight.To] : [.. Enumerable.Range(0, layers[l - 1].UnitCount)];
            var (weights, after) = (layers[l].Weights, reaching);
            var before = new ImmutableArray<GradientPath>[layers[l - 1].UnitCount];
            foreach (var j in units)
            {
                var slope = backward[l - 1].Slope[j];
                before[j] =
                [
                    .. after.SelectMany((paths, k) => paths.Select((path, i) => (Value: slope * weights[k, j] * path.Value, k, i)))
                        .OrderByDescending(way => Math.Abs(way.Value)).Take(most)
                        .Select(way => new GradientPath([way.k, .. after[way.k][way.i].Units], way.Value)),
                ];
            }
            reaching = before;
        }
        var input = step.Forward.ActivationsOf(weight.Layer)[weight.From];
        return new(
            [.. reaching[weight.To].Select(path => new GradientPath([weight.To, .. path.Units], path.Value * input))],
            layers.Skip(weight.Layer + 1).Aggregate(1.0, (paths, layer) => paths * layer.UnitCount),
            step.GradientOf(weight));
    }
}
