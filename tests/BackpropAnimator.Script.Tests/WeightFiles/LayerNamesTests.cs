using System.Text;

namespace BackpropAnimator.Script.Tests;

/// <summary>Which arrays make a layer: by their names, or by their order.</summary>
public sealed class LayerNamesTests : IDisposable
{
    readonly WeightScenes scenes = new();

    public void Dispose() => scenes.Dispose();

    [Theory]
    [InlineData("W1", "b1", "W2", "b2")]
    [InlineData("w_1", "b_1", "w_2", "b_2")]
    [InlineData("weights1", "biases1", "weights2", "biases2")]
    [InlineData("module.0.weight", "module.0.bias", "module.2.weight", "module.2.bias")]
    [InlineData("dense/kernel:0", "dense/bias:0", "dense_1/kernel:0", "dense_1/bias:0")]
    [InlineData("W_hidden", "b_hidden", "W_out", "b_out")]
    [InlineData("layers.9.weight", "layers.9.bias", "layers.10.weight", "layers.10.bias")]
    public void Names_tell_which_biases_go_with_which_matrix(string w1, string b1, string w2, string b2)
    {
        // In another order than that of the layers.
        var network = Network($$"""{"{{b2}}": [7], "{{w2}}": [[5, 6]], "{{b1}}": [3, 4], "{{w1}}": [[1, 0], [0, 2]]}""");

        Assert.Equal([2, 2, 1], network.Layers.AsEnumerable());
        Assert.Equal([5, 6], network.Weights.Matrices[1][0].AsEnumerable());
        Assert.Equal([[3, 4], [7]], network.Biases.Select(biases => biases.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("layers: [2, 1, 2, 1], ")]
    public void An_order_that_names_and_shapes_leave_open_is_told(string layers) => Assert.Equal(
        "weights: 'w.json': names and shapes leave the order of its layers open; taken is 'a.weight', 'b.weight', 'c.weight'",
        Assert.Single(Read("""{"c.weight": [[1, 2]], "a.weight": [[3, 4]], "b.weight": [[5], [6]]}""", layers).Diagnostics).Message);

    [Fact]
    public void Names_without_numbers_are_no_matter_where_the_shapes_leave_one_order() =>
        Assert.Empty(Read("""{"fc1.weight": [[1, 2], [3, 4], [5, 6]], "out.weight": [[7, 8, 9]]}""").Diagnostics);

    [Fact]
    public void A_word_within_a_name_is_no_role() => Assert.StartsWith(
        "weights: 'w.json': none of its arrays is a layer's matrix of weights: 'raw' of shape [1, 2], 'web' of shape [1]",
        Assert.Single(Read("""{"raw": [[1, 2]], "web": [1]}""").Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void Biases_may_be_rows_or_columns_where_the_layers_are_known()
    {
        var rows = Network("[[[1, 2], [3, 4]], [[5, 6]], [[7, 8]], [[9]]]", "layers: [2, 2, 1], ");
        var columns = Network("[[[1, 2], [3, 4]], [[5], [6]], [[7, 8]], [[9]]]", "layers: [2, 2, 1], ");

        Assert.Equal([[5, 6], [9]], rows.Biases.Select(biases => biases.ToArray()));
        Assert.Equal(rows.Biases.Select(biases => biases.ToArray()), columns.Biases.Select(biases => biases.ToArray()));
    }

    [Fact]
    public void Matrices_of_one_row_are_matrices_where_there_are_no_biases() =>
        Assert.Equal([2, 1, 1], Network("[[[1, 2]], [[3]]]").Layers.AsEnumerable());

    NetworkScript Network(string json, string layers = "") => Read(json, layers).Scene!.Network;

    ReadResult Read(string json, string layers = "")
    {
        scenes.Write("w.json", Encoding.UTF8.GetBytes(json));
        return scenes.Read($"{layers}weights: w.json", "intro", [2, 1]);
    }
}
