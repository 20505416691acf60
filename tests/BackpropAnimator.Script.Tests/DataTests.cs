using System.Text;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

public sealed class DataTests : IDisposable
{
    const string Small = "network: { layers: [2, 3, 1] }\nphases: [intro]\n";

    readonly string folder = Directory.CreateTempSubdirectory("script-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("and", 0, 0, 0, 1)]
    [InlineData("or", 0, 1, 1, 1)]
    [InlineData("xor", 0, 1, 1, 0)]
    public void A_truth_table_is_data(string name, double a, double b, double c, double d)
    {
        var scene = Scenes.Read(Small + $"data: {name}\n");

        Assert.Equal([[0, 0], [0, 1], [1, 0], [1, 1]], scene.Data!.Samples.Select(s => s.Input.ToArray()));
        Assert.Equal([a, b, c, d], scene.Data.Samples.Select(s => Assert.Single(s.Target)));
    }

    [Fact]
    public void Rows_are_data()
    {
        var scene = Scenes.Read(Small + "data:\n  - { input: [1, 2], target: [3] }\n  - { input: [4, 5], target: [6] }\n");

        Assert.Equal([3.0, 6], scene.Data!.Samples.Select(s => s.Target[0]));
        Assert.Equal("s.yaml:5:30", scene.Data.Samples[1].PositionOf(nameof(ExampleScript.Target)).ToString());
    }

    [Fact]
    public void The_first_sample_is_the_example_unless_there_is_one()
    {
        Assert.Equal([0, 0], Scenes.Read(Small + "data: xor\n").Example.Input.ToArray());
        Assert.Equal([1, 0], Scenes.Read(Small + "data: xor\nexample: { input: [1, 0], target: [1] }\n").Example.Input.ToArray());
    }

    [Fact]
    public void A_scene_needs_an_example_or_data() => Scenes.AssertRefused(
        Small,
        "s.yaml:1:1: error: the scene has no 'example'",
        "  hint: 'example': The example that goes through the network. Left out, the first of `data`.");

    [Fact]
    public void A_csv_file_beside_the_scene_is_data()
    {
        Write("points.csv", "x,y,\"the, label\"\n0.5,-1,1\n\n 2 ,3e-1,0\r\n");

        var scene = Read("data: { csv: points.csv }\n").Scene!;

        Assert.Equal([[0.5, -1], [2, 0.3]], scene.Data!.Samples.Select(s => s.Input.ToArray()));
        Assert.Equal([1.0, 0], scene.Data.Samples.Select(s => s.Target[0]));
        Assert.Equal($"{Path.Combine(folder, "points.csv")}:4:1", scene.Data.Samples[1].Position.ToString());
    }

    [Fact]
    public void Columns_are_chosen_by_name()
    {
        Write("points.csv", "label,x,skip,y\n1,2,3,4\n");

        Assert.Equal([4, 2], Read("data: { csv: points.csv, inputs: [y, x], targets: [label] }\n").Scene!.Example.Input.ToArray());
        Assert.Equal([1], Read("data: { csv: points.csv, inputs: [y, x] }\n").Scene!.Example.Target.ToArray());
    }

    [Theory]
    [InlineData("x,y,l\n1,NaN,0\n", "points.csv:2:3: error: y: expected a number from -1000000 to 1000000, found 'NaN'")]
    [InlineData(
        "x,y,l\n1,2,0\n1,inf,yes\n",
        "points.csv:3:3: error: y: expected a number from -1000000 to 1000000, found 'inf' (and 1 more like it)")]
    [InlineData(
        "x,y,l\n1,,0\n",
        "points.csv:2:3: error: y: expected a number from -1000000 to 1000000, found nothing\n  hint: fill it in, or leave the row out")]
    [InlineData("x,y,l\n1,2\n", "points.csv:2:1: error: expected 3 fields, as the first line has, found 2")]
    [InlineData("", "points.csv: error: there are no rows here")]
    [InlineData("x,y,l\n", "points.csv: error: there are no rows here")]
    [InlineData(
        "x,y\n1,2\n",
        "s.yaml:3:14: error: csv: expected 2 inputs and 1 target, found 2 columns\n  hint: the columns are x, y; the network's layers " +
            "must fit them")]
    public void A_bad_csv_file_is_reported_at_its_own_place(string csv, string expected)
    {
        Write("points.csv", csv);

        AssertRefused("data: { csv: points.csv }\n", expected);
    }

    [Theory]
    [InlineData("inputs: [x, why]", "s.yaml:3:38: error: inputs: no column is called 'why'\n  hint: known columns: x, y, l")]
    [InlineData("inputs: [x]", "s.yaml:3:34: error: inputs: expected 2 items, one for each unit of the input layer, found 1")]
    [InlineData("targets: [labl]", "s.yaml:3:36: error: targets: no column is called 'labl'\n  hint: known columns: x, y, l")]
    [InlineData("set: xor", "s.yaml:3:7: error: data: 'set', 'rows' and 'csv' exclude each other\n  hint: keep one of them")]
    public void Columns_must_be_there(string key, string expected)
    {
        Write("points.csv", "x,y,l\n1,2,3\n");

        AssertRefused($"data: {{ csv: points.csv, {key} }}\n", expected);
    }

    [Fact]
    public void A_missing_csv_file_is_reported_where_it_is_named() =>
        AssertRefused("data: { csv: none.csv }\n", "s.yaml:3:14: error: csv: 'none.csv': there is no such file");

    [Fact]
    public void A_csv_file_too_large_is_refused()
    {
        Write("big.csv", new string('x', (8 << 20) + 1));

        AssertRefused("data: { csv: big.csv }\n", "s.yaml:3:14: error: csv: 'big.csv': the file is longer than 8 MiB");
    }

    [Fact]
    public void A_csv_file_of_very_many_rows_is_refused()
    {
        Write("long.csv", "x,y,l\n" + string.Concat(Enumerable.Repeat("0,0,0\n", 100_001)));

        AssertRefused(
            "data: { csv: long.csv }\n",
            "long.csv: error: there are more than 100,000 rows here\n  hint: a lesson shows few: draw a sample");
    }

    [Theory]
    [InlineData("../points.csv")]
    [InlineData("/etc/hostname")]
    [InlineData("sub/../../points.csv")]
    public void A_path_that_leaves_the_folder_is_refused(string csv) => AssertRefused(
        $"data: {{ csv: {csv} }}\n",
        $"s.yaml:3:14: error: csv: '{csv}' is outside the scene's folder\n  hint: put the file beside the scene, or allow reading outside");

    [Fact]
    public void A_link_that_leaves_the_folder_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(folder, "inside.csv"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(folder, "etc"), "/etc");

        AssertRefused(
            "data: { csv: inside.csv }\n",
            "s.yaml:3:14: error: csv: 'inside.csv' is outside the scene's folder\n  hint: put the file beside the scene, or allow " +
                "reading outside");
        File.CreateSymbolicLink(Path.Combine(folder, "round"), "round/round");
        AssertRefused("data: { csv: round/x }\n", "s.yaml:3:14: error: csv: 'round/x': the file cannot be read: too many symbolic links");
        AssertRefused(
            "data: { csv: etc/hostname }\n",
            "s.yaml:3:14: error: csv: 'etc/hostname' is outside the scene's folder\n  hint: put the file beside the scene, or allow " +
                "reading outside");
    }

