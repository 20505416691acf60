using System.Text.Json;
using BackpropAnimator.Lessons;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Script.Tests;

/// <summary>Of every file that a framework wrote, the lesson's network gives what the framework computed.</summary>
public sealed class WeightForwardTests : IDisposable
{
    const double Doubles = 1e-12, Floats = 1e-6;

    static readonly Dictionary<string, (double[] Input, double[] Output)> forward = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(WeightScenes.Fixtures, "forward.json"))).RootElement.EnumerateObject()
        .ToDictionary(file => file.Name, file => (Numbers(file.Value, "input"), Numbers(file.Value, "output")));

    readonly WeightScenes scenes = new();

    public static TheoryData<string> Files() => [.. forward.Keys];

    public void Dispose() => scenes.Dispose();

    [Theory, MemberData(nameof(Files))]
    public void A_file_gives_the_outputs_that_its_framework_computes(string file)
    {
        var network = NetworkOf(Keys(file), file);

        AssertForward(file, network);
    }

    [Theory, MemberData(nameof(Files))]
    public void A_file_gives_the_same_with_the_layers_written_out(string file)
    {
        var (keys, sizes) = (Keys(file), NetworkOf(Keys(file), file).Layers);

        AssertForward(file, keys.StartsWith("layers", StringComparison.Ordinal)
            ? NetworkOf(keys, file)
            : NetworkOf($"layers: [{string.Join(", ", sizes)}], {keys}", file));
    }

    static string Keys(string file) => Path.GetFileNameWithoutExtension(file) switch
    {
        "keras" => "weights: { file: keras.npz, model: keras.json }",
        "deep" => $"activation: [tanh, tanh, sigmoid], weights: {file}",
        "square" => $"activation: tanh, weights: {file}",
        // Its layers' names are in no order, so that the scene has to tell the layers.
        "named" when file.EndsWith(".safetensors", StringComparison.Ordinal) =>
            $"layers: [2, 3, 1], activation: [tanh, sigmoid], weights: {file}",
        _ when file.EndsWith(".onnx", StringComparison.Ordinal) => $"weights: {file}",
        _ => $"activation: [tanh, sigmoid], weights: {file}",
    };

    NetworkScript NetworkOf(string keys, string file)
    {
        string[] fixtures = file == "keras.npz" ? [file, "keras.json"] : [file];
        var result = scenes.Read(keys, "intro", [forward[file].Input.Length, forward[file].Output.Length], fixtures);
        Assert.DoesNotContain(result.Diagnostics, problem => problem.Severity == Severity.Error);
        return result.Scene!.Network;
    }

    void AssertForward(string file, NetworkScript network)
    {
        var (input, expected) = forward[file];
        var scene = scenes.Read(Keys(file), "intro", [input.Length, expected.Length]).Scene! with { Network = network };

        var output = new LessonNumbers(scene).Network.Forward(Vector<double>.Build.DenseOfArray(input)).Output;

        // One model was computed in 32-bit floats.
        var tolerance = file == "leaky-softmax.onnx" ? Floats : Doubles;
        Assert.Equal(expected.Length, output.Count);
        Assert.All(expected.Zip(output), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    static double[] Numbers(JsonElement file, string key) =>
        [.. file.GetProperty(key).EnumerateArray().Select(number => number.GetDouble())];
}
