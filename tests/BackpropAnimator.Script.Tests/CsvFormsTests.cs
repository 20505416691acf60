using System.Text;

namespace BackpropAnimator.Script.Tests;

/// <summary>The many ways in which tables are saved as CSV.</summary>
public sealed class CsvFormsTests : IDisposable
{
    readonly SceneFolder folder = new("layers: [2, 3, 1]");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x,y,label\n0.5,-1,1\n2,0.25,0\n")]
    [InlineData("x;y;label\n0.5;-1;1\n2;0.25;0\n")]
    [InlineData("x\ty\tlabel\n0.5\t-1\t1\n2\t0.25\t0\n")]
    [InlineData("x;y;label\n0,5;-1;1\n2;0,25;0\n")]
    [InlineData("x\ty\tlabel\n0,5\t-1\t1\n2\t0,25\t0\n")]
    [InlineData("0.5,-1,1\n2,0.25,0\n")]
    [InlineData("0,5;-1;1\n2;0,25;0\n")]
    [InlineData("\uFEFFx,y,label\r\n0.5,-1,1\r\n2,0.25,0\r\n\r\n")]
    [InlineData("\"x\",\"y; or z\",\"a, \"\"b\"\"\"\n\"0.5\",\"-1\",1\n2,.25,0e0\n\n\n")]
    [InlineData("x,y,label\n0.5,-1,1\n2,0.25,0\n,,\n")]
    public void Every_form_gives_the_same_samples(string csv)
    {
        folder.Write("points.csv", csv);

        var samples = folder.Read("data: { csv: points.csv }").Data!.Samples;

        Assert.Equal([[0.5, -1], [2, 0.25]], samples.Select(s => s.Input.ToArray()));
        Assert.Equal([[1], [0]], samples.Select(s => s.Target.ToArray()));
    }

    [Fact]
    public void Columns_without_names_are_called_x1_x2_and_so_on()
    {
        folder.Write("points.csv", "1,2,3\n4,5,6\n");

        var scene = folder.Read("data: { csv: points.csv, inputs: [x3, x1], targets: x2 }");

        Assert.Equal([3.0, 1], scene.Example.Input.ToArray());
        Assert.Equal([2.0], scene.Example.Target.ToArray());
        Assert.Empty(scene.Network.Inputs.ToArray());
    }

    [Fact]
    public void Names_in_the_first_line_are_those_of_the_inputs_and_outputs()
    {
        folder.Write("points.csv", "sepal_length,y,price\n1,2,3\n");

        var network = folder.Read("data: { csv: points.csv }").Network;

        Assert.Equal(["sepal length", "y"], network.Inputs.ToArray());
        Assert.Equal(["price"], network.OutputNames.ToArray());
    }

    [Theory]
    [InlineData("1,2,0\n3,,1\n", "points.csv:2:3: error: column 2: expected a number from -1000000 to 1000000, found nothing")]
    [InlineData("x,2,l\n1,2,0\n", "points.csv:1:3: error: expected the name of a column, as others in this line, found '2'")]
    [InlineData("x,x,l\n1,2,0\n", "points.csv:1:3: error: a second column 'x'")]
    [InlineData(
        "x,y,l\n1,2,0\n1,2\n3\n4,5,0\n", "points.csv:3:1: error: expected 3 fields, as the first line has, found 2 (and 1 more like it)")]
    [InlineData("x;y;l\n1.5;2,5;0\n", "points.csv:2:5: error: y: expected a number from -1000000 to 1000000, found '2,5'")]
    [InlineData(
        "x,y,l\n1,2e7,0\n1,3e7,0\n",
        "points.csv:2:3: error: y: expected a number from -1000000 to 1000000, found '2e7' (and 1 more like it)")]
    public void A_mistake_is_told_once_where_it_first_is(string csv, string expected)
    {
        folder.Write("points.csv", csv);

        Assert.Equal(expected, Assert.Single(folder.Problems("data: { csv: points.csv }")));
    }

    [Fact]
    public void A_table_of_words_gives_one_error()
    {
        folder.Write("points.csv", "x,y,l\n" + string.Concat(Enumerable.Repeat("red,big,1\n", 500)));

        Assert.Equal(
            "points.csv:2:1: error: x: expected a number from -1000000 to 1000000, found 'red' (and 999 more like it)",
            Assert.Single(folder.Problems("data: { csv: points.csv, targets: l }")));
    }

