using System.Text.Json;

namespace BackpropAnimator.Cli.Tests;

public sealed class TraceTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory, MemberData(nameof(Seeds))]
    public void A_random_scene_is_traced_as_loops_over_arrays_reckon_it(int seed)
    {
        var scene = new RandomScene(seed);

        var trace = Json(bench.Write("random.yaml", scene.Text));

        var example = new Reckoner(scene, scene.Weights, scene.Biases, scene.Samples[0]);
        var layers = trace.GetProperty("network").GetProperty("layers");
        Assert.Equal(scene.Activations, layers.EnumerateArray().Select(layer => layer.GetProperty("activation").GetString()));
        Assert.Equal(scene.Loss, trace.GetProperty("network").GetProperty("loss").GetString());
        Assert.Equal(scene.LearningRate, trace.GetProperty("network").GetProperty("learning_rate").GetDouble());
        Assert.Equal(scene.Samples[0].Input, Numbers(trace.GetProperty("example").GetProperty("input")));
        Assert.Equal(scene.Samples[0].Target, Numbers(trace.GetProperty("example").GetProperty("target")));
        AssertNear(example.Loss, trace.GetProperty("loss").GetDouble());
        for (var l = 0; l < scene.Weights.Length; l++)
        {
            var (forward, backward) = (trace.GetProperty("forward")[l], trace.GetProperty("backward")[l]);
            Assert.Equal(scene.Weights[l], Rows(layers[l].GetProperty("weights")));
            Assert.Equal(scene.Biases[l], Numbers(layers[l].GetProperty("biases")));
            AssertNear(example.Z[l], forward.GetProperty("z"));
            AssertNear(example.A[l], forward.GetProperty("a"));
            AssertNear(example.Raw[l], backward.GetProperty("dL_da"));
            AssertNear(example.Slope[l], backward.GetProperty("slope"));
            AssertNear(example.Delta[l], backward.GetProperty("delta"));
            AssertNear(example.Delta[l], backward.GetProperty("dL_db"));
            AssertNear(example.WeightGradient[l], backward.GetProperty("dL_dw"));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_update_takes_the_gradient_averaged_over_the_samples(int seed)
    {
        var scene = new RandomScene(seed);
        var samples = scene.Samples.Select(sample => new Reckoner(scene, scene.Weights, scene.Biases, sample)).ToArray();
        double MeanGradient(int l, int j, int i) => samples.Average(sample => sample.WeightGradient[l][j][i]);
        double MeanDelta(int l, int j) => samples.Average(sample => sample.Delta[l][j]);
        double[][][] after = [.. scene.Weights.Select((matrix, l) =>
            matrix.Select((row, j) => row.Select((w, i) => w - scene.LearningRate * MeanGradient(l, j, i)).ToArray()).ToArray())];
        double[][] biasesAfter =
            [.. scene.Biases.Select((row, l) => row.Select((b, j) => b - scene.LearningRate * MeanDelta(l, j)).ToArray())];

        var trace = Json(bench.Write("random.yaml", scene.Text));

        Assert.Equal(scene.Samples.Length > 1, trace.TryGetProperty("gradient", out var gradient));
        for (var l = 0; l < after.Length; l++)
        {
            var layer = trace.GetProperty("after").GetProperty("layers")[l];
            AssertNear(after[l], layer.GetProperty("weights"));
            AssertNear(biasesAfter[l], layer.GetProperty("biases"));
            if (scene.Samples.Length == 1) continue;
            AssertNear(
                [.. after[l].Select((row, j) => row.Select((_, i) => MeanGradient(l, j, i)).ToArray())], gradient[l].GetProperty("dL_dw"));
            AssertNear([.. biasesAfter[l].Select((_, j) => MeanDelta(l, j))], gradient[l].GetProperty("dL_db"));
        }
        AssertNear(
            new Reckoner(scene, after, biasesAfter, scene.Samples[0]).Loss, trace.GetProperty("after").GetProperty("loss").GetDouble());
        var history = trace.GetProperty("history").EnumerateArray().ToArray();
        Assert.Equal([0, 1], history.Select(entry => entry.GetProperty("epoch").GetInt32()));
        AssertNear(samples.Average(sample => sample.Loss), history[0].GetProperty("loss").GetDouble());
        AssertNear(
            scene.Samples.Average(sample => new Reckoner(scene, after, biasesAfter, sample).Loss),
            history[1].GetProperty("loss").GetDouble());
    }

    [Fact]
    public void A_trace_has_the_documented_fields_in_their_order()
    {
        var trace = Json(bench.Scene);

        Assert.Equal(["network", "example", "forward", "loss", "backward", "update", "after", "history"], Names(trace));
        Assert.Equal(["layers", "loss", "learning_rate"], Names(trace.GetProperty("network")));
        Assert.Equal(["activation", "weights", "biases"], Names(trace.GetProperty("network").GetProperty("layers")[0]));
        Assert.Equal(["input", "target"], Names(trace.GetProperty("example")));
        Assert.Equal(["z", "a"], Names(trace.GetProperty("forward")[0]));
        Assert.Equal(["dL_da", "slope", "delta", "dL_dw", "dL_db"], Names(trace.GetProperty("backward")[0]));
        Assert.Equal(["optimizer", "step", "learning_rate"], Names(trace.GetProperty("update")));
        Assert.Equal(["layers", "loss"], Names(trace.GetProperty("after")));
        Assert.Equal(["weights", "biases"], Names(trace.GetProperty("after").GetProperty("layers")[0]));
        Assert.Equal(["epoch", "loss"], Names(trace.GetProperty("history")[0]));
    }

    [Fact]
    public void The_update_tells_what_the_optimizer_remembers()
    {
        var scene = bench.Write(
            "adam.yaml",
            Untrained + "training: { epochs: 100, optimizer: adam, beta1: 0.8, weight_decay: 0.1, schedule: linear, batch: 3 }\n");

        var (first, second) = (Json(scene).GetProperty("update"), Json(scene, "--epoch", "1").GetProperty("update"));

        Assert.Equal(
            ["optimizer", "beta1", "beta2", "epsilon", "step", "learning_rate", "schedule", "weight_decay", "samples", "gradient", "memory",
                "memory_after"],
            Names(first));
        Assert.Equal(("adam", 0.8, 1), (
            first.GetProperty("optimizer").GetString(), first.GetProperty("beta1").GetDouble(), first.GetProperty("step").GetInt32()));
        Assert.Equal(3, second.GetProperty("step").GetInt32());
        AssertNear(0.99 * first.GetProperty("learning_rate").GetDouble(), second.GetProperty("learning_rate").GetDouble());
        var (gradient, biases) = (
            Numbers(first.GetProperty("gradient")[1].GetProperty("dL_db")),
            first.GetProperty("memory_after").GetProperty("first_moment")[1].GetProperty("biases"));
        AssertNear([.. gradient.Select(g => 0.2 * g)], biases);
        Assert.All(Numbers(first.GetProperty("memory").GetProperty("first_moment")[1].GetProperty("biases")), m => Assert.Equal(0, m));
        Assert.Equal(3, first.GetProperty("samples").GetArrayLength());
    }

    [Fact]
    public void Csv_and_tables_tell_what_the_optimizer_remembers()
    {
        var scene = bench.Write("momentum.yaml", Untrained + "training: { epochs: 100, optimizer: momentum }\n");
        var velocity = Json(scene).GetProperty("update").GetProperty("memory_after").GetProperty("velocity")[0].GetProperty("weights")[1][0]
            .GetDouble();

        var csv = Backprop.TextOf(bench, "trace", scene, "--format", "csv").Split('\n');
        Assert.Contains(csv, line => line.StartsWith("hidden,1,0,velocity_after,", StringComparison.Ordinal)
            && double.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture) == velocity);
        var tables = Backprop.TextOf(bench, "trace", scene);
        Assert.Contains("momentum (momentum 0.9), step 1", tables, StringComparison.Ordinal);
        Assert.Contains("velocity", tables, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_at_an_epoch_starts_from_the_network_as_it_is_trained_by_then()
    {
        var scene = bench.Write("xor.yaml", Xor);

        var (first, second) = (Json(scene, "--epoch", "40"), Json(scene, "--epoch", "41"));

        Assert.Equal(40, first.GetProperty("epoch").GetInt32());
        AssertNear(
            Numbers(first.GetProperty("after").GetProperty("layers")[1].GetProperty("biases")),
            second.GetProperty("network").GetProperty("layers")[1].GetProperty("biases"));
        Assert.Equal(101, first.GetProperty("history").GetArrayLength());
    }

    [Fact]
    public void Epochs_of_a_scene_without_data_are_steps_on_its_example()
    {
        var (first, second) = (Json(bench.Scene), Json(bench.Scene, "--epoch", "1"));

        AssertNear(first.GetProperty("after").GetProperty("loss").GetDouble(), second.GetProperty("loss").GetDouble());
        Assert.Equal([0, 1, 2], second.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("epoch").GetInt32()));
    }

    [Fact]
    public void There_is_no_epoch_after_the_last()
    {
        var outcome = Backprop.Run("trace", bench.Write("xor.yaml", Xor), "--epoch", "101").Expect(2);

        Assert.Equal("error: there is no epoch 101: training has 100\n", outcome.Error);
    }

    [Fact]
    public void Csv_has_every_number_of_the_json_one_a_line()
    {
        var trace = Json(bench.Scene);

        var lines = Backprop.TextOf(bench, "trace", bench.Scene, "--format", "csv").TrimEnd('\n').Split('\n');

        Assert.Equal("layer,unit,input,quantity,value", lines[0]);
        var values = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(f => string.Join(',', f[..4]), f => double.Parse(f[4]));
        for (var l = 0; l < 2; l++)
            for (var j = 0; j < 2 - l; j++)
            {
                var name = l == 0 ? "hidden" : "output";
                Assert.Equal(trace.GetProperty("forward")[l].GetProperty("z")[j].GetDouble(), values[$"{name},{j},,z"]);
                Assert.Equal(trace.GetProperty("backward")[l].GetProperty("delta")[j].GetDouble(), values[$"{name},{j},,delta"]);
                for (var i = 0; i < 2; i++)
                {
                    Assert.Equal(trace.GetProperty("backward")[l].GetProperty("dL_dw")[j][i].GetDouble(), values[$"{name},{j},{i},dL_dw"]);
                    Assert.Equal(
                        trace.GetProperty("after").GetProperty("layers")[l].GetProperty("weights")[j][i].GetDouble(),
                        values[$"{name},{j},{i},weight_after"]);
                }
            }
        Assert.Equal(trace.GetProperty("loss").GetDouble(), values[",,,loss"]);
        Assert.Equal(trace.GetProperty("history")[1].GetProperty("loss").GetDouble(), values["history,1,,loss"]);
        // learning rate and step, 2 inputs, 1 target, 2 losses, 2 epochs; 8 numbers a unit, 3 a weight
        Assert.Equal(2 + 2 + 1 + 2 + 2 + 3 * 8 + 6 * 3, values.Count);
    }

    [Fact]
    public void Names_are_in_the_tables_the_json_and_the_worksheet()
    {
        var scene = bench.Write("named.yaml", """
            network: { layers: [2, 2], inputs: [sepal_length, width], classes: [setosa, virginica] }
            data: { rows: [{ input: [1, 3], target: [1, 0] }, { input: [2, 1], target: [0, 1] }], split: 0.5 }
            training: 3
            phases: [intro]
            """);

        var network = JsonDocument.Parse(Backprop.TextOf(bench, "trace", scene, "--format", "json")).RootElement.GetProperty("network");
        var table = Backprop.TextOf(bench, "trace", scene);
        var sheet = Backprop.TextOf(bench, "worksheet", scene);

        Assert.Equal(["sepal_length", "width"], network.GetProperty("inputs").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["setosa", "virginica"], network.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("sepal_length → virginica", table, StringComparison.Ordinal);
        Assert.Contains("1 samples to train on, 1 to test with", table, StringComparison.Ordinal);
        Assert.Contains(@"$x_{1}$ is sepal\_length, $x_{2}$ is width.", sheet, StringComparison.Ordinal);
        Assert.Contains("$y_{1}$ is setosa, $y_{2}$ is virginica.", sheet, StringComparison.Ordinal);
        Assert.Contains("w^{(1)}_{21}", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("_{0", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_tells_how_many_samples_the_trained_network_gets_right()
    {
        var scene = bench.Write(
            "xor.yaml", "network: { layers: [2, 3, 1], learning_rate: 2 }\ndata: xor\ntraining: 3000\nphases: [intro]\n");

        var data = JsonDocument.Parse(Backprop.TextOf(bench, "trace", scene, "--format", "json")).RootElement.GetProperty("data");

        var training = data.GetProperty("training");
        Assert.Equal((4, 4), (training.GetProperty("samples").GetInt32(), training.GetProperty("right").GetInt32()));
        Assert.False(data.TryGetProperty("test", out _));
    }

    [Fact]
    public void A_file_holds_what_standard_output_shows()
    {
        Backprop.Run("trace", bench.Scene, "--format", "json", "-o", bench["trace.json"]).Expect(0);

        Assert.Equal(Backprop.Run("trace", bench.Scene, "--format", "json").Output, File.ReadAllText(bench["trace.json"]));
        Assert.Equal(["trace.json"], bench.Made);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_the_machines_fault()
    {
        var outcome = Backprop.Run("trace", bench.Scene, "-o", bench["missing/trace.json"]).Expect(3);

        Assert.StartsWith($"error: Cannot write {bench["missing/trace.json"]}", outcome.Error, StringComparison.Ordinal);
    }

    const string Untrained = "network: { layers: [2, 2, 1], seed: 3 }\ndata: xor\nphases: [intro]\n";

    const string Xor = Untrained + "training: 100\n";

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 20)];

    JsonElement Json(string scene, params string[] more) =>
        JsonDocument.Parse(Backprop.TextOf(bench, "trace", [scene, "--format", "json", .. more])).RootElement;

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    static double[][] Rows(JsonElement matrix) => [.. matrix.EnumerateArray().Select(Numbers)];

    static void AssertNear(double[][] expected, JsonElement actual) =>
        Assert.All(expected.Zip(actual.EnumerateArray()), rows => AssertNear(rows.First, rows.Second));

    static void AssertNear(double[] expected, JsonElement actual)
    {
        Assert.Equal(expected.Length, actual.GetArrayLength());
        Assert.All(expected.Zip(Numbers(actual)), pair => AssertNear(pair.First, pair.Second));
    }

    static void AssertNear(double expected, double actual) =>
        Assert.True(
            Math.Abs(expected - actual) <= 1e-12 * Math.Max(Math.Abs(expected), Math.Abs(actual)), $"{expected:R} is not {actual:R}");
}
