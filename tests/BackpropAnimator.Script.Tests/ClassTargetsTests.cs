using BackpropAnimator.Tests;

namespace BackpropAnimator.Script.Tests;

/// <summary>A column of classes as the target.</summary>
public sealed class ClassTargetsTests : IDisposable
{
    const string Three = "layers: [1, 3], activation: softmax, loss: categorical_cross_entropy";

    SceneFolder folder = new(Three);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Names_of_classes_are_one_hot_in_the_order_of_their_first_appearance()
    {
        folder.Write("animals.csv", "size,animal\n1,cat\n2,ant\n3,cat\n4,dog\n");

        var scene = folder.Read("data: { csv: animals.csv }");

        Assert.Equal([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]], scene.Data!.Samples.Select(s => s.Target.ToArray()));
        Assert.Equal(["cat", "ant", "dog"], scene.Network.Classes.ToArray());
        Assert.Equal(["size"], scene.Network.Inputs.ToArray());
    }

    [Fact]
    public void Written_classes_give_the_order()
    {
        Use(Three + ", classes: [ant, cat, dog, ]");
        folder.Write("animals.csv", "size,animal\n1,cat\n2,ant\n");

        Assert.Equal([0.0, 1, 0], folder.Read("data: { csv: animals.csv }").Example.Target.ToArray());
    }

    [Fact]
    public void A_class_that_is_not_written_is_told_the_nearest_one_once()
    {
        Use(Three + ", classes: [ant, cat, dog]");
        folder.Write("animals.csv", "size,animal\n1,cta\n2,ant\n3,cta\n");

        Assert.Equal(
            "animals.csv:2:3: error: animal: no class is called 'cta' (and 1 more like it)\n  hint: did you mean 'cat'? Known classes: " +
                "ant, cat, dog",
            Assert.Single(folder.Problems("data: { csv: animals.csv }", withHints: true)));
    }

    [Fact]
    public void Two_classes_of_a_single_output_are_0_and_1()
    {
        Use("layers: [1, 1]");
        folder.Write("animals.csv", "animal;size\ncat;1\ndog;2\ncat;3\n");

        var scene = folder.Read("data: { csv: animals.csv }");

        Assert.Equal([[0], [1], [0]], scene.Data!.Samples.Select(s => s.Target.ToArray()));
        Assert.Equal(["dog"], scene.Network.OutputNames.ToArray());
    }

    [Fact]
    public void Numbers_of_classes_are_taken_as_such_with_softmax()
    {
        folder.Write("animals.csv", "size,animal\n1,2\n2,0\n");

        var scene = folder.Read("data: { csv: animals.csv }");

        Assert.Equal([[0, 0, 1], [1, 0, 0]], scene.Data!.Samples.Select(s => s.Target.ToArray()));
        Assert.Equal(["class 0", "class 1", "class 2"], scene.Network.Classes.ToArray());
    }

    [Theory]
    [InlineData(
        Three, "size,animal\n1,1\n2,3\n",
        "numbers of classes go from 0 to 2; line 3 has '3': number the classes so, or name them with words")]
    [InlineData(
        "layers: [1, 3]", "size,animal\n1,1\n2,2\n",
        "with activation softmax in the output layer, numbers from 0 to 2 are the numbers of classes")]
    public void Numbers_that_may_mean_something_else_are_not_guessed(string network, string csv, string hint)
    {
        Use(network);
        folder.Write("animals.csv", csv);

        Assert.Equal(
            $"s.yaml:3:14: error: targets: animal is one column, and the network has 3 outputs\n  hint: {hint}",
            Assert.Single(folder.Problems("data: { csv: animals.csv }", withHints: true)));
    }

    [Theory]
    [InlineData(
        "size,animal\n1,cat\n2,ant\n3,dog\n4,cow\n",
        "targets: animal has 4 classes ('cat', 'ant', 'dog', 'cow'), and the network 3 outputs\n  hint: let layers end with 4, or name " +
            "another column")]
    [InlineData(
        "size,animal\n1,cat\n2,ant\n",
        "targets: animal has 2 classes ('cat', 'ant'), and the network 3 outputs\n  hint: name all classes under network: classes: " +
            "[...], or let layers end with fewer")]
    [InlineData(
        "name,size,animal\nMia,1,cat\nRex,2,dog\n",
        "csv: several columns hold words: name, animal\n  hint: say which one is the target, for example targets: [animal]")]
    public void Classes_fit_the_outputs(string csv, string expected)
    {
        folder.Write("animals.csv", csv);

        Assert.Equal("s.yaml:3:14: error: " + expected, Assert.Single(folder.Problems("data: { csv: animals.csv }", withHints: true)));
    }

    [Fact]
    public void A_class_that_is_missing_is_told_once()
    {
        folder.Write("animals.csv", "size,animal\n1,cat\n2,ant\n3,\n4,dog\n5,\n");

        Assert.Equal(
            "animals.csv:4:3: error: animal: expected the name of a class, found nothing (and 1 more like it)",
            Assert.Single(folder.Problems("data: { csv: animals.csv }")));
    }

    [Fact]
    public void Targets_that_do_not_fit_the_loss_are_told_once()
    {
        Use("layers: [1, 1], loss: binary_cross_entropy");
        folder.Write("points.csv", "x,y\n" + string.Concat(Enumerable.Repeat("1,7\n", 300)));

        Assert.Equal(
            "points.csv:2:1: error: target: cross-entropy expects a number from 0 to 1, found 7 (and 299 more like it)",
            Assert.Single(folder.Problems("data: { csv: points.csv }")));
    }

    [Theory]
    [InlineData("classes: [a, b]", "s.yaml:1:98: error: classes: expected 3 items, one for each unit of the output layer, found 2")]
    [InlineData("classes: [a, b, a]", "s.yaml:1:105: error: classes: 'a' is here twice")]
    [InlineData("inputs: [a, b]", "s.yaml:1:97: error: inputs: expected 1 items, one for each unit of the input layer, found 2")]
    public void Names_are_as_many_as_units(string names, string expected)
    {
        Use($"{Three},        {names}");

        Assert.Equal(expected, Assert.Single(folder.Problems("example: { input: 1, target: [0, 1, 0] }")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_published_forms_of_the_iris_data_are_read(bool isUcis)
    {
        Use("layers: [4, 8, 3], activation: [relu, softmax], loss: categorical_cross_entropy");
        var published = File.ReadAllText(Path.Combine(Repository.Root, "scenes", "iris.csv"));
        // The file of the UCI repository has no header, longer names of classes, and a blank line at its end.
        var ucis = string.Concat(published.Split('\n')[1..].Select(line => Lengthened(line) + "\n"));
        folder.Write("iris.csv", isUcis ? ucis : published);

        var scene = folder.Read("data: { csv: iris.csv }");

        Assert.Equal(150, scene.Data!.Samples.Length);
        Assert.Equal([5.1, 3.5, 1.4, 0.2], scene.Example.Input.ToArray());
        Assert.Equal([5.9, 3.0, 5.1, 1.8], scene.Data.Samples[^1].Input.ToArray());
        Assert.Equal([0, 0, 1], scene.Data.Samples[^1].Target.ToArray());
        Assert.Equal(50, scene.Data.Samples.Count(s => s.Target[1] == 1));
        Assert.Equal(
            ["setosa", "versicolor", "virginica"], scene.Network.Classes.Select(name => isUcis ? name["Iris-".Length..] : name));
        Assert.Equal(isUcis ? [] : ["sepal length", "sepal width", "petal length", "petal width"], scene.Network.Inputs.ToArray());
    }

    // 5.1,3.5,1.4,0.2,setosa is there 5.1,3.5,1.4,0.2,Iris-setosa.
    static string Lengthened(string line) => line.Length == 0 ? line : line.Insert(line.LastIndexOf(',') + 1, "Iris-");

    void Use(string network)
    {
        folder.Dispose();
        folder = new(network);
    }
}
