using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Every number on screen is the one that the network computes, rounded as it is written.</summary>
public class NumberTests
{
    static readonly Scene scene = Lessons.Read(Lessons.Flagship);
    static readonly Lesson flagship = new(scene, Lessons.Fonts);
    static readonly LearningStep step = Trace(scene);

    // The same network made by hand from what the scene says.
    static LearningStep Trace(Scene scene)
    {
        var drawn = DenseNetwork.Seeded(
            scene.Network.Layers, [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, scene.Network.Seed);
        var network = new DenseNetwork(
            [.. drawn.Layers.Select((layer, l) =>
                new DenseLayer(layer.Weights, Vector<double>.Build.DenseOfEnumerable(scene.Network.Biases[l]), layer.Activation))],
            drawn.Loss);
        return new(
            network,
            new(Vector<double>.Build.DenseOfEnumerable(scene.Example.Input), Vector<double>.Build.DenseOfEnumerable(scene.Example.Target)),
            scene.Network.LearningRate);
    }

    static Frame LastOf(string kind) => flagship.FrameAt(flagship.Chapter(kind).EndFrame - 1);

    static NetworkOnScreen AtTheEndOf(string kind) => new(LastOf(kind), scene.Network.Layers);

    [Fact]
    public void After_forward_every_unit_shows_its_activation_and_every_edge_its_weight()
    {
        var screen = AtTheEndOf("forward");

        Assert.Equal(9, screen.Values.Count);
        Assert.All(screen.Values, v => AssertStandsFor(v.Value, step.Forward.ActivationsOf(v.Key.Layer)[v.Key.Index]));
        Assert.Equal(20, screen.Weights.Count);
        Assert.All(screen.Weights, w => AssertStandsFor(w.Value, step.Before.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From]));
        Assert.Empty(screen.Deltas);
        Assert.Empty(screen.Gradients);
    }

    [Fact]
    public void After_loss_the_targets_the_raw_errors_and_the_loss_stand_on_screen()
    {
        var screen = AtTheEndOf("loss");

        AssertStandFor(screen.After("y ="), step.Example.Target);
        AssertStandFor(screen.After("ŷ"), step.Forward.Output - step.Example.Target);
        AssertStandsFor(Assert.Single(screen.Losses), step.Loss);
    }

    [Fact]
    public void After_backward_every_unit_but_the_inputs_shows_its_delta_and_every_edge_its_gradient()
    {
        var screen = AtTheEndOf("backward");

        Assert.Equal(6, screen.Deltas.Count);
        Assert.All(screen.Deltas, d => AssertStandsFor(d.Value, step.Backward.Layers[d.Key.Layer - 1].Delta[d.Key.Index]));
        Assert.Equal(20, screen.Gradients.Count);
        Assert.All(screen.Gradients, g => AssertStandsFor(g.Value, step.Backward.Layers[g.Key.Layer].WeightGradient[g.Key.To, g.Key.From]));
        // In its weight's place.
        Assert.Empty(screen.Weights);
    }

