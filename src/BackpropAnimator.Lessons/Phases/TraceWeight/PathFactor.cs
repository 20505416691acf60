using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One factor on the way from the loss back to a weight, and the place in the network that it measures.</summary>
/// <param name="Symbol">As a formula.</param>
/// <param name="Value">The number.</param>
/// <param name="Decimals">With how many it is written; with more where the product would not come out.</param>
/// <param name="Unit">The unit that it belongs to; null for a weight.</param>
/// <param name="Edge">The weight that it is; null for every other factor.</param>
internal sealed record PathFactor(string Symbol, double Value, int Decimals, SKColor Color, Unit? Unit, Edge? Edge)
{
    /// <summary>The number as a formula.</summary>
    public string Written => Numbers.InFormula.Factor(Value, Decimals);

    /// <summary>The factors of a path in the order in which the error meets them: at the output first.</summary>
    public static ImmutableArray<PathFactor> Of(LearningStep step, Edge weight, GradientPath path, Palette palette)
    {
        var factors = ImmutableArray.CreateBuilder<PathFactor>();
        var backward = step.Backward.Layers;
        var last = backward.Length - 1;
        for (var l = last; l >= weight.Layer; l--)
        {
            var unit = path.Units[l - weight.Layer];
            var at = new Unit(l + 1, unit);
            if (l == last && (backward[l].IsCancelled || backward[l].Jacobian is not null))
                // The two factors are one here: they cancel, or are no numbers of one unit.
                factors.Add(new($@"\delta^{{{l + 1}}}", backward[l].Delta[unit], 3, palette.Backward, at, null));
            else
            {
                if (l == last) factors.Add(new(@"\frac{\partial L}{\partial \hat{y}}", backward[l].Incoming[unit], 3, palette.FactorError, at, null));
                var slope = step.Before.Layers[l].Activation.SlopeInTex($"z^{{{l + 1}}}");
                factors.Add(new(slope, backward[l].Slope[unit], 3, palette.FactorSlope, at, null));
            }
            if (l == weight.Layer) continue;
            var edge = new Edge(l, path.Units[l - 1 - weight.Layer], unit);
            factors.Add(new($"w^{{{l + 1}}}", step.WeightOf(edge), 2, palette.Text, null, edge));
        }
        factors.Add(new(
            weight.Layer == 0 ? "x" : $"a^{{{weight.Layer}}}", step.Forward.ActivationsOf(weight.Layer)[weight.From], 2, palette.FactorInput, new Unit(weight.Layer, weight.From), null));
        return factors.ToImmutable();
    }
}
