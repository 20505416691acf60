namespace BackpropAnimator.Script.Tests;

/// <summary>Values that are good alone and do not fit each other.</summary>
public class FitDiagnosticsTests
{
    [Theory]
    [InlineData(
        "input: [0.9, 0.1, 0.4]", "input: [0.9, 0.1]",
        "s.yaml:9:10: error: input: expected 3 items, one for each unit of the input layer, found 2")]
    [InlineData(
        "input: [0.9, 0.1, 0.4]", "input: []",
        "s.yaml:9:10: error: input: expected 3 items, one for each unit of the input layer, found 0")]
    [InlineData(
        "target: [1, 0]", "target: [1, 0, 1]",
        "s.yaml:10:11: error: target: expected 2 items, one for each unit of the output layer, found 3")]
    public void An_example_fits_the_networks_ends(string old, string bad, string expected) =>
        Scenes.AssertRefused(Scenes.With(old, bad), expected);

    [Fact]
    public void A_broken_layer_list_is_not_held_against_the_example() => Scenes.AssertRefused(
        Scenes.With("[3, 4, 2]", "[5, 4, x]"),
        "s.yaml:3:18: error: layers: expected a whole number from 1 to 1000, found 'x'");

    [Theory]
    [InlineData(
        "weights: [[[1, 2, 3]]]", "s.yaml:7:12: error: weights: expected 2 items, a matrix for each layer after the input, found 1")]
    [InlineData(
        "weights: [[[1, 2, 3], [1, 2], [1, 2, 3], [1, 2, 3]], [[1, 2, 3, 4]]]",
        "s.yaml:7:25: error: weights[0][1]: expected 3 items, a column for each unit of the input layer, found 2\ns.yaml:7:56: error: " +
            "weights[1]: expected 2 items, a row for each unit of the output layer, found 1")]
    [InlineData("biases: [[1, 2, 3, 4]]", "s.yaml:7:11: error: biases: expected 2 items, a list for each layer after the input, found 1")]
    [InlineData(
        "biases: [[1, 2, 3], [1, 2]]", "s.yaml:7:12: error: biases[0]: expected 4 items, one for each unit of the hidden layer, found 3")]
    public void Weights_and_biases_have_the_networks_shape(string line, string expected) =>
        Scenes.AssertRefused(Scenes.With("seed: 7", line), expected.Split('\n'));

    [Theory]
    [InlineData("[[[1, 2, 3], [4, 5, 6]], [[7], [8], [9]]]")]
    [InlineData("{ matrices: [[[1, 2, 3], [4, 5, 6]], [[7], [8], [9]]], order: in_out }")]
    [InlineData("[[[1, 4], [2, 5], [3, 6]], [[7, 8, 9]]]")]
    public void Weights_are_read_the_way_round_that_their_shapes_tell(string weights)
    {
        var matrices = Scenes.Read(
            $"network: {{ layers: [2, 3, 1], weights: {weights} }}\nexample: {{ input: [1, 2], target: 1 }}\nphases: [intro]\n")
            .Network.Weights.Matrices;

        Assert.Equal([[1, 4], [2, 5], [3, 6]], matrices[0].Select(row => row.ToArray()));
        Assert.Equal([[7, 8, 9]], matrices[1].Select(row => row.ToArray()));
    }

    [Theory]
    [InlineData("[[[1, 2], [3, 4]]]", 2)]
    [InlineData("{ matrices: [[[1, 2], [3, 4]]], order: out_in }", 2)]
    [InlineData("{ matrices: [[[1, 2], [3, 4]]], order: in_out }", 3)]
    public void Square_matrices_lie_as_the_scene_says(string weights, double second) => Assert.Equal(
        second,
        Scenes.Read($"network: {{ layers: [2, 2], weights: {weights} }}\nexample: {{ input: [1, 2], target: [1, 0] }}\nphases: [intro]\n")
            .Network.Weights.Matrices[0][0][1]);

    [Fact]
    public void A_side_of_a_comparison_does_not_turn_the_weights_that_it_takes_over()
    {
        var scene = Scenes.Read(
            "network: { layers: [2, 2, 1], weights: { matrices: [[[1, 2], [3, 4]], [[5], [6]]], order: in_out } }\n"
                + "example: { input: [1, 2], target: 1 }\nphases: [{ compare: { left: {}, right: { loss: mse } } }]\n");

        Assert.All(scene.Phases[0].Variants, side => Assert.Equal([1.0, 3], side.Weights.Matrices[0][0].ToArray()));
    }

    [Fact]
    public void Weights_of_which_one_matrix_lies_otherwise_are_told_so_once()
    {
        var (rows, input) = (Repeated("[1, 2, 3, 4]"), Repeated("1"));
        Scenes.AssertRefused(
            $"network: {{ layers: [50, 4, 1], weights: [[{rows}], [[1, 2, 3, 4]]] }}\nexample: {{ input: [{input}], target: 1 }}\n" +
                "phases: [intro]\n",
            "s.yaml:1:42: error: weights[0]: this looks transposed: it has 50 rows of 4, and expected are 4 rows of 50",
            "  hint: write a row for each unit of the hidden layer and a column for each unit of the input layer");

        static string Repeated(string item) => string.Join(", ", Enumerable.Repeat(item, 50));
    }

