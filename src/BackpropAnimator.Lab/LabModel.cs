using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;
using static BackpropAnimator.Lab.NumberJson;

namespace BackpropAnimator.Lab;

/// <summary>
/// What a laboratory starts from: the network, the example that is looked at, and the training. As JSON it travels in a page.
/// </summary>
public sealed record LabModel
{
    /// <summary>Untrained.</summary>
    public required DenseNetwork Network { get; init; }

    public required Example Example { get; init; }

    /// <summary>The training on the data, or on the example alone where there is none.</summary>
    public required TrainingPlan Plan { get; init; }

    /// <summary>What training does not see, and its success is measured by.</summary>
    public ImmutableArray<Example> TestSamples { get; init; } = [];

    /// <summary>Whether there are data, so that an update takes a batch of them; otherwise it takes the example.</summary>
    public bool HasData { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    public static LabModel Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var layers = root.GetProperty("layers").EnumerateArray().Select(LayerIn).ToImmutableArray();
        return new()
        {
            Network = new(layers, Named(Loss.All, root.GetProperty("loss"))),
            Example = ExampleIn(root.GetProperty("example")),
            Plan = PlanIn(root.GetProperty("training"), root.GetProperty("learning_rate").GetDouble()),
            TestSamples = ExamplesIn(root.GetProperty("test")),
            HasData = root.GetProperty("has_data").GetBoolean(),
        };
    }

    public string ToJson() => Text(json =>
    {
        StepJson.Network(json, Network, Plan.LearningRate);
        StepJson.Example(json, Example);
        WritePlan(json);
        Objects(json, "test", TestSamples, example => StepJson.ExampleFields(json, example));
        json.WriteBoolean("has_data", HasData);
    });

    void WritePlan(Utf8JsonWriter json)
    {
        json.WriteStartObject("training");
        json.WriteNumber("epochs", Plan.ScheduleEpochs ?? Plan.Epochs);
        if (Plan.BatchSize is { } batch) json.WriteNumber("batch", batch);
        WriteOptions(json, "optimizer", Plan.Optimizer.Name, Plan.Optimizer.Options);
        WriteOptions(json, "schedule", Plan.Schedule.Name, Plan.Schedule.Options);
        Number(json, "weight_decay", Plan.WeightDecay);
        json.WriteNumber("seed", Plan.OrderSeed);
        Objects(json, "data", Plan.Examples, example => StepJson.ExampleFields(json, example));
        json.WriteEndObject();
    }

    static void WriteOptions(Utf8JsonWriter json, string key, string name, ImmutableArray<(string Name, double Value)> options)
    {
        json.WriteStartObject(key);
        json.WriteString("name", name);
        foreach (var (option, value) in options) Number(json, option, value);
        json.WriteEndObject();
    }

    static TrainingPlan PlanIn(JsonElement training, double learningRate)
    {
        var (optimizer, schedule) = (training.GetProperty("optimizer"), training.GetProperty("schedule"));
        var epochs = training.GetProperty("epochs").GetInt32();
        return new()
        {
            Examples = ExamplesIn(training.GetProperty("data")),
            Epochs = epochs,
            LearningRate = learningRate,
            BatchSize = (int?)OptionIn(training, "batch"),
            Optimizer = Named(Optimizer.All, optimizer.GetProperty("name")).Configured(new(
                OptionIn(optimizer, "momentum"), OptionIn(optimizer, "beta1"), OptionIn(optimizer, "beta2"), OptionIn(optimizer, "rho"),
                OptionIn(optimizer, "epsilon"))),
            Schedule = Named(LearningRateSchedule.All, schedule.GetProperty("name")).Configured(new(
                (int?)OptionIn(schedule, "every"), OptionIn(schedule, "factor"), OptionIn(schedule, "final"),
                (int?)OptionIn(schedule, "epochs"))),
            ScheduleEpochs = epochs,
            WeightDecay = training.GetProperty("weight_decay").GetDouble(),
            OrderSeed = training.GetProperty("seed").GetInt64(),
        };
    }

    static DenseLayer LayerIn(JsonElement layer) => new(
        Matrix<double>.Build.DenseOfRows(layer.GetProperty("weights").EnumerateArray().Select(row => (IEnumerable<double>)NumbersIn(row))),
        Vector<double>.Build.Dense(NumbersIn(layer.GetProperty("biases"))),
        Named(Activation.All, layer.GetProperty("activation"))
            .Configured(new(OptionIn(layer, "leaky_slope") ?? LeakyRelu.DefaultSlope)));

    static ImmutableArray<Example> ExamplesIn(JsonElement list) => [.. list.EnumerateArray().Select(ExampleIn)];

    static Example ExampleIn(JsonElement example) =>
        Example.Of(NumbersIn(example.GetProperty("input")), NumbersIn(example.GetProperty("target")));

    internal static double[] NumbersIn(JsonElement row) => [.. row.EnumerateArray().Select(number => number.GetDouble())];

    internal static T Named<T>(ImmutableArray<T> all, JsonElement name)
        where T : ICatalogued => all.First(one => name.ValueEquals(one.Name));

    static double? OptionIn(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