    [Theory]
    [InlineData("inputs: [x, y], targets: y", "s.yaml:3:51: error: targets: 'y' is an input too")]
    [InlineData("inputs: [x, x], targets: y", "s.yaml:3:38: error: inputs: 'x' is here twice")]
    public void A_column_is_used_once(string keys, string expected)
    {
        folder.Write("points.csv", "x,y,l\n1,2,0\n");

        Assert.Equal(expected, Assert.Single(folder.Problems($"data: {{ csv: points.csv, {keys} }}")));
    }

    [Fact]
    public void Inputs_that_are_left_out_are_the_columns_that_are_not_targets()
    {
        folder.Write("points.csv", "label,x,y\n0,1,2\n");

        Assert.Equal([1.0, 2], folder.Read("data: { csv: points.csv, targets: [label] }").Example.Input.ToArray());
    }

    [Fact]
    public void More_columns_than_the_network_has_inputs_are_not_chosen_from_silently()
    {
        folder.Write("points.csv", "x,y,z,label\n1,2,3,0\n");

        Assert.Equal(
            "s.yaml:3:14: error: csv: expected 2 columns for the inputs, found 3: x, y, z\n  hint: name those that are wanted under " +
                "inputs, or let layers begin with 3",
            Assert.Single(folder.Problems("data: { csv: points.csv, targets: label }", withHints: true)));
    }

    [Fact]
    public void A_column_that_counts_the_rows_is_warned_of()
    {
        folder.Write("points.csv", "Id,x,label\n1,0.5,0\n2,0.25,1\n3,0.75,1\n");

        var result = folder.Result("data: { csv: points.csv, targets: label }");

        Assert.NotNull(result.Scene);
        Assert.Equal(
            (Severity.Warning, "csv: the column 'Id' is an input", "'Id' only numbers the rows: write inputs: [x]"),
            result.Diagnostics.Select(d => (d.Severity, d.Message, d.Hint)).Single());
    }

    [Fact]
    public void Of_too_many_columns_the_one_that_counts_the_rows_is_told()
    {
        folder.Write("points.csv", "Id,x,y,label\n1,0.5,3,0\n2,0.25,2,1\n3,0.75,8,1\n");

        Assert.EndsWith(
            "hint: 'Id' only numbers the rows: write inputs: [x, y]",
            Assert.Single(folder.Problems("data: { csv: points.csv, targets: label }", withHints: true)));
    }

    [Theory]
    [InlineData("", "csv: expected 2 inputs and 1 target, found 785 columns")]
    [InlineData(", targets: label", "csv: expected 2 columns for the inputs, found 784: pixel0, pixel1")]
    [InlineData(", inputs: [pixle1, pixel2]", "inputs: no column is called 'pixle1'\n  hint: did you mean 'pixel1'?")]
    [InlineData(", inputs: [pixel1, pixel2, pixel3]", "inputs: expected 2 items")]
    public void Of_hundreds_of_columns_some_are_named(string keys, string expected)
    {
        var header = string.Join(',', Enumerable.Range(0, 784).Select(i => $"pixel{i}"));
        var row = string.Join(',', Enumerable.Repeat("0", 784));
        folder.Write("digits.csv", $"label,{header}\n5,{row}\n0,{row}\n4,{row}\n");

        var problem = Assert.Single(folder.Problems($"data: {{ csv: digits.csv{keys} }}", withHints: true));

        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.InRange(problem.Length, 1, 400);
    }

    [Theory]
    [InlineData("x", "points.csv:1:3: error: a second column 'x' (and 298 more like it)")]
    [InlineData("7", "points.csv:1:3: error: expected the name of a column, as others in this line, found '7' (and 298 more like it)")]
    public void A_first_line_of_many_mistakes_gives_one_error(string name, string expected)
    {
        var others = string.Join(',', Enumerable.Repeat(name, 299));
        folder.Write("points.csv", $"x,{others}\n1,{string.Join(',', Enumerable.Repeat("2", 299))}\n");

        Assert.Equal(expected, Assert.Single(folder.Problems("data: { csv: points.csv }")));
    }
}
