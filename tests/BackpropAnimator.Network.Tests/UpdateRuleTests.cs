using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Every optimizer, with and without weight decay, against loops over single numbers from the textbooks.</summary>
public class UpdateRuleTests
{
    const int Steps = 60;

    const double Eta = 0.03, Tolerance = 1e-12;

    static readonly DenseNetwork Start =
        DenseNetwork.Seeded([2, 3, 1], [new Tanh(), new Sigmoid()], new BinaryCrossEntropy(), Initialization.Default, seed: 5);

    public static TheoryData<string, double> OptimizersAndDecays()
    {
        var pairs = new TheoryData<string, double>();
        foreach (var optimizer in Optimizer.All)
            foreach (var decay in new[] { 0, 0.02 })
                pairs.Add(optimizer.Name, decay);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(OptimizersAndDecays))]
    public void Training_is_the_loop_of_the_textbook(string name, double decay)
    {
        var plan = PlanOf(name, decay);
        var expected = Textbook(name, decay, Steps);

        AssertEqual(expected, NumbersOf(Trainer.Train(Start, plan).Network), Tolerance);
    }

    [Theory]
    [MemberData(nameof(OptimizersAndDecays))]
    public void Learning_steps_go_the_way_of_the_training(string name, double decay)
    {
        var plan = PlanOf(name, decay);
        var step = new LearningStep(Start, LogicGates.Xor[0], plan.Rule, null, plan.Examples);
        for (var n = 1; n < 5; n++)
        {
            Assert.Equal(n, step.Number);
            step = new LearningStep(step.After, step.Example, plan.Rule, step.StateAfter, plan.Examples);
        }

        AssertEqual(NumbersOf(Trainer.Train(Start, plan with { Epochs = 5 }).Network), NumbersOf(step.After), Tolerance);
    }

    [Theory]
    [MemberData(nameof(OptimizersAndDecays))]
    public void The_lines_that_are_written_out_lead_to_the_new_weight(string name, double decay)
    {
        var rule = PlanOf(name, decay).Rule;
        LearningStep? step = null;
        for (var n = 0; n < 3; n++)
        {
            step = new LearningStep(step?.After ?? Start, LogicGates.Xor[1], rule, step?.StateAfter);
            foreach (var weight in new[] { new WeightAddress(0, 1, 2), new WeightAddress(1, 2, 0) })
            {
                AssertEqual(step.After.WeightAt(weight), step.WorkingOf(weight)[^1].Result.Value);
                AssertRemembered(step, step.WorkingOf(weight), memory => memory.WeightAt(weight));
            }

            var bias = new UnitAddress(0, 1);
            AssertEqual(step.After.Layers[0].Biases[1], step.WorkingOf(bias)[^1].Result.Value);
            AssertRemembered(step, step.WorkingOf(bias), memory => memory.Layers[0].Biases[1]);
        }
    }

    [Theory]
    [MemberData(nameof(OptimizersAndDecays))]
    public void A_step_leaves_what_it_starts_from_as_it_is(string name, double decay)
    {
        var rule = PlanOf(name, decay).Rule;
        var first = new LearningStep(Start, LogicGates.Xor[1], rule, null);
        var (memory, steps) = (first.MemoryIn(first.StateAfter), first.StateAfter.Steps);
        var again = new[] { 0, 1 }.Select(_ => new LearningStep(first.After, LogicGates.Xor[2], rule, first.StateAfter)).ToList();

        Assert.Equal(again[0].After, again[1].After);
        Assert.Equal(steps, first.StateAfter.Steps);
        Assert.Equal(memory.AsEnumerable(), first.MemoryIn(first.StateAfter).AsEnumerable());
    }

    [Fact]
    public void Weight_decay_leaves_biases_alone()
    {
        // No error, no gradient: all that moves a weight is its decay.
        var network = new DenseNetwork([new DenseLayer(Matrix([2, -4]), Vector(3), new Identity())], new HalfSquaredError());
        var example = Example.Of([0, 0], [3]);
        foreach (var optimizer in new Optimizer[] { new GradientDescent(), new Momentum(), new AdamW() })
        {
            var after = new LearningStep(network, example, new UpdateRule(0.5) { Optimizer = optimizer, WeightDecay = 0.1 }, null).After;

            AssertEqual([2 * 0.95, -4 * 0.95], after.Layers[0].Weights.Enumerate());
            Assert.Equal(3, after.Layers[0].Biases[0]);
        }
    }

    [Fact]
    public void Adam_and_AdamW_differ_in_nothing_but_their_decay()
    {
        AssertEqual(
            NumbersOf(Trainer.Train(Start, PlanOf("adam", 0)).Network), NumbersOf(Trainer.Train(Start, PlanOf("adamw", 0)).Network), 0);
        Assert.NotEqual(Trainer.Train(Start, PlanOf("adam", 0.02)).Network, Trainer.Train(Start, PlanOf("adamw", 0.02)).Network);
    }

    static TrainingPlan PlanOf(string name, double decay) => new()
    {
        Examples = LogicGates.Xor, Epochs = Steps, LearningRate = Eta, WeightDecay = decay,
        Optimizer = Optimizer.All.Single(optimizer => optimizer.Name == name),
    };

    static void AssertRemembered(LearningStep step, IReadOnlyList<UpdateLine> lines, Func<Gradient, double> number)
    {
        var replaced = lines.Where(line => line.Relation == @"\leftarrow").SkipLast(1).Select(line => line.Result.Value);
        AssertEqual(step.MemoryIn(step.StateAfter).Select(number), replaced);
    }

    // Goodfellow et al. (2016), §8.3 and 8.5, and the definitions in PyTorch's documentation, one number after the other.
    static double[] Textbook(string name, double decay, int steps)
    {
        var network = Start;
        var count = NumbersOf(network).Length;
        var (v, m) = (new double[count], new double[count]);
        for (var t = 1; t <= steps; t++)
        {
            var (p, isWeight) = (NumbersOf(network), IsWeight(network));
            var slopes = NumbersOf(network.GradientOver(LogicGates.Xor));
            for (var i = 0; i < count; i++)
            {
                var lambda = isWeight[i] ? decay : 0;
                var g = name == "adamw" ? slopes[i] : slopes[i] + lambda * p[i];
                switch (name)
                {
                    case "gradient_descent":
                        p[i] -= Eta * g;
                        break;
                    case "momentum":
                        v[i] = 0.9 * v[i] + g;
                        p[i] -= Eta * v[i];
                        break;
                    case "nesterov":
                        v[i] = 0.9 * v[i] + g;
                        p[i] -= Eta * (g + 0.9 * v[i]);
                        break;
                    case "adagrad":
                        v[i] += g * g;
                        p[i] -= Eta * g / (Math.Sqrt(v[i]) + 1e-10);
                        break;
                    case "rmsprop":
                        v[i] = 0.9 * v[i] + 0.1 * g * g;
                        p[i] -= Eta * g / (Math.Sqrt(v[i]) + 1e-8);
                        break;
                    case "adam" or "adamw":
                        if (name == "adamw")
                            p[i] *= 1 - Eta * lambda;
                        m[i] = 0.9 * m[i] + 0.1 * g;
                        v[i] = 0.999 * v[i] + 0.001 * g * g;
                        p[i] -= Eta * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
                        break;
                    default:
                        throw new ArgumentException($"{name} has no loop here yet.", nameof(name));
                }
            }

            network = With(p);
        }

        return NumbersOf(network);
    }

    // Layer by layer the rows of weights, then the biases.
    static double[] NumbersOf(DenseNetwork network) =>
        [.. network.Layers.SelectMany(layer => layer.Weights.EnumerateRows().SelectMany(row => row).Concat(layer.Biases))];

    static double[] NumbersOf(Gradient gradient) =>
        [.. gradient.Layers.SelectMany(layer => layer.Weights.EnumerateRows().SelectMany(row => row).Concat(layer.Biases))];

    static bool[] IsWeight(DenseNetwork network) => [.. network.Layers.SelectMany(layer =>
        Enumerable.Repeat(true, layer.InputCount * layer.UnitCount).Concat(Enumerable.Repeat(false, layer.UnitCount)))];

    static DenseNetwork With(double[] numbers)
    {
        var next = 0;
        double Take() => numbers[next++];
        double[] Several(int count) => [.. Enumerable.Range(0, count).Select(_ => Take())];
        return new DenseNetwork(
            [.. Start.Layers.Select(layer => new DenseLayer(
                Matrix([.. Enumerable.Range(0, layer.UnitCount).Select(_ => Several(layer.InputCount))]),
                Vector(Several(layer.UnitCount)),
                layer.Activation))],
            Start.Loss);
    }
}
