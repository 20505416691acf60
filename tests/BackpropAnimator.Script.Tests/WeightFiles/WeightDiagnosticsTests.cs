using System.IO.Compression;
using System.Text;

namespace BackpropAnimator.Script.Tests;

/// <summary>What is told of files that do not go with the scene, or that are no plain network.</summary>
public sealed class WeightDiagnosticsTests : IDisposable
{
    const string OwnLayers = "\n  hint: for the network in the file write layers: [3, 4, 2], or leave it out";

    readonly WeightScenes scenes = new();

    public WeightDiagnosticsTests()
    {
        foreach (var fixture in Directory.EnumerateFiles(WeightScenes.Fixtures))
            scenes.Write(Path.GetFileName(fixture), File.ReadAllBytes(fixture));
    }

    public void Dispose() => scenes.Dispose();

    [Theory]
    [InlineData("[3, 5, 2]", "named.npz", "'W1' of shape [3, 4] should have shape [3, 5]: input has 3 units and hidden 5 units")]
    [InlineData(
        "[3, 5, 2]", "gemm.onnx",
        "'0.weight', transposed, of shape [3, 4] should have shape [3, 5]: input has 3 units and hidden 5 units")]
    [InlineData(
        "[3, 5, 2]", "sequential-f32.safetensors",
        "'0.weight' of shape [4, 3] should have shape [5, 3]: input has 3 units and hidden 5 units")]
    [InlineData(
        "[3, 4, 4, 2]", "lists.json",
        "3 matrices of weights expected, one for each layer after the input, found 2: 'weights[0]' of shape [4, 3], " +
            "'weights[1]' of shape [2, 4]")]
    public void A_file_of_another_network_is_refused_with_its_own_layers(string layers, string file, string told) =>
        scenes.AssertTold(told + OwnLayers, $"layers: {layers}, weights: {file}", file);

    [Theory]
    [InlineData("named.npz", "out_in", "W1", "[3, 4]", "[4, 3]", "in_out")]
    [InlineData("transposed.npz", "in_out", "W1", "[4, 3]", "[3, 4]", "out_in")]
    [InlineData("sequential-f32.safetensors", "in_out", "0.weight", "[4, 3]", "[3, 4]", "out_in")]
    public void A_transposed_matrix_is_told_as_such(string file, string order, string array, string shape, string wanted, string other) =>
        scenes.AssertTold(
            $"'{array}' of shape {shape} should have shape {wanted}: input has 3 units and hidden 4 units\n" +
                $"  hint: this looks transposed: if it is, say so with order: {other} beside the file's name",
            $"layers: [3, 4, 2], weights: {{ file: {file}, order: {order} }}", file);

    [Fact]
    public void Square_matrices_lie_as_their_format_has_it_unless_the_scene_says_otherwise()
    {
        Assert.Equal([0.5, 2], FirstRow("square.npz"));
        Assert.Equal([0.5, -1], FirstRow("{ file: square.npz, order: out_in }"));

        IEnumerable<double> FirstRow(string weights) =>
            scenes.Read($"weights: {weights}", "intro", [2, 2]).Scene!.Network.Weights.Matrices[0][0];
    }

    [Theory]
    [InlineData("residual.onnx", "its node 'twice' ('Add') adds something else than biases")]
    [InlineData(
        "softsign.onnx",
        "its node '/act' ('Softsign') is no part of a dense layer\n" +
            "  hint: a lesson's network is of Gemm, or MatMul and Add, and activations")]
    [InlineData("branch.onnx", "2 nodes take 'z1', and a lesson's layers are in a row")]
    [InlineData(
        "external.onnx",
        "the numbers of 'W1' are in another file\n  hint: save the model with its data: onnx.save(onnx.load(…), file)")]
    [InlineData(
        "diverged.npz",
        "'W1'[2, 1] is NaN, and weights are numbers from -1000000 to 1000000\n  hint: a training that diverged leaves such numbers")]
    [InlineData(
        "pickled.npz",
        "none of its arrays is a layer's matrix of weights: 'W1' of shape [2], 'b1' of shape [4]\n" +
            "  hint: name the arrays W1, b1, W2, b2 and so on, or as PyTorch does: 0.weight, 0.bias")]
    [InlineData(
        "keras.json",
        "it is a Keras model without its weights\n  hint: save these with np.savez, and write weights: { file: ….npz, model: ….json }")]
    public void What_makes_no_network_is_told_by_name(string file, string told) => scenes.AssertTold(told, $"weights: {file}", file);

