namespace BackpropAnimator.Cli.Tests;

/// <summary>What a scene's numbers must be, and what it is told when they are not.</summary>
public sealed class NumbersOfScenesTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // z = 0.5·2 − 1·3 + 0.25 = −1.75, L = ½·0.75² = 0.28125; after a step of 0.1 it is 0.045.
    const string ByHand = """
        network: { layers: [2, 1], activation: identity, learning_rate: 0.1, weights: [[[0.5, -1]]], biases: [[0.25]] }
        example: { input: [2, 3], target: [-1] }
        phases: [intro]

        """;

    [Theory]
    [InlineData("loss_before == 0.28125 and loss_after == 0.045 within 1e-12")]
    [InlineData("loss_after < loss_before")]
    [InlineData("output[0] == -1.75 and z(output[0]) == -1.75 and target[0] == -1 and input[1] == 3")]
    [InlineData("delta(output[0]) == -0.75 and raw_error(output[0]) == -0.75 and activation_gradient(output[0]) == -0.75")]
    [InlineData("slope(output[0]) == 1")]
    [InlineData(
        "gradient(input[0] -> output[0]) == -1.5 and gradient(input[1] -> output[0]) == -2.25 and bias_gradient(output[0]) == -0.75")]
    [InlineData("gradient_norm(output) == 2.7041634565979917 within 1e-12")]
    [InlineData("weight(input[1] -> output[0]) == -1 and weight_after(input[1] -> output[0]) == -0.775 within 1e-12")]
    [InlineData(
        "bias(output[0]) == 0.25 and bias_after(output[0]) == 0.325 within 1e-12 and activation_after(output[0]) == -0.7 within 1e-12")]
    [InlineData("weight(input[0] -> output[0]) - learning_rate * gradient(input[0] -> output[0]) == weight_after(input[0] -> output[0]) " +
        "within 1e-12")]
    [InlineData("-(1 + 2) * 2 / 3 == -2 and abs(1 - 3) == 2 and 0 < 1 < 2 <= 2 and 3 >= 3 and 1 != 2")]
    public void What_is_expected_and_so_passes(string claim) => Check(ByHand + $"expect: {claim}\n").Expect(0);

    // a = σ(0.8) after binary cross-entropy: ∂L/∂a = (a − y) / (a(1 − a)), and the raw error is a − y whatever the loss.
    [Theory]
    [InlineData("raw_error(output[0]) == output[0] - 1 and delta(output[0]) == raw_error(output[0])")]
    [InlineData("activation_gradient(output[0]) == -1 / output[0] within 1e-12")]
    [InlineData("activation_gradient(hidden[0]) == weight(hidden[0] -> output[0]) * delta(output[0]) within 1e-12")]
    public void The_raw_error_is_what_an_output_is_off_by_and_no_slope_of_the_loss(string claim) => Check("""
        network: { layers: [1, 1, 1], activation: [identity, sigmoid], loss: binary_cross_entropy, weights: [[[1]], [[0.8]]] }
        example: { input: [1], target: [1] }
        phases: [intro]

        """ + $"expect: {claim}\n").Expect(0);

    [Fact]
    public void Only_an_output_has_a_raw_error() => Assert.Contains(
        "only outputs have a raw_error\n  hint: ∂L/∂a of any unit is activation_gradient(h.1)",
        Check("network: { layers: [1, 1, 1] }\nphases: [intro]\nexpect: raw_error(hidden[0]) > 0\n").Expect(1).Error,
        StringComparison.Ordinal);

    // Two examples with errors of −0.5 and 1.5: their mean gradient is 0.5, and a step of 1 takes it from weight and bias.
    [Theory]
    [InlineData("example_gradient(input[0] -> output[0]) == -0.5 and gradient(input[0] -> output[0]) == 0.5")]
    [InlineData("final_activation(output[0]) == -0.5 within 1e-12")]
    public void Claims_tell_the_examples_own_numbers_from_means_over_the_data(string claim) => Check("""
        network: { layers: [1, 1], activation: identity, learning_rate: 1, weights: [[[0.5]]] }
        data: [{ input: [1], target: [1] }, { input: [1], target: [-1] }]
        training: 1
        phases: [intro]

        """ + $"expect: {claim}\n").Expect(0);

    [Theory]
    [InlineData("loss_after > loss_before", 9, "expected loss_after > loss_before, but 0.045 is not more than 0.28125")]
    [InlineData("loss_before < 0.2", 9, "expected loss_before < 0.2, but 0.28125 is not less than 0.2")]
    [InlineData("1 < 2 and output[0] >= 0", 19, "expected output[0] >= 0, but -1.75 is less than 0")]
    [InlineData("0 < 1 < output[0]", 13, "expected 1 < output[0], but 1 is not less than -1.75")]
    [InlineData("output[0] == -1.5 within 0.1 * 2", 9, "expected output[0] == -1.5 within 0.1 * 2, but -1.75 and -1.5 are 0.25 apart")]
    [InlineData("abs(delta(output[0])) <= 0.5", 9, "expected abs(delta(output[0])) <= 0.5, but 0.75 is more than 0.5")]
    [InlineData("slope(output[0]) != 1", 9, "expected slope(output[0]) != 1, but 1 is equal to 1")]
    [InlineData(
        "1 / (slope(output[0]) - 1) < 2", 9,
        "expected 1 / (slope(output[0]) - 1) < 2, but 1 / (slope(output[0]) - 1) is not a finite number")]
    public void What_is_expected_but_not_so_is_told_with_both_numbers(string claim, int column, string message)
    {
        var outcome = Check(ByHand + $"expect: {claim}\n").Expect(1);

        Assert.Equal($"{bench["scene.yaml"]}:4:{column}: error: {message}", outcome.Error.Split('\n')[0]);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Numbers_that_differ_late_are_shown_with_all_digits()
    {
        var outcome = Check(ByHand + "expect: 0.1 + 0.2 == 0.3\n").Expect(1);

        Assert.Contains(
            "but 0.30000000000000004 is not 0.3\n  hint: numbers are compared to the last digit", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_failed_expectation_is_told_at_once()
    {
        var outcome = Check(ByHand + "expect:\n  - loss_before < 0.2\n  - loss_after < loss_before\n  - 1 > 2\n").Expect(1);

        Assert.Equal(["5", "7"], outcome.Error.TrimEnd('\n').Split('\n').Select(line => line[bench["scene.yaml"].Length..].Split(':')[1]));
    }

    [Fact]
    public void Nothing_is_rendered_of_a_scene_that_is_not_as_expected()
    {
        var scene = bench.Write("scene.yaml", ByHand + "expect: loss_after > loss_before\n");

        Backprop.Run("render", scene, "-o", bench["out.mp4"]).Expect(1);
        Backprop.Run("still", scene, "--at", "1s", "-o", bench["out.png"]).Expect(1);

        Assert.Equal(["scene.yaml"], bench.Made);
    }

    [Fact]
    public void Nothing_is_rendered_of_a_scene_with_a_formula_that_cannot_be_set()
    {
        var scene =
            bench.Write("scene.yaml", ByHand.Replace("[intro]", @"[{ formula: { source: 'a = \frac{1}' } }]", StringComparison.Ordinal));

        Backprop.Run("render", scene, "-o", bench["out.mp4"]).Expect(1);
        var outcome = Backprop.Run("frames", scene, "--every", "30", "-o", bench["out"]);

        outcome.Expect(1);
        Assert.Contains("error: source: at column 13 of the formula: \\frac misses an argument", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["scene.yaml"], bench.Made);
    }

    [Fact]
    public void Xor_is_learnt_and_the_scene_can_say_so() => Check("""
        network: { layers: [2, 2, 1], activation: [tanh, sigmoid], loss: binary_cross_entropy, learning_rate: 0.5, seed: 3 }
        data: xor
        training: 3000
        phases: [intro]
        expect:
          - final_loss < 0.02 and accuracy == 1
          - final_loss < loss(1000) < loss(100) < initial_loss
          - loss(0) == initial_loss and loss(3000) == final_loss
        """).Expect(0);

    [Fact]
    public void Training_that_diverges_is_told_at_the_learning_rate()
    {
        var outcome = Check("network: { layers: [1, 1], activation: identity, learning_rate: 10 }\ndata: { rows: [{ input: [3], target: " +
            "[1] }] }\ntraining: 1000\nphases: [intro]\n").Expect(1);

        Assert.StartsWith(
            $"{bench["scene.yaml"]}:1:65: error: learning_rate: with 10 training diverges: after step ", outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("hint: use a smaller learning rate", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_whose_further_steps_diverge_is_told_at_the_learning_rate()
    {
        var outcome = Check("network: { layers: [1, 1], activation: identity, weights: [[[3]]], learning_rate: 0.5 }\nexample: { input: " +
            "[100], target: [1] }\nphases: [{ outro: { steps: 100 } }]\n").Expect(1);

        // ŷ − y is 299 and grows by 1 − 0.5·(100² + 1) = −4999.5 each step: after 41 the loss is ½·299²·4999.5⁸² ≈ 9·10³⁰⁷.
        Assert.Equal(
            $"{bench["scene.yaml"]}:1:83: error: learning_rate: with 0.5 the lesson diverges: after step 41 of 100, with a loss of " +
                $"9.17E+307, its numbers become too large to reckon with",
            outcome.Error.Split('\n')[0]);
    }

    [Fact]
    public void A_pass_beyond_the_largest_number_is_told_at_the_example()
    {
        var layers = 60;
        var outcome = Check(
            $"network:\n  layers: [{string.Join(", ", Enumerable.Repeat(1, layers))}]\n  activation: relu\n  weights: " +
                $"[{string.Join(", ", Enumerable.Repeat("[[1e6]]", layers - 1))}]\n"
            + "example: { input: [2], target: [1] }\nphases: [intro]\n").Expect(1);

        Assert.Equal(
            $"{bench["scene.yaml"]}:5:10: error: example: z of h52.1 is too large a number to reckon with",
            outcome.Error.Split('\n')[0]);
    }

    [Fact]
    public void A_step_beyond_the_largest_number_is_told_at_the_learning_rate()
    {
        var layers = 24;
        var outcome = Check(
            $"network:\n  layers: [{string.Join(", ", Enumerable.Repeat(1, layers))}]\n  activation: identity\n  learning_rate: 0.5\n  " +
                $"weights: [{string.Join(", ", Enumerable.Repeat("[[1e6]]", layers - 1))}]\n"
            + "example: { input: [2], target: [1] }\nphases: [intro]\n").Expect(1);

        Assert.Equal(
            $"{bench["scene.yaml"]}:4:18: error: learning_rate: a step of 0.5 leads to numbers too large to reckon with",
            outcome.Error.Split('\n')[0]);
    }

    [Theory]
    [InlineData(
        "weights: [[[1, 2], [3, 4]], [[5]]]",
        ":1:60: error: weights[1][0]: expected 2 items, a column for each unit of the hidden layer, found 1")]
    [InlineData(
        "weights: [[[1, 2]], [[5, 6]]]", ":1:41: error: weights[0]: expected 2 items, a row for each unit of the hidden layer, found 1")]
    [InlineData("activation: [softmax, sigmoid]", ":1:44: error: activation: softmax belongs in the output layer, not in hidden")]
    [InlineData("activation: tanh, loss: binary_cross_entropy", ":1:55: error: loss: cross-entropy needs outputs between 0 and 1")]
    public void A_network_that_does_not_fit_is_told_what_would(string keys, string expected)
    {
        var outcome =
            Check($"network: {{ layers: [2, 2, 1], {keys} }}\nexample: {{ input: [1, 0], target: [1] }}\nphases: [intro]\n").Expect(1);

        Assert.StartsWith(bench["scene.yaml"] + expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y,label\n0,1,1\n0,NaN,1\n", "data.csv:3:3: error: y: expected a number from -1000000 to 1000000, found 'NaN'")]
    [InlineData("x,y,label\n0,one,1\n1,2,0\n", "data.csv:2:3: error: y: expected a number from -1000000 to 1000000, found 'one'")]
    [InlineData("x,y\n0,1\n", "scene.yaml:2:14: error: csv: expected 2 inputs and 1 target, found 2 columns")]
    [InlineData(null, "scene.yaml:2:14: error: csv: 'data.csv': there is no such file")]
    public void A_table_that_cannot_be_learnt_from_is_told_where(string? csv, string expected)
    {
        if (csv is not null) bench.Write("data.csv", csv);

        var outcome = Check("network: { layers: [2, 2, 1] }\ndata: { csv: data.csv }\nphases: [intro]\n").Expect(1);

        Assert.Equal(Path.Combine(bench.Folder, expected), outcome.Error.Split('\n')[0]);
    }

    [Fact]
    public void A_table_outside_the_scenes_folder_is_not_read()
    {
        var scene = bench.Write("inner/scene.yaml", "network: { layers: [2, 2, 1] }\ndata: { csv: ../data.csv }\nphases: [intro]\n");
        bench.Write("data.csv", "x,y,label\n0,1,1\n");

        var outcome = Backprop.Run("check", scene).Expect(1);

        Assert.StartsWith(
            $"{scene}:2:14: error: csv: '../data.csv' is outside the scene's folder", outcome.Error, StringComparison.Ordinal);
    }

    Outcome Check(string scene) => Backprop.Run("check", bench.Write("scene.yaml", scene));

    [Theory]
    [InlineData("cancel")]
    [InlineData("classify")]
    [InlineData("slope: { unit: hidden.1 }")]
    public void Activations_that_do_not_fit_the_layers_are_all_that_is_wrong_with_a_scene(string phase)
    {
        foreach (var given in new[] { "[]", "[tanh, tanh, tanh]" })
        {
            var scene = bench.Write("scene.yaml", $$"""
                network: { layers: [2, 3, 1], activation: {{given}} }
                example: { input: [0, 1], target: [1] }
                phases: [forward, loss, { {{phase}} }]

                """);
            Assert.Single(Backprop.Run("check", scene).Expect(1).Error.Split('\n'), line => line.Contains("error:"));
        }
    }
}
