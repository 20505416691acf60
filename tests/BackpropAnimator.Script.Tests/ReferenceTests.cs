using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>The ways to write which unit or weight is meant.</summary>
public class ReferenceTests
{
    const string Deep = """
        network: { layers: [2, 3, 3, 2], inputs: [sepal_length, width], classes: [setosa, virginica] }
        example: { input: [1, 2], target: [0, 1] }

        """;

    [Theory]
    [InlineData("hidden1[1] -> hidden2[0]", 1, 1, 0)]
    [InlineData("h1.2 -> h2.1", 1, 1, 0)]
    [InlineData("h1.2 → h2.1", 1, 1, 0)]
    [InlineData("hidden1.2→hidden2.1", 1, 1, 0)]
    [InlineData("i.1 → h1.3", 0, 0, 2)]
    [InlineData("sepal_length → h1.3", 0, 0, 2)]
    [InlineData("Sepal length -> h1.3", 0, 0, 2)]
    [InlineData("h2.3 → o.1", 2, 2, 0)]
    [InlineData("h2.3 → o1.1", 2, 2, 0)]
    [InlineData("h2.3 → setosa", 2, 2, 0)]
    public void A_weight_is_written_by_numbers_or_names(string written, int layer, int from, int to)
    {
        var scene = Scenes.Read($"{Deep}phases: [forward, loss, backward, {{ inspect: {{ weight: \"{written}\" }} }}]\n");

        Assert.Equal(new Edge(layer, from, to), scene.Network.Find(((InspectOptions)scene.Phases[^1]).Weight!.Value));
    }

    [Theory]
    [InlineData("h1.4 → h2.1", "hidden1 has no unit h1.4; it has h1.1 to h1.3, or hidden1[0] to hidden1[2]", "layers in order: ")]
    [InlineData("h1.0 → h2.1", "hidden1 has no unit h1.0; it has h1.1 to h1.3, or hidden1[0] to hidden1[2]", "layers in order: ")]
    [InlineData("h3.1 → o.1", "no layer is called 'h3'", "layers in order: input → hidden1 → hidden2 → output")]
    [InlineData("h1.1 → setosa", "no weight leads from hidden1 to output", "layers in order: ")]
    [InlineData("h2.1 → setsa", "no unit is called 'setsa'", "did you mean 'setosa'? Known names: sepal_length, width, setosa, virginica")]
    public void What_is_not_there_is_told(string written, string message, string hint)
    {
        var problem = Assert.Single(
            Scenes.Parse($"{Deep}phases: [forward, loss, backward, {{ inspect: {{ weight: \"{written}\" }} }}]\n").Diagnostics);

        Assert.Equal("weight: " + message, problem.Message);
        Assert.StartsWith(hint, problem.Hint);
    }

    [Theory]
    [InlineData("delta(h1.2) < 1")]
    [InlineData("delta(hidden1[1]) < 1")]
    public void Claims_count_from_1_after_a_point_and_from_0_in_brackets(string claim) =>
        Assert.Equal(new UnitPlace(1, 1), Place(Assert.IsType<UnitFactExpression>(Left(claim)).Unit));

    [Theory]
    [InlineData("o.2 < 1")]
    [InlineData("'virginica' < 1")]
    [InlineData("activation(virginica) < 1")]
    public void A_claim_names_an_output(string claim) =>
        Assert.Equal(new UnitPlace(3, 1), Place(Assert.IsType<UnitFactExpression>(Left(claim)).Unit));

    [Fact]
    public void A_claim_names_a_weight()
    {
        var weight = Assert.IsType<WeightFactExpression>(Left("gradient('sepal length' -> h1.10) < 1")).Weight;

        Assert.Equal((UnitReference.Named("sepal length"), new UnitReference("h1", 9)), (weight.From, weight.To));
    }

    [Theory]
    [InlineData("o. < 1", 1)]
    [InlineData("'setosa < 1", 0)]
    [InlineData("z(h1.2e1) < 1", 4)]
    public void A_unit_in_a_claim_is_whole(string claim, int offset) =>
        Assert.Equal(offset, Assert.Throws<ClaimException>(() => Claim.Parse(claim)).Offset);

    [Fact]
    public void A_unit_is_written_in_short_and_counted_from_1()
    {
        Assert.Equal("h2.1 → o.3", new EdgeReference(new("hidden2", 0), new("output", 2)).ToString());
        Assert.Equal("width", Scenes.Read(Deep + "phases: [intro]\n").ReferenceTo(0, 1).ToString());
    }

    static Expression Left(string claim) => Claim.Parse(claim).Comparisons[0].Left;

    static UnitPlace? Place(UnitReference unit) => Scenes.Read(Deep + "phases: [intro]\n").Network.Find(unit);
}
