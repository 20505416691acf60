using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>What a phase looks at closely: layers, units and weights, under any of their names.</summary>
public class FocusTests
{
    static string With(string focus) => Scenes.With("forward: 10s", $"forward: {{ focus: {focus} }}");

    [Theory]
    [InlineData("hidden", 1, null)]
    [InlineData("output", 2, null)]
    [InlineData("h.3", 1, 2)]
    [InlineData("\"hidden[2]\"", 1, 2)]
    [InlineData("i.1 → h.3", 1, 2)]
    [InlineData("[output, h.3]", 2, null)]
    public void A_focus_is_a_layer_a_unit_or_a_weight(string focus, int layer, int? unit)
    {
        var scene = Scenes.Read(With(focus));
        var options = Assert.IsType<ForwardOptions>(scene.Phases[1]);

        Assert.Equal(layer, options.LayerInView(scene.Network));
        Assert.Equal(unit, options.UnitOf(scene.Network, layer));
    }

    [Fact]
    public void Bare_numbers_name_a_unit_of_each_layer_and_leave_the_view_to_the_lesson()
    {
        var scene = Scenes.Read(With("[3, 0]"));
        var options = Assert.IsType<ForwardOptions>(scene.Phases[1]);

        Assert.Null(options.LayerInView(scene.Network));
        Assert.Equal([3, 0], new[] { 1, 2 }.Select(layer => options.UnitOf(scene.Network, layer)!.Value));
    }

    [Theory]
    [InlineData("hidden7", "focus: no unit is called 'hidden7'")]
    [InlineData("h.9", "focus: hidden has no unit h.9; it has h.1 to h.4, or hidden[0] to hidden[3]")]
    [InlineData("input", "focus: nothing leads to the input")]
    [InlineData("i.1 → o.1", "focus: no weight leads from input to output")]
    [InlineData("[1, hidden]", "focus: a bare number stands in a list of them, one for each layer after the input")]
    public void A_focus_that_is_not_in_the_network_is_an_error(string focus, string message) => Assert.Contains(
        message, Scenes.Parse(With(focus)).Diagnostics.Single(d => d.Severity == Severity.Error).ToString(), StringComparison.Ordinal);
}
