using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>What the sides of a comparison are called: as the scene says, or after the first thing that they differ in.</summary>
internal static class VariantNames
{
    public static (string Left, string Right) Of(VariantScript left, VariantScript right)
    {
        var (l, r) =
            left.Loss != right.Loss ? (left.Loss.Label, right.Loss.Label)
            : !LabelsOf(left).SequenceEqual(LabelsOf(right)) ? (ActivationOf(left), ActivationOf(right))
            : left.LearningRate != right.LearningRate ? (RateOf(left), RateOf(right))
            : !left.Layers.AsSpan().SequenceEqual(right.Layers.AsSpan()) ? (LayersOf(left), LayersOf(right))
            : left.Seed != right.Seed ? ($"Seed {left.Seed}", $"Seed {right.Seed}")
            : ("One", "Another");
        return (left.Name.Length > 0 ? left.Name : l, right.Name.Length > 0 ? right.Name : r);
    }

    static IEnumerable<string> LabelsOf(VariantScript variant) => variant.Activations.Select(activation => activation.Label);

    // What most of the network has: of its first layer, but the output's where only that differs cannot be seen there.
    static string ActivationOf(VariantScript variant) => LabelsOf(variant).First();

    static string RateOf(VariantScript variant) => string.Create(CultureInfo.InvariantCulture, $"η = {variant.LearningRate:0.####}");

    static string LayersOf(VariantScript variant) => string.Join("-", variant.Layers);
}
