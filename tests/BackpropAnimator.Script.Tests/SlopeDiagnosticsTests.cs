namespace BackpropAnimator.Script.Tests;

/// <summary>What the phases slope and cancel can be asked for.</summary>
public class SlopeDiagnosticsTests
{
    [Theory]
    [InlineData("slope")]
    [InlineData("slope: { activation: tanh, values: [0, -0.5, 0.99] }")]
    [InlineData("slope: { activation: relu, values: [0, 3] }")]
    [InlineData("slope: { activation: leaky_relu, values: [-0.1, 3] }")]
    [InlineData("slope: { unit: \"hidden[3]\", values: [0.5] }")]
    [InlineData("slope: { unit: \"output[1]\", activation: sigmoid }")]
    public void Curves_are_shown_at_the_values_that_they_have(string phase) => Scenes.Read(Scenes.With("- outro", "- " + phase));

    [Theory]
    [InlineData("values: [0.5, 1.2]", "s.yaml:20:28: error: values: sigmoid gives numbers between 0 and 1, found 1.2")]
    [InlineData("values: [0]", "s.yaml:20:23: error: values: sigmoid gives numbers between 0 and 1, found 0")]
    [InlineData("activation: tanh, values: [-1]", "s.yaml:20:41: error: values: tanh gives numbers between -1 and 1, found -1")]
    [InlineData("activation: relu, values: [-1]", "s.yaml:20:41: error: values: relu gives numbers from 0, found -1")]
    [InlineData("activation: elu, values: [-1]", "s.yaml:20:40: error: values: elu gives numbers above -1, found -1")]
    [InlineData("activation: softmax", "s.yaml:20:26: error: slope: an output of softmax depends on the z of all others, and is no curve")]
    [InlineData("activation: gelu", "s.yaml:20:26: error: slope: the slope of gelu does not follow from a")]
    [InlineData("unit: \"output[2]\"", "s.yaml:20:20: error: unit: output has no unit o.3; it has o.1 to o.2, or output[0] to output[1]")]
    [InlineData("unit: \"input[0]\"", "s.yaml:20:20: error: unit: an input has no slope")]
    [InlineData("unit: \"middle[0]\"", "s.yaml:20:20: error: unit: no layer is called 'middle'")]
    [InlineData("unit: output", "s.yaml:20:20: error: unit: no unit is called 'output'")]
    [InlineData("unit: \"output[0]\", activation: tanh", "s.yaml:20:45: error: activation: o.1 has sigmoid, and this shows tanh")]
    public void What_a_curve_does_not_have_is_told(string options, string expected)
    {
        var result = Scenes.Parse(Scenes.With("- outro", $"- slope: {{ {options} }}"));

        Assert.Null(result.Scene);
        Assert.StartsWith(expected, Assert.Single(result.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sigmoid", "half_squared_error")]
    [InlineData("[tanh, softmax]", "binary_cross_entropy")]
    [InlineData("sigmoid", "categorical_cross_entropy")]
    public void Slopes_that_do_not_cancel_are_told(string activation, string loss)
    {
        var text = Scenes.With("- outro", "- cancel").Replace("activation: sigmoid", $"activation: {activation}", StringComparison.Ordinal)
            .Replace("half_squared_error", loss, StringComparison.Ordinal);
        var output = activation.Trim('[', ']').Split(' ')[^1];
        Scenes.AssertRefused(
            text,
            $"s.yaml:20:5: error: cancel: the slopes of {loss} and {output} do not cancel",
            "  hint: they do for binary_cross_entropy after sigmoid, and for categorical_cross_entropy after softmax");
    }

    [Theory]
    [InlineData("sigmoid", "binary_cross_entropy")]
    [InlineData("[tanh, softmax]", "categorical_cross_entropy")]
    public void Slopes_that_cancel_are_welcome(string activation, string loss) => Scenes.Read(
        Scenes.With("- outro", "- cancel: { output: 1 }")
            .Replace("activation: sigmoid", $"activation: {activation}", StringComparison.Ordinal)
            .Replace("half_squared_error", loss, StringComparison.Ordinal));

    [Fact]
    public void An_output_that_is_not_there_cannot_be_shown() => Scenes.AssertRefused(
        Scenes.With("- outro", "- cancel: { output: 2 }").Replace("half_squared_error", "binary_cross_entropy", StringComparison.Ordinal),
        "s.yaml:20:23: error: output: output has no unit o.3; it has o.1 to o.2, or output[0] to output[1]");
}
