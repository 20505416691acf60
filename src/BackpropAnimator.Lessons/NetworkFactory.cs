using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>Makes the network, the examples and the training plan that a scene describes.</summary>
internal static class NetworkFactory
{
    public static Example ExampleOf(ExampleScript script) => Example.Of(script.Input, script.Target);

    public static DenseNetwork NetworkOf(NetworkScript script)
    {
        var initialization = script.Initialization.Configured(new(script.UniformRange));
        var seeded = DenseNetwork.Seeded(script.Layers, script.Activations, script.Loss, initialization, script.Seed);
        return new([.. seeded.Layers.Select((layer, l) => WrittenOut(layer, l, script))], seeded.Loss);
    }

    static DenseLayer WrittenOut(DenseLayer layer, int l, NetworkScript script) => new(
        script.Weights.IsEmpty
            ? layer.Weights
            : Matrix<double>.Build.DenseOfRows(script.Weights.Matrices[l].Select(row => row.AsEnumerable())),
        script.Biases.IsEmpty ? layer.Biases : Vector<double>.Build.DenseOfEnumerable(script.Biases[l]),
        layer.Activation);

    /// <summary>The training that a scene asks for, on its data; no network but the last is kept.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="samples">Its data.</param>
    public static TrainingPlan PlanOf(Scene scene, ImmutableArray<Example> samples) => new()
    {
        Examples = samples,
        Epochs = scene.Training.Epochs,
        LearningRate = scene.Network.LearningRate,
        BatchSize = scene.Training.Batch.Samples,
        Optimizer = scene.Training.ConfiguredOptimizer,
        Schedule = scene.Training.Schedule.Configured,
        ScheduleEpochs = scene.Training.Epochs,
        WeightDecay = scene.Training.WeightDecay,
        OrderSeed = scene.Training.Seed ?? scene.Network.Seed,
    };
}
