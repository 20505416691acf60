using System.Globalization;

namespace BackpropAnimator.Script.Tests;

/// <summary>Data split into a part for training and one for tests, and standardised.</summary>
public sealed class DataPartsTests
{
    const string Small = "network: { layers: [2, 1], seed: 4 }\nphases: [intro]\n";

    [Fact]
    public void A_split_keeps_a_share_for_training_and_the_rest_for_tests()
    {
        var data = Scenes.Read(Ten("split: 0.8")).Data!;

        Assert.Equal((8, 2), (data.Samples.Length, data.TestSamples.Length));
        Assert.Equal(Enumerable.Range(0, 10).Select(n => (double)n), data.Samples.Concat(data.TestSamples).Select(s => s.Input[0]).Order());
    }

    [Fact]
    public void The_same_seed_draws_the_same_split_and_another_one_another()
    {
        Assert.Equal(TestInputs("split: 0.7, seed: 4"), TestInputs("split: 0.7"));
        Assert.NotEqual(TestInputs("split: 0.7, seed: 5"), TestInputs("split: 0.7"));

        static double[] TestInputs(string keys) => [.. Scenes.Read(Ten(keys)).Data!.TestSamples.Select(s => s.Input[0])];
    }

    [Fact]
    public void Standardised_inputs_are_z_scores_with_the_deviation_of_all_values()
    {
        var scene = Scenes.Read(
            Small + "data:\n  standardize: true\n  rows: [{ input: [1, 5], target: 0 }, { input: [3, 9], target: 1 }, { input: [5, 7], " +
                "target: 1 }]\n");

        // Means 3 and 7; deviations √(8/3) over n, not 2 over n − 1.
        var z = Math.Sqrt(1.5);
        Assert.Equal([-z, -z, 0, z, z, 0], scene.Data!.Samples.SelectMany(s => s.Input), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(scene.Data.Samples[0].Input, scene.Example.Input.ToArray());
    }

    [Fact]
    public void Test_samples_and_the_example_are_scaled_by_the_training_part()
    {
        var scene = Scenes.Read(Ten("split: 0.5, standardize: true") + "example: { input: [20, 3], target: 1 }\n");
        var plain = Scenes.Read(Ten("split: 0.5")).Data!;

        var mean = plain.Samples.Average(s => s.Input[0]);
        var deviation = Math.Sqrt(plain.Samples.Average(s => Math.Pow(s.Input[0] - mean, 2)));
        Assert.Equal((20 - mean) / deviation, scene.Example.Input[0], 12);
        Assert.Equal(
            plain.TestSamples.Select(s => (s.Input[0] - mean) / deviation), scene.Data!.TestSamples.Select(s => s.Input[0]),
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_constant_input_becomes_0_and_is_warned_of()
    {
        var result = Scenes.Parse(
            Small + "data: { standardize: true, rows: [{ input: [1, 0.1], target: 0 }, { input: [3, 0.1], target: 1 }, { input: [4, " +
                "0.1], target: 1 }] }\n");

        Assert.Equal([0.0, 0, 0], result.Scene!.Data!.Samples.Select(s => s.Input[1]));
        Assert.Equal(
            "s.yaml:3:22: warning: standardize: input 2 is 0.1 in every sample, and becomes 0\n  hint: it tells the network nothing: " +
                "leave it out of the inputs",
            Scenes.Lines(result.Diagnostics));
    }

    [Theory]
    [InlineData("split: 1", "s.yaml:3:16: error: split: expected a number between 0 and 1, found '1'")]
    [InlineData("standardize: 1", "s.yaml:3:22: error: standardize: expected true or false, found '1'\n  hint: write true")]
    public void The_keys_have_their_limits(string key, string expected) => Scenes.AssertRefused(Ten(key), expected.Split('\n'));

    [Fact]
    public void A_seed_without_a_split_changes_nothing() => Assert.Equal(
        "s.yaml:3:15: warning: seed changes nothing: the data is not split",
        Scenes.Lines(Scenes.Parse(Ten("seed: 3")).Diagnostics));

    [Fact]
    public void Other_test_samples_make_another_fingerprint() =>
        Assert.NotEqual(SceneFingerprint.Of(Scenes.Read(Ten("split: 0.7"))), SceneFingerprint.Of(Scenes.Read(Ten("split: 0.8"))));

    [Fact]
    public void The_accuracy_on_tests_needs_a_split() => Scenes.AssertRefused(
        Ten("standardize: true") + "expect: test_accuracy > 0.5\n",
        "s.yaml:4:9: error: expect: test_accuracy needs samples that training does not see",
        "  hint: for example data: { csv: points.csv, split: 0.8 }");

    static string Ten(string keys)
    {
        var rows = Enumerable.Range(0, 10)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{{ input: [{n}, {n % 3}], target: {n % 2} }}"));
        return $"{Small}data: {{ {keys}, rows: [{string.Join(", ", rows)}] }}\n";
    }
}
