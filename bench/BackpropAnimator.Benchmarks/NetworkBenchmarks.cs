using System.Collections.Immutable;
using BackpropAnimator.Network;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Benchmarks;

/// <summary>
/// How long a lesson's numbers take: 100,000 epochs of XOR should be done within a second, a pass of 784-128-10 within 2 ms.
/// </summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    readonly DenseNetwork xor =
        DenseNetwork.Seeded([2, 2, 1], [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 133);
    readonly TrainingPlan hundredThousandEpochs = new() { Examples = LogicGates.Xor, Epochs = 100_000, LearningRate = 0.5 };

    readonly DenseNetwork digits =
        DenseNetwork.Seeded([784, 128, 10], [new Relu(), new Softmax()], new CategoricalCrossEntropy(), Initialization.Default, seed: 1);
    readonly Vector<double> input = Vector<double>.Build.Dense(784, i => i % 7 / 7.0);
    readonly Vector<double> target = Vector<double>.Build.Dense(10, j => j == 3 ? 1 : 0);

    [Benchmark]
    public TrainingHistory TrainXorFor100000Epochs() => Trainer.Train(xor, hundredThousandEpochs);

    readonly DenseNetwork wide = DenseNetwork.Seeded(
        [1000, 1000, 1000], [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 1);
    readonly TrainingPlan twentyEpochsOfTwo = new() { Examples = Rows(2, 1000, 1000), Epochs = 20, LearningRate = 0.5 };
    readonly DenseNetwork small =
        DenseNetwork.Seeded([2, 4, 1], [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 1);
    readonly TrainingPlan twoEpochsOfManyRows = new() { Examples = Rows(100_000, 2, 1), Epochs = 2, LearningRate = 0.5 };

    [Benchmark]
    public TrainingHistory Train1000x1000x1000For20Epochs() => Trainer.Train(wide, twentyEpochsOfTwo);

    [Benchmark]
    public TrainingHistory Train100000RowsFor2Epochs() => Trainer.Train(small, twoEpochsOfManyRows);

    static ImmutableArray<Example> Rows(int count, int inputs, int outputs) =>
        [.. Enumerable.Range(0, count).Select(n => Example.Of(
            Enumerable.Range(0, inputs).Select(i => (i + n) % 7 / 7.0), Enumerable.Range(0, outputs).Select(j => (j + n) % 2 / 1.0)))];

    [Benchmark]
    public TrainingHistory TrainXorForAThousandEpochsKeepingEveryNetwork() =>
        Trainer.Train(xor, hundredThousandEpochs with { Epochs = 1000, Recording = Recording.Every(1) });

    [Benchmark]
    public BackwardPass ForwardAndBackward784x128x10() => digits.Backward(digits.Forward(input), target);

    [Benchmark]
    public LearningStep WholeStep784x128x10() => new(digits, new Example(input, target), learningRate: 0.1);
}
