using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lab;

/// <summary>A network that somebody tries things on: changes its numbers, looks at every step of a pass, lets it learn.</summary>
/// <param name="model">What it starts from, and goes back to.</param>
public sealed class Laboratory(LabModel model)
{
    DenseNetwork network = model.Network;
    Example example = model.Example;
    TrainingPlan plan = model.Plan;
    OptimizerState? state;
    Lazy<LearningStep?>? step;
    int exampleSteps;
    bool usesData;

    internal DenseNetwork Network => network;

    internal Example Example => example;

    internal LabModel Model => model;

    /// <summary>Whether a single step takes a batch of the data; otherwise it takes the example that is looked at.</summary>
    internal bool UsesData => usesData;

    /// <summary>What is trained on: all of the data, or the example where there are none.</summary>
    internal TrainingPlan Plan => model.HasData ? plan : plan with { Examples = [example], BatchSize = null };

    /// <summary>How many updates it has learned by.</summary>
    internal int Updates => state?.Steps ?? 0;

    /// <summary>How often it has gone through the data; an example that it took a step by is its own share of them.</summary>
    internal double Epoch => (Updates - exampleSteps) / (double)Plan.UpdatesPerEpoch + exampleSteps / (double)Plan.Examples.Length;

    /// <summary>The step of learning that comes next; null where it would lead to numbers that are not finite.</summary>
    internal LearningStep? Step => (step ??= new(StepOrNull)).Value;

    /// <summary>Back to the start.</summary>
    public void Reset() => (network, example, plan, state, step, exampleSteps, usesData) =
        (model.Network, model.Example, model.Plan, null, null, 0, false);

    /// <summary>
    /// Changes what a JSON object names: <c>input</c>, <c>target</c>, <c>learning_rate</c>, <c>uses_data</c>, <c>activations</c>,
    /// <c>loss</c>, <c>weight</c> (layer, unit, input, value), <c>bias</c> (layer, unit, value), or <c>parameters</c>, all of them. All
    /// of it or nothing is changed.
    /// </summary>
    /// <returns>Why it cannot be; null where it is done.</returns>
    public string? Change(string changes)
    {
        using var document = JsonDocument.Parse(changes);
        var root = document.RootElement;
        try
        {
            var changed = ParametersIn(root, new DenseNetwork(LayersIn(root), LossIn(root)));
            var shown = ExampleIn(root, changed.Loss);
            if (changed.Loss.ProblemWith(shown.Target) is { } problem) return problem;
            // What an optimizer remembers is of the network that it has moved.
            if (changed != network) (state, exampleSteps) = (null, 0);
            (network, example, step) = (changed, shown, null);
        }
        catch (ArgumentException e)
        {
            // Without the parameter's name, which comes last.
            return e.ParamName is null ? e.Message : e.Message[..e.Message.LastIndexOf(" (", StringComparison.Ordinal)];
        }
        if (root.TryGetProperty("learning_rate", out var rate)) plan = plan with { LearningRate = rate.GetDouble() };
        if (root.TryGetProperty("uses_data", out var uses)) usesData = model.HasData && uses.GetBoolean();
        return null;
    }

    /// <summary>Takes the step that comes next.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Learn()
    {
        if (Step is not { } next) return false;
        if (next.Batch.Count == 1) exampleSteps++;
        (network, state, step) = (next.After, next.StateAfter, null);
        return true;
    }

    /// <summary>Goes through the examples so many times.</summary>
    public TrainingHistory Train(int epochs)
    {
        var history = Trainer.Train(network, Plan with { Epochs = epochs }, state);
        (network, state, step) = (history.Network, history.State, null);
        return history;
    }

    // What a step takes the mean over; null for the example that is looked at. A single sample is as good as another.
    ImmutableArray<Example>? Batch => usesData && plan.BatchSize != 1 ? plan.BatchAt(Updates) : null;

    LearningStep? StepOrNull()
    {
        try
        {
            return new(network, example, Plan.Rule, state, Batch);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    ImmutableArray<DenseLayer> LayersIn(JsonElement changes)
    {
        if (!changes.TryGetProperty("activations", out var names)) return network.Layers;
        var wanted = names.EnumerateArray().Select(name => LabModel.Named(Activation.All, name)).ToList();
        // One that stays keeps its options.
        return [.. network.Layers.Select((layer, l) => new DenseLayer(
            layer.Weights, layer.Biases,
            model.Network.Layers[l].Activation.Name == wanted[l].Name ? model.Network.Layers[l].Activation : wanted[l]))];
    }

    Loss LossIn(JsonElement changes) =>
        changes.TryGetProperty("loss", out var name) ? LabModel.Named(Loss.All, name) : network.Loss;

    static DenseNetwork ParametersIn(JsonElement changes, DenseNetwork changed)
    {
        if (changes.TryGetProperty("parameters", out var all)) changed = WithAll(changed, LabModel.NumbersIn(all));
        if (changes.TryGetProperty("weight", out var weight) && LabModel.NumbersIn(weight) is [var l, var j, var i, var w])
            changed = changed.With(new WeightAddress((int)l, From: (int)i, To: (int)j), w);
        if (changes.TryGetProperty("bias", out var bias) && LabModel.NumbersIn(bias) is [var k, var unit, var b])
        {
            var layer = changed.Layers[(int)k];
            var biases = layer.Biases.Clone();
            biases[(int)unit] = b;
            changed = new(changed.Layers.SetItem((int)k, new(layer.Weights, biases, layer.Activation)), changed.Loss);
        }
        return changed;
    }

    // Layer by layer the weights, row by row, then the biases.
    static DenseNetwork WithAll(DenseNetwork network, double[] parameters)
    {
        var at = 0;
        return new(
            [.. network.Layers.Select(layer => new DenseLayer(
                // A matrix takes its numbers column by column.
                Matrix<double>.Build.Dense(layer.InputCount, layer.UnitCount, Taken(layer.UnitCount * layer.InputCount)).Transpose(),
                Vector<double>.Build.Dense(Taken(layer.UnitCount)), layer.Activation))],
            network.Loss);

        double[] Taken(int count)
        {
            var part = parameters.AsSpan(at, count).ToArray();
            at += count;
            return part;
        }
    }

    Example ExampleIn(JsonElement changes, Loss loss)
    {
        var input = changes.TryGetProperty("input", out var x) ? LabModel.NumbersIn(x) : [.. example.Input];
        var target = changes.TryGetProperty("target", out var y) ? LabModel.NumbersIn(y) : [.. example.Target];
        if (input.Length != network.InputCount || target.Length != network.OutputCount)
            throw new ArgumentException("The numbers do not fit the network.", nameof(changes));
        return Example.Of(input, loss.TargetsSumToOne ? Shares(target, changes) : target);
    }

    // Where targets are shares of 1, the others make room for the one that was moved.
    static IEnumerable<double> Shares(double[] target, JsonElement changes)
    {
        if (!changes.TryGetProperty("moved", out var which)) return target;
        var moved = which.GetInt32();
        var (own, others) = (Math.Clamp(target[moved], 0, 1), target.Where((_, j) => j != moved).Sum());
        return target.Select((y, j) =>
            j == moved ? own : others > 0 ? y / others * (1 - own) : (1 - own) / (target.Length - 1));
    }
}
