using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>What the expressions of claims come to in a lesson.</summary>
internal sealed class Evaluation(LessonNumbers numbers)
{
    readonly NetworkScript script = numbers.Scene.Network;

    // The training that viewers see last; without such a phase, the scene's own.
    readonly Lazy<TrainingHistory> training = new(() =>
        ShownLearning.Of(numbers).LastOrDefault(shown => shown.IsTraining)?.History ?? numbers.Training);

    LearningStep Step => numbers.Step;

    TrainingHistory Training => training.Value;

    public double Of(Expression expression) => expression switch
    {
        NumberExpression e => e.Value,
        NegatedExpression e => -Of(e.Operand),
        MagnitudeExpression e => Math.Abs(Of(e.Operand)),
        ArithmeticExpression e => Calculated(Of(e.Left), e.Operator, Of(e.Right)),
        LessonFactExpression e => Of(e.Fact),
        EpochFactExpression { Fact: EpochFact.Loss } e => Training.Losses[e.Epoch],
        LayerFactExpression e => Of(e.Fact, GradientSize.PerLayer(numbers.MeanGradient)[Layer(e.Layer) - 1]),
        UnitFactExpression e => Of(e.Fact, script.Find(e.Unit)!.Value),
        WeightFactExpression e => Of(e.Fact, script.Find(e.Weight)!.Value),
        _ => throw new NotSupportedException(expression.ToString()),
    };

    double Of(LessonFact fact) => fact switch
    {
        LessonFact.LossBefore => Step.Loss,
        LessonFact.LossAfter => Step.LossAfter,
        LessonFact.LearningRate => Step.LearningRate,
        LessonFact.InitialLoss => Training.InitialLoss,
        LessonFact.FinalLoss => Training.FinalLoss,
        LessonFact.Accuracy => numbers.AccuracyOf(Training.Network).Share,
        LessonFact.TestAccuracy => numbers.TestAccuracyOf(Training.Network).Share,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    static double Of(LayerFact fact, GradientSize size) => fact switch
    {
        LayerFact.GradientNorm => size.Norm,
        LayerFact.MeanGradient => size.MeanMagnitude,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    double Of(UnitFact fact, UnitPlace place) => Of(fact, place.Layer, place.Unit);

    double Of(UnitFact fact, int layer, int unit) => fact switch
    {
        UnitFact.Activation => Step.Forward.ActivationsOf(layer)[unit],
        UnitFact.ActivationAfter => Step.ForwardAfter.ActivationsOf(layer)[unit],
        UnitFact.Z => Step.Forward.Layers[layer - 1].PreActivation[unit],
        UnitFact.FinalActivation => Training.Network.Forward(Step.Example.Input).ActivationsOf(layer)[unit],
        UnitFact.RawError => Step.Forward.Output[unit] - Step.Example.Target[unit],
        UnitFact.ActivationGradient => Step.Backward.Layers[layer - 1].Incoming[unit],
        UnitFact.Slope => Step.Backward.Layers[layer - 1].Slope[unit],
        UnitFact.Delta => Step.Backward.Layers[layer - 1].Delta[unit],
        UnitFact.Bias => Step.Before.Layers[layer - 1].Biases[unit],
        UnitFact.BiasAfter => Step.After.Layers[layer - 1].Biases[unit],
        UnitFact.BiasGradient => numbers.MeanGradient.Layers[layer - 1].Biases[unit],
        UnitFact.Target => Step.Example.Target[unit],
        UnitFact.OffShare => OffShare(numbers.Network, layer, unit),
        UnitFact.FinalOffShare => OffShare(Training.Network, layer, unit),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    double Of(WeightFact fact, Edge edge) => Of(fact, edge.Address());

    double Of(WeightFact fact, WeightAddress weight) => fact switch
    {
        WeightFact.Weight => Step.Before.WeightAt(weight),
        WeightFact.WeightAfter => Step.After.WeightAt(weight),
        WeightFact.ExampleGradient => Step.Backward.Gradient.WeightAt(weight),
        WeightFact.Gradient => numbers.MeanGradient.WeightAt(weight),
        WeightFact.FinalWeight => Training.Network.WeightAt(weight),
        WeightFact.FinalGradient => BatchPass.Over(Training.Network, numbers.Samples).Gradient.WeightAt(weight),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    static double Calculated(double left, char sign, double right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => left / right,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };

    double OffShare(DenseNetwork network, int layer, int unit) =>
        numbers.Samples.Average(sample => network.Forward(sample.Input).Layers[layer - 1].PreActivation[unit] <= 0 ? 1.0 : 0);

    int Layer(string name) => script.LayerOf(name);
}
