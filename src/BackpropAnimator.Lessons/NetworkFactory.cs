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
        ImmutableArray<Activation> activations = [.. script.Activations.Select(kind => ActivationOf(kind, script))];
        var seeded = DenseNetwork.Seeded(script.Layers, activations, LossOf(script.Loss), InitializationOf(script), script.Seed);
        return new([.. seeded.Layers.Select((layer, l) => WrittenOut(layer, l, script))], seeded.Loss);
    }

    static DenseLayer WrittenOut(DenseLayer layer, int l, NetworkScript script) => new(
        script.Weights.IsEmpty ? layer.Weights : Matrix<double>.Build.DenseOfRows(script.Weights[l].Select(row => row.AsEnumerable())),
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
        Batching = scene.Training.Batch == BatchKind.Sample ? Batching.PerSample : Batching.FullBatch,
        Optimizer = OptimizerOf(scene.Training),
        OrderSeed = scene.Training.Seed ?? scene.Network.Seed,
    };

    static Optimizer OptimizerOf(TrainingScript script) => script.Optimizer switch
    {
        OptimizerKind.GradientDescent => new GradientDescent(),
        OptimizerKind.Momentum => new Momentum(script.Momentum),
        OptimizerKind.Adam => new Adam(),
        _ => throw new ArgumentOutOfRangeException(nameof(script), script.Optimizer, null),
    };

    /// <summary>The activation of a kind, with the options that the network has for it.</summary>
    public static Activation ActivationOf(ActivationKind kind, NetworkScript script) => kind switch
    {
        ActivationKind.Sigmoid => new Sigmoid(),
        ActivationKind.Tanh => new Tanh(),
        ActivationKind.Relu => new Relu(),
        ActivationKind.LeakyRelu => new LeakyRelu(script.LeakySlope),
        ActivationKind.Elu => new Elu(),
        ActivationKind.Gelu => new Gelu(),
        ActivationKind.Softplus => new Softplus(),
        ActivationKind.Identity => new Identity(),
        ActivationKind.Softmax => new Softmax(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    static Loss LossOf(LossKind kind) => kind switch
    {
        LossKind.HalfSquaredError => new HalfSquaredError(),
        LossKind.MeanSquaredError => new MeanSquaredError(),
        LossKind.MeanAbsoluteError => new MeanAbsoluteError(),
        LossKind.BinaryCrossEntropy => new BinaryCrossEntropy(),
        LossKind.CategoricalCrossEntropy => new CategoricalCrossEntropy(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    static Initialization InitializationOf(NetworkScript script) => script.Initialization switch
    {
        InitializationKind.Auto => new AutomaticInitialization(),
        InitializationKind.Xavier => new XavierInitialization(),
        InitializationKind.He => new HeInitialization(),
        InitializationKind.Uniform => new UniformInitialization(-script.UniformRange, script.UniformRange),
        InitializationKind.Zeros => new ZeroInitialization(),
        _ => throw new ArgumentOutOfRangeException(nameof(script), script.Initialization, null),
    };
}