    [Theory]
    [InlineData(
        """{"weights": [[[1, 2, 3], [4, 5]]]}""",
        "'weights[0]' is no array of numbers: its rows are of several lengths, or hold something else")]
    [InlineData(
        """{"weights": [[[1, "2", 3]]]}""",
        "'weights[0]' is no array of numbers: its rows are of several lengths, or hold something else")]
    [InlineData("""{"weights": [[[1, 2, 3]], [[1]]], "biases": [[1]]}""", "there are 2 matrices of weights in it and 1 lists of biases")]
    [InlineData(
        """{"weights": [[[1, 2, 1e7]]]}""", "'weights[0]'[0, 2] is 10000000, and weights are numbers from -1000000 to 1000000")]
    [InlineData(
        """{"W1": [[1, 2, 3]], "w1": [[1]]}""", "'w1' and another array are both the weights of one layer\n  hint: leave one of them out")]
    [InlineData(
        "[[1, NaN]]", "it is not JSON: see line 1, byte 6\n  hint: write it with json.dump; NaN is no JSON")]
    [InlineData(
        "3", "there are no lists of numbers in it\n  hint: for example {\"weights\": [[[…], […]], [[…]]], \"biases\": [[…], […]]}")]
    [InlineData(
        "[[[1, 2, 3], [4, 5, 6]], [[7]]]",
        "its layers do not follow one another: '[0]' of shape [2, 3], '[1]' of shape [1, 1]\n" +
            "  hint: name the network's layers, such as layers: [2, 3, 1]")]
    public void Lists_that_make_no_network_are_refused(string json, string told)
    {
        scenes.Write("w.json", Encoding.UTF8.GetBytes(json));

        scenes.AssertTold(told, "weights: w.json", "w.json");
    }

    [Theory]
    [InlineData("model.pt", "\n  hint: save it as safetensors: safetensors.torch.save_file(model.state_dict(), \"model.safetensors\")")]
    [InlineData("model.keras", "\n  hint: save its arrays: np.savez(\"weights.npz\", *model.get_weights())")]
    [InlineData("model", "")]
    public void Another_kind_of_file_is_refused_before_it_is_opened(string file, string hint) =>
        scenes.AssertTold($"its ending is none of .safetensors, .npz, .onnx, .json{hint}", $"weights: {file}", file);

    [Fact]
    public void Arrays_that_no_layer_uses_are_told() => scenes.AssertTold(
        "no layer uses '1.bias', '1.num_batches_tracked', '1.running_mean', '1.running_var', '1.weight'\n" +
            "  hint: what these do in the model, such as normalisation, the lesson does not show",
        "weights: batch-norm.safetensors", "batch-norm.safetensors", "warning");

    [Theory]
    [InlineData(
        "weights: { file: keras.npz, model: lists.json }", "lists.json",
        "model: 'lists.json': it is not what Keras writes with model.to_json()")]
    [InlineData(
        "weights: { file: keras.npz, model: none.json }", "none.json", "model: 'none.json': there is no such file")]
    [InlineData(
        "weights: { file: square.npz, model: keras.json }", "square.npz",
        "weights: 'square.npz': the model's layers take 4 arrays, found 1\n  hint: save them with np.savez(file, *model.get_weights())")]
    [InlineData(
        "weights: { file: lists.json, model: keras.json }", "lists.json",
        "weights: 'lists.json': 'model' goes with arrays that do not tell their layers\n  hint: leave it out, or name an .npz file")]
    [InlineData(
        "weights: { file: gemm.onnx, order: in_out }", "gemm.onnx",
        "weights: 'gemm.onnx': it tells how its matrices lie\n  hint: leave 'order' out")]
    [InlineData(
        "weights: { order: in_out }", "{ order",
        "weights: 'order' is about matrices\n  hint: name their file, or write them: weights: { file: … }")]
    [InlineData("weights: {}", "{}", "weights: expected a file, or matrices\n  hint: for example weights: model.safetensors")]
    [InlineData(
        "weights: { file: named.npz, matrices: [] }", "{ file",
        "weights: 'file' and 'matrices' exclude each other\n  hint: keep one of them")]
    [InlineData(
        "weights: named.npz, biases: [[0, 0, 0, 0], [0, 0]]", "[[0",
        "biases: the file of weights has the network's biases in it\n" +
            "  hint: leave them out: with a file, weights and biases belong together")]
    [InlineData(
        "weights: ../named.npz", "../named.npz",
        "weights: '../named.npz' is outside the scene's folder\n  hint: put the file beside the scene, or allow reading outside")]
    public void Keys_that_do_not_go_together_are_refused(string weights, string place, string told)
    {
        var column = "network: { layers: [3, 4, 2], ".Length + weights.IndexOf(place, StringComparison.Ordinal) + 1;

        scenes.AssertLines($"s.yaml:1:{column}: error: {told}", scenes.Read($"layers: [3, 4, 2], {weights}", "intro", [3, 2]));
    }

    [Fact]
    public void Other_activations_than_the_files_are_told() => scenes.AssertLines(
        "s.yaml:1:24: warning: activation: relu, relu here, and leaky_relu of leaky_slope 0.2, softmax in 'leaky-softmax.onnx'\n" +
            "  hint: leave 'activation' out to take those of the file",
        scenes.Read("activation: relu, weights: leaky-softmax.onnx", "intro", [3, 2]));

    [Fact]
    public void An_archive_that_unpacks_to_more_than_it_says_is_cut_short()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var member = archive.CreateEntry("W1.npy").Open())
            for (var i = 0; i < 64; i++) member.Write(new byte[1 << 20]);
        scenes.Write("bomb.npz", bytes.ToArray());

        Assert.True(bytes.Length < 1 << 20);
        scenes.AssertTold(
            "its arrays are more than 24 MiB long, 'W1.npy' among them\n  hint: a lesson's network has no more than 2,000,000 weights",
            "weights: bomb.npz", "bomb.npz");
    }

    [Fact]
    public void A_file_too_large_is_refused()
    {
        scenes.Write("big.npz", new byte[(24 << 20) + 1]);

        scenes.AssertTold("the file is longer than 24 MiB", "weights: big.npz", "big.npz");
    }
}
