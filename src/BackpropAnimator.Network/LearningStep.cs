using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// One step of learning with every number it takes: forward, loss, backward, update, and a second forward pass through the new network.
/// </summary>
public sealed class LearningStep
{
    readonly ParameterLayout layout;

    /// <summary>A first step of plain gradient descent.</summary>
    /// <param name="before">The network that learns.</param>
    /// <param name="example">The example whose passes are kept.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="batch">The examples whose averaged gradient makes the update; the example alone when left out.</param>
    public LearningStep(DenseNetwork before, Example example, double learningRate, IReadOnlyList<Example>? batch = null)
        : this(before, example, new UpdateRule(learningRate), null, batch)
    {
    }

    /// <param name="before">The network that learns.</param>
    /// <param name="example">The example whose passes are kept.</param>
    /// <param name="rule">How the update moves the parameters.</param>
    /// <param name="state">What the optimizer remembers of the steps before, which stays as it is; null for a first step.</param>
    /// <param name="batch">The examples whose averaged gradient makes the update; the example alone when left out.</param>
    /// <exception cref="ArgumentException">The step is so long that a number is no longer finite.</exception>
    public LearningStep(
        DenseNetwork before, Example example, UpdateRule rule, OptimizerState? state, IReadOnlyList<Example>? batch = null)
    {
        (Before, Example, Rule, Batch) = (before, example, rule, batch ?? [example]);
        layout = new(before);
        State = state ?? new OptimizerState(rule.Optimizer, layout.Count);
        LearningRate = rule.LearningRateAt(State.Steps);
        Forward = before.Forward(example.Input);
        Backward = before.Backward(Forward, example.Target);
        var mean = batch is null ? null : BatchPass.Over(before, batch);
        Gradient = mean?.Gradient ?? Backward.Gradient;

        StateAfter = State.Copy();
        var parameters = layout.Flat(before);
        rule.Apply(parameters, layout.Flat(Gradient), layout, StateAfter);
        After = layout.Network(before, parameters);
        ForwardAfter = After.Forward(example.Input);
        LossAfter = After.LossOf(ForwardAfter, example.Target);
        BatchLoss = mean?.Loss ?? Loss;
        BatchLossAfter = batch is null ? LossAfter : BatchPass.LossOver(After, batch);
    }

    public DenseNetwork Before { get; }

    public Example Example { get; }

    /// <summary>How the update moves the parameters.</summary>
    public UpdateRule Rule { get; }

    /// <summary>η of this step.</summary>
    public double LearningRate { get; }

    /// <summary>Which step it is, counted from 1.</summary>
    public int Number => StateAfter.Steps;

    /// <summary>The examples whose averaged gradient makes the update.</summary>
    public IReadOnlyList<Example> Batch { get; }

    public ForwardPass Forward { get; }

    /// <summary>L of the example before the update.</summary>
    public double Loss => Backward.Loss;

    public BackwardPass Backward { get; }

    /// <summary>The gradient that makes the update, without weight decay: the example's own, or the batch's average.</summary>
    public Gradient Gradient { get; }

    /// <summary>What the optimizer remembers before the step.</summary>
    public OptimizerState State { get; }

    /// <summary>What it remembers after the step.</summary>
    public OptimizerState StateAfter { get; }

    public DenseNetwork After { get; }

    public ForwardPass ForwardAfter { get; }

    /// <summary>L of the example after the update, from the second forward pass.</summary>
    public double LossAfter { get; }

    /// <summary>L averaged over the batch before the update.</summary>
    public double BatchLoss { get; }

    /// <summary>L averaged over the batch after the update.</summary>
    public double BatchLossAfter { get; }

    /// <summary>What the optimizer remembers of every parameter, in the order of <see cref="Optimizer.Memory"/>.</summary>
    /// <param name="state"><see cref="State"/> or <see cref="StateAfter"/>.</param>
    public ImmutableArray<Gradient> MemoryIn(OptimizerState state) =>
        [.. Rule.Optimizer.Memory.Select((_, i) => layout.Shaped(state[i].ToArray()))];

    /// <summary>What the optimizer remembers, by its names: a value for every weight and bias, before and after the step.</summary>
    public IEnumerable<(string Name, Gradient Before, Gradient After)> Memory =>
        Rule.Optimizer.Memory.Zip(MemoryIn(State), MemoryIn(StateAfter));

    /// <summary>The update of one weight line by line, from its gradient to its new value.</summary>
    /// <param name="symbol">What the weight is called, in TeX.</param>
    /// <param name="gradientSymbol">What its gradient is called.</param>
    public ImmutableArray<UpdateLine> WorkingOf(WeightAddress weight, string symbol = "w", string gradientSymbol = Partial) => WorkingOf(
        layout.IndexOf(weight), Before.WeightAt(weight), new(gradientSymbol, Gradient.WeightAt(weight), UpdateNumberKind.Gradient), symbol,
        isWeight: true);

    /// <summary>The update of one bias, which does not decay.</summary>
    /// <inheritdoc cref="WorkingOf(WeightAddress, string, string)"/>
    public ImmutableArray<UpdateLine> WorkingOf(UnitAddress bias, string symbol = "b", string gradientSymbol = PartialOfBias) => WorkingOf(
        layout.IndexOf(bias), Before.Layers[bias.Layer].Biases[bias.Unit],
        new(gradientSymbol, Gradient.Layers[bias.Layer].Biases[bias.Unit], UpdateNumberKind.Gradient), symbol, isWeight: false);

    ImmutableArray<UpdateLine> WorkingOf(int index, double value, UpdateNumber gradient, string symbol, bool isWeight) => Rule.Working(
        symbol, value, gradient, [.. Rule.Optimizer.Memory.Select((_, i) => State[i][index])], Number, isWeight);

    /// <summary>This step and further ones on the same batch: its losses, from before this step to after the n-th.</summary>
    /// <param name="watch">Ends them, and is told of them.</param>
    public TrainingHistory Continued(int steps, TrainingWatch watch = default) => Trainer.Update(
        Before, new TrainingPlan { Examples = [.. Batch], Epochs = steps, LearningRate = Rule.LearningRate }, Rule, State, steps, watch);

    const string Partial = @"\frac{\partial L}{\partial w}", PartialOfBias = @"\frac{\partial L}{\partial b}";
}