    [Fact]
    public void A_file_outside_is_read_where_that_is_allowed()
    {
        Write("points.csv", "x,y,l\n1,2,3\n");
        var inner = Directory.CreateDirectory(Path.Combine(folder, "scenes")).FullName;
        File.WriteAllText(Path.Combine(inner, "s.yaml"), Small + "data: { csv: ../points.csv }\n");

        Assert.NotNull(SceneReader.Read(Path.Combine(inner, "s.yaml"), [], allowOutside: true).Scene);
    }

    [Theory]
    [InlineData("data: xnor", "s.yaml:3:7: error: data: expected one of and, or, xor, found 'xnor'\n  hint: did you mean 'xor'?")]
    [InlineData("data: {}", "s.yaml:3:7: error: data: expected one of set, rows and csv\n  hint: for example data: xor")]
    [InlineData("data: []", "s.yaml:3:7: error: data: expected 1 to 10000 items, found 0")]
    [InlineData(
        "data: { set: xor, inputs: [x] }",
        "s.yaml:3:7: error: data: 'inputs' and 'targets' name the columns of a csv file\n  hint: leave them out, or name the file")]
    [InlineData(
        "data: [{ input: [1], target: [1] }]",
        "s.yaml:3:17: error: input: expected 2 items, one for each unit of the input layer, found 1")]
    [InlineData(
        "data: [{ input: [1, 2] }]",
        "s.yaml:3:8: error: data has no 'target'\n  hint: 'target': One number for each unit of the output layer: the right answer.")]
    public void Bad_data_is_refused(string data, string expected) => AssertRefused(data + "\n", expected);

