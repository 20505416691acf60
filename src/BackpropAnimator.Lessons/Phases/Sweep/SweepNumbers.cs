using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Every gradient of one example while the target of one output moves: each computed by a backward pass of its own.</summary>
/// <param name="output">The output whose target moves.</param>
internal sealed class SweepNumbers(LearningStep step, int output, double from, double to)
{
    const int Samples = 120;

    /// <summary>How many weights there are.</summary>
    public int WeightCount { get; } = step.Before.Layers.Sum(layer => layer.Weights.RowCount * layer.Weights.ColumnCount);

    /// <summary>How many gradients have one sign at the beginning and the other at the end.</summary>
    public int Flips { get; } =
        SignFlip.Between(step.Before, step.Example.Input, TargetWith(step, output, from), TargetWith(step, output, to)).Length;

    /// <summary>The moving target at a share of the way.</summary>
    public double TargetAt(double share) => from + (to - from) * share;

    /// <summary>What each layer computes on the way back at a share of the way; the forward pass stays the same.</summary>
    public ImmutableArray<LayerBackward> LayersAt(double share) =>
        step.Before.Backward(step.Forward, TargetWith(step, output, TargetAt(share))).Layers;

    /// <summary>∂L/∂w of one weight along the way.</summary>
    public ImmutableArray<(double Target, double Gradient)> CurveOf(Edge edge) =>
        [.. Enumerable.Range(0, Samples + 1).Select(i => (double)i / Samples)
            .Select(share => (TargetAt(share), LayersAt(share)[edge.Layer].WeightGradient[edge.To, edge.From]))];

    static MathNet.Numerics.LinearAlgebra.Vector<double> TargetWith(LearningStep step, int output, double value)
    {
        var target = step.Example.Target.Clone();
        target[output] = value;
        return target;
    }
}
