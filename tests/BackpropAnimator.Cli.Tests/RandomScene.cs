using System.Globalization;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// A scene of random layers, activations, loss, weights and examples, as text and as the arrays that the text was made from.
/// </summary>
sealed class RandomScene
{
    static readonly string[] hidden = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "identity"];

    readonly Random random;

    public RandomScene(int seed)
    {
        random = new Random(seed);
        Sizes = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(1, 6))];
        Loss = new[]
        {
            "half_squared_error",
            "mean_squared_error",
            "mean_absolute_error",
            "binary_cross_entropy",
            "categorical_cross_entropy",
        }[seed % 5];
        Activations = [.. Sizes.Skip(2).Select(_ => hidden[random.Next(hidden.Length)]), OutputActivation(seed)];
        Weights = [.. Sizes.Skip(1).Select((units, l) => Enumerable.Range(0, units).Select(_ => Numbers(Sizes[l], -1.5, 1.5)).ToArray())];
        Biases = [.. Sizes.Skip(1).Select(units => Numbers(units, -1, 1))];
        LearningRate = 0.01 + random.NextDouble();
        // Every third scene averages over several samples.
        Samples = [.. Enumerable.Range(0, seed % 3 == 0 ? 4 : 1).Select(_ => (Numbers(Sizes[0], -2, 2), Target()))];
    }

    public int[] Sizes { get; }
    public string[] Activations { get; }
    public string Loss { get; }
    public double LeakySlope { get; } = 0.03;
    public double LearningRate { get; }
    public double[][][] Weights { get; }
    public double[][] Biases { get; }
    public (double[] Input, double[] Target)[] Samples { get; }

    public string Text => $$"""
        network:
          layers: {{List(Sizes.Select(size => (double)size))}}
          activation: [{{string.Join(", ", Activations)}}]
          leaky_slope: {{Number(LeakySlope)}}
          loss: {{Loss}}
          learning_rate: {{Number(LearningRate)}}
          weights: {{List(Weights.Select(matrix => List(matrix.Select(List))))}}
          biases: {{List(Biases.Select(List))}}
        {{(Samples.Length == 1 ? "example: " + Row(Samples[0]) : $"data: {List(Samples.Select(Row))}\ntraining: 1")}}
        phases: [intro]

        """;

    string OutputActivation(int seed) => Loss switch
    {
        "binary_cross_entropy" => "sigmoid",
        "categorical_cross_entropy" => "softmax",
        _ => seed % 2 == 0 ? "softmax" : hidden[random.Next(hidden.Length)],
    };

    double[] Target()
    {
        if (Loss != "categorical_cross_entropy") return Numbers(Sizes[^1], 0, 1);
        var right = random.Next(Sizes[^1]);
        return [.. Enumerable.Range(0, Sizes[^1]).Select(k => k == right ? 1.0 : 0)];
    }

    double[] Numbers(int count, double from, double to) =>
        [.. Enumerable.Range(0, count).Select(_ => from + (to - from) * random.NextDouble())];

    static string Row((double[] Input, double[] Target) sample) => $"{{ input: {List(sample.Input)}, target: {List(sample.Target)} }}";

    static string List(IEnumerable<double> numbers) => List(numbers.Select(Number));

    static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