    [Fact]
    public void After_weight_update_the_weights_the_activations_and_the_loss_are_those_of_a_second_pass()
    {
        var screen = AtTheEndOf("weight_update");
        var updated = step.Before.Updated(step.Backward.Gradient, scene.Network.LearningRate);
        var again = updated.Forward(step.Example.Input);

        Assert.Equal(20, screen.Weights.Count);
        Assert.All(screen.Weights, w => AssertStandsFor(w.Value, updated.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From]));
        Assert.Equal(9, screen.Values.Count);
        Assert.All(screen.Values, v => AssertStandsFor(v.Value, again.ActivationsOf(v.Key.Layer)[v.Key.Index]));
        AssertStandFor(screen.After("ŷ"), again.Output - step.Example.Target);
        var after = updated.Backward(again, step.Example.Target).Loss;
        Assert.True(after < step.Loss);
        AssertStandFor(screen.Losses, [after]);
    }

    [Fact]
    public void The_three_factors_of_the_chain_rule_are_of_one_edge_and_multiply_to_the_gradient_shown_before()
    {
        var before = AtTheEndOf("backward").Gradients;
        var products = Products();

        Assert.Equal([1, 0], products.Select(p => p.Edge.Layer));
        foreach (var (edge, error, slope, input, gradient) in products)
        {
            Assert.Equal(before[edge].Text, gradient.Text);
            // As precisely as the digits written allow.
            var slack = gradient.HalfStep + Math.Abs(slope.Value * input.Value) * error.HalfStep
                + Math.Abs(error.Value * input.Value) * slope.HalfStep + Math.Abs(error.Value * slope.Value) * input.HalfStep;
            Assert.InRange(error.Value * slope.Value * input.Value, gradient.Value - slack, gradient.Value + slack);
        }
    }

    // Each product that chain_rule has on screen in whole, with the edge whose numbers they are.
    static List<(Edge Edge, WrittenNumber Error, WrittenNumber Slope, WrittenNumber Input, WrittenNumber Gradient)> Products()
    {
        var edges = (from l in Enumerable.Range(0, 2) from to in Enumerable.Range(0, scene.Network.Layers[l
            + 1]) from @from in Enumerable.Range(0, scene.Network.Layers[l])
                     select new Edge(l, @from, to)).ToList();
        List<(Edge, WrittenNumber, WrittenNumber, WrittenNumber, WrittenNumber)> products = [];
        foreach (var frame in flagship.Chapter("chain_rule").Frames(every: 6))
        {
            var whole = flagship.FrameAt(frame).Items.OfType<FormulaText>().Where(f => f.Style.Opacity > 0.95).ToList();
            if (Part("error") is not { } error || Part("slope") is not { } slope || Part("input") is not { } input
                || (Part("positive") ?? Part("negative")) is not { } gradient)
                continue;
            var owner = edges.Single(e => error.StandsFor(step.Backward.Layers[e.Layer].Incoming[e.To])
                && slope.StandsFor(step.Backward.Layers[e.Layer].Slope[e.To])
                && input.StandsFor(step.Forward.ActivationsOf(e.Layer)[e.From]));
            if (products.Count == 0 || products[^1].Item1 != owner) products.Add((owner, error, slope, input, gradient));

            WrittenNumber? Part(string name) =>
                whole.SelectMany(f => Regex.Matches(f.Source, $@"\\part{{{name}}}{{(?<content>({{[−+]}}|[^{{}}])*)"))
                .SelectMany(m => WrittenNumber.In(m.Groups["content"].Value)).Select(n => (WrittenNumber?)n).FirstOrDefault();
        }
        return products;
    }

    [Theory]
    [InlineData("forward")]
    [InlineData("loss")]
    [InlineData("backward")]
    [InlineData("chain_rule")]
    [InlineData("weight_update")]
    public void Every_number_inside_a_formula_is_one_that_the_network_computed(string kind)
    {
        var known = Quantities();
        var seen = 0;
        foreach (var frame in flagship.Chapter(kind).Frames(every: 15))
            foreach (var formula in flagship.FrameAt(frame).Items.OfType<FormulaText>())
                foreach (var number in WrittenNumber.In(formula.Source))
                {
                    Assert.True(known.Exists(number.StandsFor), $"{number.Text} in {formula.Source}");
                    seen++;
                }
        Assert.True(seen > 20, $"{seen}");
    }

    static List<double> Quantities()
    {
        List<double> all = [step.Loss, step.LossAfter, step.LearningRate, .. step.Example.Input, .. step.Example.Target];
        for (var l = 0; l < 2; l++)
        {
            var (layer, forward, backward) = (step.Before.Layers[l], step.Forward.Layers[l], step.Backward.Layers[l]);
            // A negative bias is subtracted.
            all.AddRange(
            [
                .. layer.Weights.Enumerate(), .. layer.Biases, .. layer.Biases.Select(Math.Abs),
                    .. step.After.Layers[l].Weights.Enumerate(),
            ]);
            all.AddRange(
            [
                .. forward.PreActivation, .. forward.Activation, .. backward.Incoming, .. backward.Slope, .. backward.Delta,
                .. backward.WeightGradient.Enumerate(),
            ]);
        }
        return all;
    }

    static void AssertStandFor(IReadOnlyList<WrittenNumber> written, IEnumerable<double> values)
    {
        Assert.Equal(values.Count(), written.Count);
        foreach (var (number, value) in written.Zip(values)) AssertStandsFor(number, value);
    }

    static void AssertStandsFor(WrittenNumber written, double value) =>
        Assert.True(written.StandsFor(value), $"{written.Text} for {value}");
}
