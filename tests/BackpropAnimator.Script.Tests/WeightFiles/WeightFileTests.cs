using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

/// <summary>What a file of weights says counts in the scene as if it were written out.</summary>
public sealed class WeightFileTests : IDisposable
{
    readonly WeightScenes scenes = new();

    public void Dispose() => scenes.Dispose();

    [Fact]
    public void Layers_and_activations_come_from_a_file_that_tells_them()
    {
        var network = scenes.Read("weights: leaky-softmax.onnx", "intro", [3, 2], "leaky-softmax.onnx").Scene!.Network;

        Assert.Equal([3, 4, 2], network.Layers.AsEnumerable());
        Assert.Equal([new LeakyRelu(0.2), new Softmax()], network.Activations.AsEnumerable());
    }

    [Fact]
    public void Layers_come_from_weights_that_are_written_out_too() =>
        Assert.Equal(
            [3, 1, 2], scenes.Read("weights: [[[1, 2, 3]], [[4], [5]]]", "intro", [3, 2]).Scene!.Network.Layers.AsEnumerable());

    [Fact]
    public void A_network_without_layers_and_weights_is_still_told_what_it_lacks() => scenes.AssertLines(
        "s.yaml:1:10: error: network has no 'layers'\n  hint: 'layers': Units per layer, input first. May be left out with weights " +
            "of the network's own: these tell them.",
        scenes.Read("seed: 3", "intro", [3, 2]));

    [Fact]
    public void A_layer_without_biases_has_zeros() =>
        Assert.Equal(
            new double[3],
            scenes.Read("weights: deep.safetensors", "intro", [2, 1], "deep.safetensors").Scene!.Network.Biases[1].AsEnumerable());

    [Fact]
    public void Other_numbers_in_the_file_are_another_scene()
    {
        var (first, second) = (Fingerprint("float32.npz"), Fingerprint("named.npz"));

        Assert.NotEqual(first, second);
        Assert.Equal(second, Fingerprint("deflated.npz"));

        string Fingerprint(string fixture)
        {
            scenes.Write("w.npz", File.ReadAllBytes(Path.Combine(WeightScenes.Fixtures, fixture)));
            return SceneFingerprint.Of(scenes.Read("weights: w.npz", "intro", [3, 2]).Scene!);
        }
    }

    [Fact]
    public void Each_side_of_a_comparison_may_have_a_file_of_its_own()
    {
        var read = scenes.Read(
            "weights: named.npz", "forward, loss, { compare: { left: {}, right: { weights: float16.npz } } }", [3, 2], "named.npz",
            "float16.npz");

        Assert.Empty(read.Diagnostics);
        var (left, right) = (read.Scene!.Phases[2].Variants[0], read.Scene.Phases[2].Variants[1]);
        Assert.Equal(read.Scene.Network.Weights.Matrices[0][0].AsEnumerable(), left.Weights.Matrices[0][0]);
        Assert.Equal(left.Weights.Matrices[0][0].Select(weight => (double)(Half)weight), right.Weights.Matrices[0][0]);
        Assert.Equal(left.Biases[1].Select(bias => (double)(Half)bias), right.Biases[1]);
    }

    [Fact]
    public void A_side_may_change_the_biases_of_the_scenes_file()
    {
        var read = scenes.Read(
            "weights: named.npz", "forward, loss, { compare: { left: {}, right: { biases: [[1, 2, 3, 4], [5, 6]] } } }", [3, 2],
            "named.npz");

        Assert.Empty(read.Diagnostics);
        var right = read.Scene!.Phases[2].Variants[1];
        Assert.Equal([5.0, 6], right.Biases[1].AsEnumerable());
        Assert.Equal(read.Scene.Network.Weights, right.Weights);
    }

    [Fact]
    public void An_override_names_another_file()
    {
        scenes.Read("weights: named.npz", "intro", [3, 2], "named.npz", "float16.npz");

        Assert.Equal("float16.npz", scenes.Again("network.weights=float16.npz").Scene!.Network.Weights.File);
        Assert.Equal("float16.npz", scenes.Again("network.weights.file=float16.npz").Scene!.Network.Weights.File);
    }

    [Theory]
    [InlineData("sequential-f64.safetensors")]
    [InlineData("deflated.npz")]
    [InlineData("gemm.onnx")]
    [InlineData("lists.json")]
    public void A_file_cut_anywhere_is_refused(string fixture)
    {
        var (bytes, file) = (File.ReadAllBytes(Path.Combine(WeightScenes.Fixtures, fixture)), "w" + Path.GetExtension(fixture));
        for (var length = 0; length < bytes.Length; length += length < 32 ? 1 : Thorough.Every(11))
        {
            scenes.Write(file, bytes[..length]);

            var told = scenes.Read($"layers: [3, 4, 2], weights: {file}", "intro", [3, 2]).Diagnostics;
            Assert.StartsWith($"weights: '{file}': ", Assert.Single(told).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Flipped bits, in cut files too: whatever a file holds, reading it ends in diagnostics alone.</summary>
    [Fact]
    public void Spoilt_files_throw_nothing()
    {
        string[] fixtures = [.. Directory.EnumerateFiles(WeightScenes.Fixtures).Where(file => Path.GetExtension(file) != ".py").Order()];
        var random = new Random(1);
        for (var i = 0; i < Thorough.Cases(400, 5000); i++)
        {
            var fixture = fixtures[i % fixtures.Length];
            var bytes = File.ReadAllBytes(fixture);
            if (random.Next(3) == 0) bytes = bytes[..random.Next(bytes.Length)];
            for (var flips = random.Next(4); flips > 0 && bytes.Length > 0; flips--)
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var isModel = Path.GetFileName(fixture) == "keras.json";
            var file = isModel ? "model.json" : "w" + Path.GetExtension(fixture);
            scenes.Write(file, bytes);

            var result = isModel
                ? scenes.Read("weights: { file: keras.npz, model: model.json }", "intro", [3, 2], "keras.npz")
                : scenes.Read($"weights: {file}", "intro", [3, 2]);

            Assert.Equal(result.Scene is null, result.Diagnostics.Any(d => d.Severity == Severity.Error));
            Assert.All(result.Diagnostics, d => Assert.DoesNotContain('\n', d.Message + d.Hint));
        }
    }
}