    [Fact]
    public void An_order_that_the_matrices_do_not_have_is_told() => Scenes.AssertRefused(
        "network: { layers: [2, 1], weights: { matrices: [[[1, 2]]], order: in_out } }\nexample: { input: [1, 2], target: 1 }\n" +
            "phases: [intro]\n",
        "s.yaml:1:68: error: order: as in_out the matrices have 2 rows of 1, and these have not",
        "  hint: leave it out where each has a row for each unit after");

    [Fact]
    public void Rows_of_weights_that_are_all_too_short_are_told_once() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "weights: [[[1, 2], [1, 2], [1, 2], [1, 2]], [[1, 2, 3, 4], [1, 2, 3, 4]]]"),
        "s.yaml:7:14: error: weights[0][0]: expected 3 items, a column for each unit of the input layer, found 2 (and 3 more like it)");

    [Fact]
    public void A_single_number_stands_for_a_list_of_it()
    {
        var scene = Scenes.Read(
            "network: { layers: [1, 1], weights: [[3]], biases: [0.5] }\nexample: { input: 2, target: 1 }\nphases: [intro]\n");

        Assert.Equal([2.0], scene.Example.Input.ToArray());
        Assert.Equal([1.0], scene.Example.Target.ToArray());
        Assert.Equal(3.0, scene.Network.Weights.Matrices[0][0][0]);
        Assert.Equal(0.5, scene.Network.Biases[0][0]);
    }

    [Fact]
    public void A_network_that_would_fill_the_memory_is_refused() => Scenes.AssertRefused(
        Scenes.With("[3, 4, 2]", "[3, 1000, 1000, 1000, 1000, 2]"),
        "s.yaml:3:11: error: layers: these make 3,005,000 weights, and 2,000,000 is the most");

    [Fact]
    public void Activations_are_one_or_one_for_each_layer() => Scenes.AssertRefused(
        Scenes.With("activation: sigmoid", "activation: [sigmoid, tanh, relu]"),
        "s.yaml:4:15: error: activation: expected 1 item for all layers or 2, one for each layer after the input, found 3");

    [Theory]
    [InlineData("softmax", "s.yaml:4:15")]
    [InlineData("[softmax, sigmoid]", "s.yaml:4:16")]
    public void Softmax_belongs_in_the_output_layer(string activation, string at) => Scenes.AssertRefused(
        Scenes.With("activation: sigmoid", $"activation: {activation}"),
        $"{at}: error: activation: softmax belongs in the output layer, not in hidden",
        "  hint: for example [tanh, softmax]");

    [Fact]
    public void Softmax_in_the_output_layer_is_welcome() => Scenes.Read(Scenes.With("activation: sigmoid", "activation: [tanh, softmax]"));

    [Theory]
    [InlineData("binary_cross_entropy", "relu")]
    [InlineData("categorical_cross_entropy", "tanh")]
    public void Cross_entropy_needs_outputs_between_0_and_1(string loss, string activation) => Scenes.AssertRefused(
        Scenes.With("half_squared_error", loss).Replace("activation: sigmoid", $"activation: {activation}", StringComparison.Ordinal),
        "s.yaml:5:9: error: loss: cross-entropy needs outputs between 0 and 1",
        "  hint: let the output layer's activation be sigmoid or softmax");

    [Fact]
    public void Cross_entropy_needs_targets_from_0_to_1() => Scenes.AssertRefused(
        Scenes.With("half_squared_error", "binary_cross_entropy").Replace("target: [1, 0]", "target: [1, -0.5]", StringComparison.Ordinal),
        "s.yaml:10:15: error: target: cross-entropy expects a number from 0 to 1, found -0.5");

    [Theory]
    [InlineData("  - forward: 10s\n", "s.yaml:13:5: error: 'loss' needs 'forward' before it\n  hint: put '- forward' above this line")]
    [InlineData(
        "  - loss: { duration: 5s }\n",
        "s.yaml:14:5: error: 'backward' needs 'loss' before it\n  hint: put '- loss' above this line")]
    [InlineData(
        "  - backward:\n      duration: 16s\n      caption: Who is to blame?\n",
        "s.yaml:16:5: error: 'weight_update' needs 'backward' before it\n  hint: put '- backward' above this line")]
    public void A_phase_comes_after_the_one_that_it_builds_on(string missing, string expected) =>
        Scenes.AssertRefused(Scenes.With(missing, ""), expected.Split('\n'));

    [Fact]
    public void Phases_may_be_left_out_and_repeated() => Scenes.Read(
        Scenes.With("  - chain_rule\n", "").Replace("- outro", "- forward\n  - loss\n  - forward: 2s", StringComparison.Ordinal));

    [Fact]
    public void A_lesson_has_a_phase() => Scenes.AssertRefused(
        Scenes.Good[..Scenes.Good.IndexOf("phases:", StringComparison.Ordinal)] + "phases: []\n",
        "s.yaml:11:9: error: phases: expected 1 to 200 items, found 0");

    [Fact]
    public void A_phase_lasts_a_frame_or_longer() => Scenes.AssertRefused(
        Scenes.With("forward: 10s", "forward: 1ms"),
        "s.yaml:13:14: error: duration: 0.001s is less than one frame, 0.0167s");

    [Fact]
    public void Names_of_phases_are_their_own() => Scenes.AssertRefused(
        Scenes.With("- intro", "- intro: { name: one }").Replace("- outro", "- outro: { name: one }", StringComparison.Ordinal),
        "s.yaml:20:20: error: name: another phase is called 'one'",
        "  hint: it is at s.yaml:12:20");

    [Theory]
    [InlineData("hidden[1] -> output[5]", "output has no unit o.6; it has o.1 to o.2, or output[0] to output[1]")]
    [InlineData("hidden[4] -> output[0]", "hidden has no unit h.5; it has h.1 to h.4, or hidden[0] to hidden[3]")]
    [InlineData("input[1] -> output[0]", "no weight leads from input to output")]
    [InlineData("output[1] -> hidden[0]", "no weight leads from output to hidden")]
    [InlineData("hidden2[1] -> output[0]", "no layer is called 'hidden2'")]
    [InlineData("hidden[1] -> out[0]", "no layer is called 'out'")]
    public void A_weight_that_a_phase_names_is_in_the_network(string edge, string problem) => Scenes.AssertRefused(
        Scenes.With("- chain_rule", $"- chain_rule: {{ edges: [\"input[0] -> hidden[0]\", \"{edge}\"] }}"),
        $"s.yaml:18:52: error: edges: {problem}",
        "  hint: layers in order: input → hidden → output");

    [Theory]
    [InlineData("[4, 1]", "s.yaml:13:24: error: focus: hidden has no unit h.5; it has h.1 to h.4, or hidden[0] to hidden[3]")]
    [InlineData("[1]", "s.yaml:13:23: error: focus: expected 2 items, one unit for each layer after the input, found 1")]
    public void A_unit_in_focus_is_in_the_network(string focus, string expected) =>
        Scenes.AssertRefused(Scenes.With("forward: 10s", $"forward: {{ focus: {focus} }}"), expected);

    [Fact]
    public void A_pause_to_think_in_leaves_time_for_question_and_answer() => Scenes.AssertRefused(
        Scenes.With("- outro", "- question: { text: Why?, answer: Because., duration: 6s, pause: 7s }"),
        "s.yaml:20:68: error: pause: 7s leaves no time for the question and its answer, which have 6s in all");

    [Fact]
    public void A_phase_that_trains_needs_data() => Scenes.AssertRefused(
        Scenes.With("- outro", "- train"),
        "s.yaml:20:5: error: 'train' needs data, and the scene has none",
        "  hint: for example data: xor");

    [Fact]
    public void A_phase_that_trains_comes_to_an_end() => Scenes.AssertRefused(
        Scenes.With("- outro", "- train: { epochs: 1000000 }") + "data: { rows: ["
            + string.Concat(Enumerable.Repeat("{ input: [0.1, 0.2, 0.3], target: [1, 0] }, ", 2000)) + "] }\n",
        "s.yaml:20:22: error: epochs: 1,000,000 epochs of 2,000 samples take too long in a network of 26 weights and biases",
        "  hint: up to 221,238 epochs are fine");

    [Theory]
    [InlineData(
        "weight: \"hidden[9] -> output[0]\"", "weight: hidden has no unit h.10; it has h.1 to h.4, or hidden[0] to hidden[3]",
        "layers in order: input → hidden → output")]
    [InlineData("sample: 1", "sample: the scene has no data", "for example data: xor; without it the example is shown")]
    public void What_is_inspected_is_there(string option, string problem, string hint) => Scenes.AssertRefused(
        Scenes.With("- outro", $"- inspect: {{ {option} }}"), $"s.yaml:20:24: error: {problem}", $"  hint: {hint}");

    [Fact]
    public void A_sample_that_two_networks_are_shown_is_there() => Scenes.AssertRefused(
        Scenes.With("- outro", "- compare: { left: {}, right: { seed: 2 }, sample: 0 }"),
            "s.yaml:20:54: error: sample: the scene has no data", "  hint: for example data: xor; without it the example is shown");

    [Fact]
    public void A_sample_that_is_inspected_is_among_the_data() => Scenes.AssertRefused(
        Scenes.With("- outro", "- inspect: { sample: 2 }")
            + "data: { rows: [{ input: [0.1, 0.2, 0.3], target: [1, 0] }, { input: [1, 2, 3], target: [0, 1] }] }\n",
        "s.yaml:20:24: error: sample: there is no sample 2; the data has 0 to 1");
}
