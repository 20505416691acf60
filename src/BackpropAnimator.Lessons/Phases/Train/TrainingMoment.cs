using System.Collections.Immutable;
using BackpropAnimator.Network;
using Pass = BackpropAnimator.Network.ForwardPass;

namespace BackpropAnimator.Lessons;

/// <summary>A network after some epochs of training, with every number of it that is shown.</summary>
internal sealed class TrainingMoment
{
    readonly ImmutableArray<bool> rightness, testRightness;

    /// <param name="shown">The samples whose numbers are shown.</param>
    /// <param name="numbers">The lesson's numbers, with all samples of the data.</param>
    public TrainingMoment(
        TrainingSnapshot snapshot, double loss, Example inHand, ImmutableArray<Example> shown, LessonNumbers numbers)
    {
        (Epoch, Network, Loss) = (snapshot.Epoch, snapshot.Network, loss);
        InHand = new(Network, inHand, learningRate: 0);
        Passes = [.. shown.Select(sample => Network.Forward(sample.Input))];
        Dead = [.. DeadUnits.Over(Network, numbers.Samples).Select(u => new Unit(u.Layer + 1, u.Unit))];
        (rightness, testRightness) = (RightnessOf(numbers.Samples), RightnessOf(numbers.TestSamples));
        MeanGradient = BatchPass.Over(Network, numbers.Samples).Gradient;

        ImmutableArray<bool> RightnessOf(ImmutableArray<Example> samples) =>
            [.. samples.Select(sample => numbers.Answers.IsRight(Network.Forward(sample.Input).Output, sample.Target))];
    }

    public int Epoch { get; }

    public DenseNetwork Network { get; }

    /// <summary>L averaged over all samples.</summary>
    public double Loss { get; }

    /// <summary>The passes of the sample that stands in the network.</summary>
    public LearningStep InHand { get; }

    /// <summary>One for each sample that is shown.</summary>
    public ImmutableArray<Pass> Passes { get; }

    /// <summary>The units that are off for every sample.</summary>
    public ImmutableHashSet<Unit> Dead { get; }

    /// <summary>How many of all samples the network gets right.</summary>
    public Accuracy Accuracy => Counted(rightness);

    /// <summary>The same of the samples that are held out of training.</summary>
    public Accuracy TestAccuracy => Counted(testRightness);

    /// <summary>∂L/∂w averaged over all samples: what the next update takes.</summary>
    public Gradient MeanGradient { get; }

    /// <summary>Whether the network gets a sample right.</summary>
    /// <param name="index">Its place among those that it learns from, or among those that are held out.</param>
    public bool IsRight(int index, bool isHeldOut) => (isHeldOut ? testRightness : rightness)[index];

    static Accuracy Counted(ImmutableArray<bool> rightness) => new(rightness.Count(isRight => isRight), rightness.Length);

    /// <summary>The size of a unit's own part of the gradient: Σ |∂L/∂w| over its weights and bias. Of a dead unit exactly 0.</summary>
    public double GradientOf(Unit unit)
    {
        var layer = MeanGradient.Layers[unit.Layer - 1];
        return layer.Weights.Row(unit.Index).Sum(Math.Abs) + Math.Abs(layer.Biases[unit.Index]);
    }
}
