namespace BackpropAnimator.Network;

/// <summary>
/// How many steps an optimizer has taken, and what it remembers of them. A training run changes its own state in place; every state
/// that it hands out or takes over is a copy.
/// </summary>
public sealed class OptimizerState
{
    readonly double[][] memory;
    readonly Range part = Range.All;

    /// <summary>The state before the first step: everything remembered is 0.</summary>
    /// <param name="optimizer">Whose <see cref="Optimizer.Memory"/> there must be room for.</param>
    /// <param name="parameterCount">How many parameters it moves.</param>
    internal OptimizerState(Optimizer optimizer, int parameterCount)
        : this([.. optimizer.Memory.Select(_ => new double[parameterCount])], 0)
    {
    }

    OptimizerState(double[][] memory, int steps) => (this.memory, Steps) = (memory, steps);

    /// <summary>The steps that were taken.</summary>
    public int Steps { get; private set; }

    OptimizerState(OptimizerState whole, Range part) : this(whole.memory, whole.Steps) => this.part = part;

    /// <summary>Whether another state has as many steps behind it and remembers the same of them.</summary>
    public bool IsSameAs(OptimizerState other) => Steps == other.Steps && memory.Length == other.memory.Length
        && memory.Zip(other.memory).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <summary>One of the things in <see cref="Optimizer.Memory"/>: a value for each parameter.</summary>
    internal Span<double> this[int index] => memory[index].AsSpan(part);

    /// <summary>The same of some of the parameters: what is remembered of them is remembered in the whole.</summary>
    internal OptimizerState Of(Range parameters) => new(this, parameters);

    internal OptimizerState Copy() => new([.. memory.Select(values => (double[])values.Clone())], Steps);

    /// <summary>Counts the step that is about to be taken.</summary>
    internal void Count() => Steps++;
}
