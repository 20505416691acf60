using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>What the sides of a comparison are called: as the scene says, or after the first thing that they differ in.</summary>
internal static class VariantNames
{
    public static (string Left, string Right) Of(VariantScript left, VariantScript right, Words words)
    {
        var (l, r) =
            left.Loss != right.Loss ? (words.NameOf(left.Loss), words.NameOf(right.Loss))
            : !LabelsOf(left).SequenceEqual(LabelsOf(right)) ? (ActivationOf(left), ActivationOf(right))
            : left.LearningRate != right.LearningRate ? (RateOf(left), RateOf(right))
            : !left.Layers.AsSpan().SequenceEqual(right.Layers.AsSpan()) ? (LayersOf(left), LayersOf(right))
            : left.Seed != right.Seed ? (words.Compare.Seed(left.Seed), words.Compare.Seed(right.Seed))
            : OfTraining(left, right, words) ?? (words.Compare.One, words.Compare.Another);
        return (left.Name.Length > 0 ? left.Name : l, right.Name.Length > 0 ? right.Name : r);
    }

    // Null where they are trained alike.
    static (string Left, string Right)? OfTraining(VariantScript left, VariantScript right, Words words)
    {
        if ((left, right) is not (TrainedVariantScript { Training: var l }, TrainedVariantScript { Training: var r })) return null;
        return l.Optimizer != r.Optimizer ? (Capital(words.NameOf(l.Optimizer)), Capital(words.NameOf(r.Optimizer)))
            : l.Schedule.Kind != r.Schedule.Kind ? (ScheduleOf(l, words), ScheduleOf(r, words))
            : l.Batch != r.Batch ? (BatchOf(l, words), BatchOf(r, words))
            : l.WeightDecay != r.WeightDecay ? (DecayOf(l), DecayOf(r))
            : null;
    }

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    static string ScheduleOf(TrainingScript training, Words words) =>
        Capital(words.Compare.Schedule(words.Schedules.Find(training.Schedule.Kind.Name) ?? training.Schedule.Kind.Name));

    static string BatchOf(TrainingScript training, Words words) => training.Batch.Samples switch
    {
        null => words.Compare.FullBatches,
        1 => words.Compare.SingleSamples,
        var samples => words.Compare.Batches(samples),
    };

    static string DecayOf(TrainingScript training) => "λ = " + Numbers.InFull(training.WeightDecay, 6);

    static IEnumerable<string> LabelsOf(VariantScript variant) => variant.Activations.Select(activation => activation.Label);

    // What most of the network has: of its first layer, but the output's where only that differs cannot be seen there.
    static string ActivationOf(VariantScript variant) => LabelsOf(variant).First();

    static string RateOf(VariantScript variant) => "η = " + Numbers.InFull(variant.LearningRate, 4);

    static string LayersOf(VariantScript variant) => string.Join("-", variant.Layers);
}
