using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>How the parameters of a network move at each update: the optimizer, the learning rate by its schedule, weight decay.</summary>
/// <param name="LearningRate">η of the first update, before the schedule changes it.</param>
public sealed record UpdateRule(double LearningRate)
{
    // What a parameter's step takes, in multiplications; and fewer parameters than are worth another core.
    const long WorkOfAParameter = 4;
    const int WorthSharing = 20_000;

    public Optimizer Optimizer { get; init; } = new GradientDescent();

    public LearningRateSchedule Schedule { get; init; } = new ConstantRate();

    /// <summary>How many epochs the schedule spreads over, where it has no length of its own.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>After how many updates an epoch is over, and the schedule moves on.</summary>
    public int UpdatesPerEpoch { get; init; } = 1;

    /// <summary>λ: how much of a weight an update takes away, times η. Biases are not decayed.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Whether it is w ← w − η ∂L/∂w and nothing else.</summary>
    public bool IsPlain => Optimizer is GradientDescent && WeightDecay == 0;

    /// <summary>η of the update that comes after so many others.</summary>
    public double LearningRateAt(int updates) => LearningRate * Schedule.FactorAt(updates / UpdatesPerEpoch, Epochs);

    /// <summary>One update in place.</summary>
    /// <param name="parameters">As the layout has them.</param>
    /// <param name="gradient">∂L/∂p of every parameter; weight decay may be added to it.</param>
    /// <param name="layout">Which of them are weights.</param>
    /// <param name="state">What the optimizer remembers, and then remembers of this update too.</param>
    internal void Apply(double[] parameters, double[] gradient, ParameterLayout layout, OptimizerState state)
    {
        var learningRate = LearningRateAt(state.Steps);
        state.Count();
        if (WeightDecay != 0)
            Decay(parameters, gradient, layout, learningRate);
        if (parameters.Length < WorthSharing)
            Optimizer.Step(parameters, gradient, learningRate, state);
        else
            Cores.Share(parameters.Length, parameters.Length * WorkOfAParameter, (from, to) => Optimizer.Step(
                parameters.AsSpan(from, to - from), gradient.AsSpan(from, to - from), learningRate, state.Of(from..to)));
    }

    void Decay(double[] parameters, double[] gradient, ParameterLayout layout, double learningRate)
    {
        foreach (var range in layout.Weights)
        {
            var weights = parameters.AsSpan(range);
            var slopes = gradient.AsSpan(range);
            if (Optimizer.DecouplesWeightDecay)
                for (var i = 0; i < weights.Length; i++)
                    weights[i] -= learningRate * WeightDecay * weights[i];
            else
                for (var i = 0; i < weights.Length; i++)
                    slopes[i] += WeightDecay * weights[i];
        }
    }

    /// <summary>An update of a single parameter line by line; its results are what <see cref="Apply"/> computes.</summary>
    /// <param name="symbol">What the parameter is called: <c>w</c>.</param>
    /// <param name="value">Before the update.</param>
    /// <param name="gradient">∂L/∂w, and how it is written.</param>
    /// <param name="memory">What the optimizer remembers of it.</param>
    /// <param name="step">t, from 1.</param>
    /// <param name="isWeight">Whether it decays.</param>
    internal ImmutableArray<UpdateLine> Working(
        string symbol, double value, UpdateNumber gradient, ImmutableArray<double> memory, int step, bool isWeight)
    {
        var parameter = new UpdateNumber(symbol, value, UpdateNumberKind.Weight);
        var decay = new UpdateNumber(@"\lambda", isWeight ? WeightDecay : 0, UpdateNumberKind.Given);
        var learningRate = new UpdateNumber(@"\eta", LearningRateAt(step - 1), UpdateNumberKind.Given);
        var none = decay with { Value = 0 };
        if (Optimizer is GradientDescent && decay.Value == 0)
            return [.. Optimizer.Working(new(parameter, gradient, learningRate, step, memory, none))];
        // The gradient is named once, and its long symbol then spared the lines that follow.
        var named = decay.Value == 0 || Optimizer.DecouplesWeightDecay
            ? UpdateLine.Of("g", UpdateNumberKind.Gradient, "=", [gradient], x => x.Alone(0), x => x[0])
            : UpdateLine.Of(
                "g", UpdateNumberKind.Gradient, "=", [gradient, decay, parameter], x => $"{x.Alone(0)} + {x[1]}{x.Times}{x[2]}",
                x => x[0] + x[1] * x[2]);
        var own = Optimizer.DecouplesWeightDecay ? decay : none;
        return [named, .. Optimizer.Working(new(parameter, named.Result, learningRate, step, memory, own))];
    }
}
