using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>Makes the network and the example that a scene describes.</summary>
internal static class NetworkFactory
{
    public static LearningStep FirstStep(Scene scene) =>
        new(NetworkOf(scene.Network), ExampleOf(scene.Example), scene.Network.LearningRate);

    static Example ExampleOf(ExampleScript script) =>
        new(Vector<double>.Build.DenseOfEnumerable(script.Input), Vector<double>.Build.DenseOfEnumerable(script.Target));

    static DenseNetwork NetworkOf(NetworkScript script)
    {
        ImmutableArray<Activation> activations = [.. script.Activations.Select(kind => ActivationOf(kind, script))];
        var seeded = DenseNetwork.Seeded(script.Layers, activations, LossOf(script.Loss), InitializationOf(script), script.Seed);
        return new([.. seeded.Layers.Select((layer, l) => WrittenOut(layer, l, script))], seeded.Loss);
    }

    static DenseLayer WrittenOut(DenseLayer layer, int l, NetworkScript script) => new(
        script.Weights.IsEmpty ? layer.Weights : Matrix<double>.Build.DenseOfRows(script.Weights[l].Select(row => row.AsEnumerable())),
        script.Biases.IsEmpty ? layer.Biases : Vector<double>.Build.DenseOfEnumerable(script.Biases[l]),
        layer.Activation);

    static Activation ActivationOf(ActivationKind kind, NetworkScript script) => kind switch
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
