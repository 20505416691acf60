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
            : OfTraining(left, right) ?? ("One", "Another");
        return (left.Name.Length > 0 ? left.Name : l, right.Name.Length > 0 ? right.Name : r);
    }

    // Null where they are trained alike.
    static (string Left, string Right)? OfTraining(VariantScript left, VariantScript right)
    {
        if ((left, right) is not (TrainedVariantScript { Training: var l }, TrainedVariantScript { Training: var r })) return null;
        return l.Optimizer != r.Optimizer ? (Capital(l.Optimizer.Label), Capital(r.Optimizer.Label))
            : l.Schedule.Kind != r.Schedule.Kind ? (ScheduleOf(l), ScheduleOf(r))
            : l.Batch != r.Batch ? (BatchOf(l), BatchOf(r))
            : l.WeightDecay != r.WeightDecay ? (DecayOf(l), DecayOf(r))
            : null;
    }

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    static string ScheduleOf(TrainingScript training) => $"{Capital(training.Schedule.Kind.Name)} learning rate";

    static string BatchOf(TrainingScript training) => training.Batch.Samples switch
    {
        null => "Full batches",
        1 => "Single samples",
        var samples => $"Batches of {samples}",
    };

    static string DecayOf(TrainingScript training) => string.Create(CultureInfo.InvariantCulture, $"λ = {training.WeightDecay:0.######}");

    static IEnumerable<string> LabelsOf(VariantScript variant) => variant.Activations.Select(activation => activation.Label);

    // What most of the network has: of its first layer, but the output's where only that differs cannot be seen there.
    static string ActivationOf(VariantScript variant) => LabelsOf(variant).First();

    static string RateOf(VariantScript variant) => string.Create(CultureInfo.InvariantCulture, $"η = {variant.LearningRate:0.####}");

    static string LayersOf(VariantScript variant) => string.Join("-", variant.Layers);
}
