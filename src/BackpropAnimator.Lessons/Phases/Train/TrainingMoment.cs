using System.Collections.Immutable;
using BackpropAnimator.Network;
using Pass = BackpropAnimator.Network.ForwardPass;

namespace BackpropAnimator.Lessons;

/// <summary>A network after some epochs of training, with every number of it that is shown.</summary>
internal sealed class TrainingMoment
{
    /// <param name="shown">The samples whose numbers are shown.</param>
    /// <param name="all">All samples of the data.</param>
    public TrainingMoment(
        TrainingSnapshot snapshot, double loss, Example inHand, ImmutableArray<Example> shown, ImmutableArray<Example> all)
    {
        (Epoch, Network, Loss) = (snapshot.Epoch, snapshot.Network, loss);
        InHand = new(Network, inHand, learningRate: 0);
        Passes = [.. shown.Select(sample => Network.Forward(sample.Input))];
        Dead = [.. DeadUnits.Over(Network, all).Select(u => new Unit(u.Layer + 1, u.Unit))];
        Right = Accuracy.Of(Network, all).Right;
        MeanGradient = Network.GradientOver(all);
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
    public int Right { get; }

    /// <summary>∂L/∂w averaged over all samples: what the next update takes.</summary>
    public Gradient MeanGradient { get; }

    /// <summary>The size of a unit's own part of the gradient: Σ |∂L/∂w| over its weights and bias. Of a dead unit exactly 0.</summary>
    public double GradientOf(Unit unit)
    {
        var layer = MeanGradient.Layers[unit.Layer - 1];
        return layer.Weights.Row(unit.Index).Sum(Math.Abs) + Math.Abs(layer.Biases[unit.Index]);
    }
}
