using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>A number of a trace.</summary>
/// <param name="Name">What docs/trace.md calls it.</param>
public readonly record struct TraceQuantity(string Name, double Value);

/// <summary>The numbers that a trace has of one unit or one weight, in its order.</summary>
public static class TraceQuantities
{
    /// <param name="unit">Of a layer after the input, whose first is 0.</param>
    /// <param name="mean">The gradient averaged over the data; null where there is none.</param>
    public static IEnumerable<TraceQuantity> OfUnit(LearningStep step, UnitAddress unit, Gradient? mean)
    {
        var (l, j) = (unit.Layer, unit.Unit);
        var back = step.Backward.Layers[l];
        yield return new("bias", step.Before.Layers[l].Biases[j]);
        yield return new("z", step.Forward.Layers[l].PreActivation[j]);
        yield return new("a", step.Forward.Layers[l].Activation[j]);
        yield return new("dL_da", back.Incoming[j]);
        yield return new("slope", back.Slope[j]);
        yield return new("delta", back.Delta[j]);
        yield return new("dL_db", back.BiasGradient[j]);
        if (mean is not null) yield return new("mean_dL_db", mean.Layers[l].Biases[j]);
        foreach (var (name, before, after) in step.Memory)
        {
            yield return new($"bias_{name}", before.Layers[l].Biases[j]);
            yield return new($"bias_{name}_after", after.Layers[l].Biases[j]);
        }
        yield return new("bias_after", step.After.Layers[l].Biases[j]);
    }

    /// <param name="mean">The gradient averaged over the data; null where there is none.</param>
    public static IEnumerable<TraceQuantity> OfWeight(LearningStep step, WeightAddress weight, Gradient? mean)
    {
        yield return new("weight", step.Before.WeightAt(weight));
        yield return new("dL_dw", step.Backward.Gradient.WeightAt(weight));
        if (mean is not null) yield return new("mean_dL_dw", mean.WeightAt(weight));
        foreach (var (name, before, after) in step.Memory)
        {
            yield return new(name, before.WeightAt(weight));
            yield return new($"{name}_after", after.WeightAt(weight));
        }
        yield return new("weight_after", step.After.WeightAt(weight));
    }
}