    [Fact]
    public void A_truth_table_needs_two_inputs_and_one_output() => Scenes.AssertRefused(
        Scenes.With("title: A lesson", "data: xor"),
        "s.yaml:1:7: error: data: xor has 2 inputs and 1 target, and the network 3 and 2",
        "  hint: for example layers: [2, 3, 1]");

    [Fact]
    public void Training_has_its_settings()
    {
        var scene =
            Scenes.Read(Small + "data: xor\ntraining: { epochs: 5000, batch: sample, optimizer: momentum, momentum: 0.5, seed: 3 }\n");

        Assert.Equal(new Momentum(), scene.Training.Optimizer);
        Assert.Equal(
            (5000, BatchSize.Sample, 0.5, 3),
            (scene.Training.Epochs, scene.Training.Batch, scene.Training.Momentum, scene.Training.Seed!.Value));
        Assert.Equal(200, Scenes.Read(Small + "data: xor\ntraining: 200\n").Training.Epochs);
        Assert.Equal((1000, BatchSize.Full), (new TrainingScript().Epochs, new TrainingScript().Batch));
        Assert.Equal(new GradientDescent(), new TrainingScript().Optimizer);
    }

    [Theory]
    [InlineData("epochs: 0", "s.yaml:4:21: error: epochs: expected a whole number from 1 to 1000000, found '0'")]
    [InlineData("momentum: 1", "s.yaml:4:23: error: momentum: expected a number from 0 to under 1, found '1'")]
    [InlineData("batch: half", "s.yaml:4:20: error: batch: expected full, sample or a whole number from 1 to 1000000, found 'half'")]
    public void Training_has_its_limits(string setting, string expected)
    {
        var first = Scenes.Parse(Small + $"data: xor\ntraining: {{ {setting} }}\n").Diagnostics.First(d => d.Severity == Severity.Error);

        Assert.Equal(expected, first.ToString());
    }

    [Fact]
    public void Expectations_keep_their_places()
    {
        var scene = Scenes.Read(Small + "data: xor\nexpect:\n  - loss_after < loss_before\n  - \"gradient(hidden[1] -> output[0]) < 0\"\n");

        Assert.Equal(["loss_after < loss_before", "gradient(hidden[1] -> output[0]) < 0"], scene.Expect.Select(e => e.Text));
        Assert.Equal("s.yaml:6:5", scene.Expect[1].Position.ToString());
        Assert.Equal("final_loss < 1", Assert.Single(Scenes.Read(Small + "data: xor\nexpect: final_loss < 1\n").Expect).Text);
    }

    [Theory]
    [InlineData("network.leaky_slope=0.2", "leaky_slope changes nothing: no layer's activation is leaky_relu")]
    [InlineData("network.uniform_range=0.2", "uniform_range changes nothing: initialization is not uniform")]
    [InlineData("training.momentum=0.2", "momentum changes nothing: gradient_descent has no such option")]
    [InlineData("training.seed=3", "seed changes nothing: every update sees all samples")]
    public void A_key_that_changes_nothing_is_a_warning(string change, string expected)
    {
        var result = Scenes.Parse(Small + "data: xor\n", change);

        Assert.Equal($"--set {change}: warning: {expected}", Scenes.Lines(result.Diagnostics));
        Assert.NotNull(result.Scene);
    }

    [Fact]
    public void Training_without_data_is_a_warning() => Assert.Equal(
        "s.yaml:1:11: warning: training changes nothing: there is no data to train on",
        Scenes.Lines(Scenes.Parse(Scenes.With("title: A lesson", "training: 5")).Diagnostics));

    [Fact]
    public void A_categorical_target_adds_up_to_1() => Scenes.AssertRefused(
        Scenes.With("half_squared_error", "categorical_cross_entropy")
            .Replace("target: [1, 0]", "target: [1, 1]", StringComparison.Ordinal),
        "s.yaml:10:11: error: target: categorical_cross_entropy expects numbers that add up to 1, found 2");

    ReadResult Read(string data)
    {
        var file = Path.Combine(folder, "s.yaml");
        File.WriteAllText(file, Small + data);
        return SceneReader.Read(file, []);
    }

    void AssertRefused(string data, string expected)
    {
        var result = Read(data);

        Assert.Null(result.Scene);
        Assert.Equal(
            expected, Scenes.Lines(result.Diagnostics).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
}
