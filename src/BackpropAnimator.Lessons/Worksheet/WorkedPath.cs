using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>One path from an input to an output, a unit in each layer: what a short worksheet asks for.</summary>
internal sealed class WorkedPath
{
    readonly ImmutableArray<int> units;

    /// <param name="step">The path takes its largest input and its largest δ, so that there is no exercise of zeros.</param>
    public WorkedPath(LearningStep step)
    {
        Input = IndexOfLargest(step.Example.Input);
        units = [.. step.Backward.Layers.Select(layer => IndexOfLargest(layer.Delta))];
    }

    /// <summary>The input that the path starts from.</summary>
    public int Input { get; }

    /// <summary>Whether the path goes through a unit.</summary>
    /// <param name="l">Its layer; 0 is the first after the inputs.</param>
    public bool Has(int l, int unit) => units[l] == unit;

    static int IndexOfLargest(IEnumerable<double> values) => values.Index().MaxBy(it => Math.Abs(it.Item)).Index;
}
