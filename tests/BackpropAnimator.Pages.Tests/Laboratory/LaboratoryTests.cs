using System.Text.Json;
using BackpropAnimator.Lab;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Pages.Tests.Laboratory;

public class LaboratoryTests
{
    static Lab.Laboratory Lab(string? output = null, string loss = "half_squared_error", double[]? target = null)
    {
        var network = DenseNetwork.Seeded(
            [2, 3, 2], [new Tanh(), Activation.All.Single(one => one.Name == (output ?? "sigmoid"))],
            Loss.All.Single(one => one.Name == loss), Initialization.All[0], seed: 5);
        var example = Example.Of([0.5, -0.25], target ?? [1, 0]);
        var plan = new TrainingPlan { Examples = [example], Epochs = 10, LearningRate = 0.5 };
        return new(new() { Network = network, Example = example, Plan = plan });
    }

    static JsonElement NumbersOf(Lab.Laboratory lab) => JsonDocument.Parse(LabJson.NumbersOf(lab)).RootElement;

    static double[] Row(JsonElement row) => [.. row.EnumerateArray().Select(number => number.GetDouble())];

    [Fact]
    public void A_model_comes_back_from_JSON_as_it_was()
    {
        var model = new LabModel
        {
            Network = DenseNetwork.Seeded(
                [3, 2], [new LeakyRelu(0.2)], Loss.All[0], Initialization.All[0], seed: 9),
            Example = Example.Of([0.1, 1 / 3.0, -7], [0.5, 1e-9]),
            Plan = new()
            {
                Examples = [Example.Of([1, 2, 3], [0, 1]), Example.Of([4, 5, 6], [1, 0])],
                Epochs = 30, LearningRate = 0.003, BatchSize = 1, OrderSeed = 4,
                Optimizer = new Adam(Beta1: 0.8), Schedule = new StepDecay(Every: 7), ScheduleEpochs = 30, WeightDecay = 0.01,
            },
            TestSamples = [Example.Of([0, 0, 1], [1, 1])],
            HasData = true,
        };

        var read = LabModel.Parse(model.ToJson());

        Assert.Equal(model.ToJson(), read.ToJson());
        Assert.Equal(model.Network, read.Network);
        Assert.Equal(Trainer.Train(model.Network, model.Plan), Trainer.Train(read.Network, read.Plan));
    }

    [Fact]
    public void A_step_of_learning_is_that_of_the_network()
    {
        var lab = Lab();
        var step = new LearningStep(lab.Network, lab.Example, 0.5);

        Assert.True(lab.Learn());

        Assert.Equal(step.After, lab.Network);
        lab.Reset();
        Assert.Equal(step.Before, lab.Network);
    }

    [Fact]
    public void A_step_takes_the_example_unless_the_data_are_asked_for_and_training_always_takes_the_data()
    {
        var network = DenseNetwork.Seeded([2, 3, 1], [new Tanh(), new Sigmoid()], Loss.All[0], Initialization.All[0], seed: 5);
        var plan = new TrainingPlan { Examples = LogicGates.Xor, Epochs = 10, LearningRate = 0.5 };
        var lab = new Lab.Laboratory(new() { Network = network, Example = plan.Examples[1], Plan = plan, HasData = true });

        Assert.Equal(1, NumbersOf(lab).GetProperty("batch").GetInt32());
        lab.Learn();
        // One of four examples is a quarter of an epoch.
        Assert.Equal(0.25, NumbersOf(lab).GetProperty("epoch").GetDouble());

        lab.Reset();
        Assert.Null(lab.Change("""{ "uses_data": true }"""));
        Assert.Equal(4, NumbersOf(lab).GetProperty("batch").GetInt32());
        Assert.Null(lab.Change("""{ "uses_data": false }"""));
        Assert.Equal(Trainer.Train(network, plan), lab.Train(10));
        Assert.Equal(10, NumbersOf(lab).GetProperty("epoch").GetDouble());
    }

    [Fact]
    public void The_field_is_what_the_network_answers_over_its_input_plane()
    {
        var network = DenseNetwork.Seeded([2, 3, 1], [new Tanh(), new Sigmoid()], Loss.All[0], Initialization.All[0], seed: 5);
        var example = Example.Of([0, 0], [1]);
        var lab = new Lab.Laboratory(new()
        {
            Network = network, Example = example, Plan = new() { Examples = [example], Epochs = 1, LearningRate = 1 },
        });

        var rows = JsonDocument.Parse(LabJson.FieldOf(lab, -1, 1, count: 2)).RootElement.GetProperty("rows");

        double[] top = [network.Forward(Example.Of([-0.5, 0.5], [1]).Input).Output[0],
            network.Forward(Example.Of([0.5, 0.5], [1]).Input).Output[0]];
        Assert.Equal(top, Row(rows[0]));
        Assert.Equal(2, rows.GetArrayLength());
    }

    [Fact]
    public void All_parameters_are_taken_row_by_row()
    {
        var lab = Lab();
        double[] parameters = [.. Enumerable.Range(0, 17).Select(n => n / 10.0)];

        Assert.Null(lab.Change(JsonSerializer.Serialize(new { parameters })));

        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5], lab.Network.Layers[0].Weights.ToRowMajorArray());
        Assert.Equal([0.6, 0.7, 0.8], lab.Network.Layers[0].Biases);
        Assert.Equal([1.5, 1.6], lab.Network.Layers[1].Biases);
    }

    [Theory]
    [InlineData("""{ "loss": "binary_cross_entropy", "activations": ["tanh", "tanh"] }""", "needs outputs between 0 and 1")]
    [InlineData("""{ "activations": ["softmax", "sigmoid"] }""", "softmax is for the output layer only")]
    [InlineData("""{ "input": [1] }""", "do not fit the network")]
    [InlineData("""{ "target": [0.5, 0.5], "weight": [0, 0, 0, 1E999] }""", "finite")]
    public void What_cannot_be_is_told_and_changes_nothing(string changes, string problem)
    {
        var lab = Lab();
        var before = LabJson.NumbersOf(lab);

        Assert.Contains(problem, lab.Change(changes));

        Assert.Equal(before, LabJson.NumbersOf(lab));
    }

    [Fact]
    public void Targets_that_are_shares_make_room_for_the_one_that_is_moved()
    {
        var lab = Lab("softmax", "categorical_cross_entropy");

        Assert.Null(lab.Change("""{ "target": [0.7, 0], "moved": 0 }"""));

        Assert.Equal([0.7, 1 - 0.7], Row(NumbersOf(lab).GetProperty("example").GetProperty("target")));
    }

    [Fact]
    public void Only_losses_that_can_follow_the_output_are_offered()
    {
        var sigmoid = NumbersOf(Lab()).GetProperty("losses").EnumerateArray().Select(name => name.GetString());
        var identity = NumbersOf(Lab("identity")).GetProperty("losses").EnumerateArray().Select(name => name.GetString());

        Assert.Contains("binary_cross_entropy", sigmoid);
        Assert.DoesNotContain("binary_cross_entropy", identity);
    }

    [Fact]
    public void A_step_that_leads_beyond_all_numbers_is_left_out()
    {
        var lab = Lab("identity");
        Assert.Null(lab.Change("""{ "learning_rate": 1E308, "target": [1E10, 0] }"""));

        Assert.False(lab.Learn());
        Assert.False(NumbersOf(lab).TryGetProperty("after", out _));
    }
}
