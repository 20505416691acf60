using System.Text.Json;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Cli.Trace;

/// <summary>How the step's update came about: the optimizer with its options and its memory, the schedule, the batch.</summary>
internal static class TraceUpdate
{
    public static void Write(Utf8JsonWriter json, LessonNumbers numbers)
    {
        var (step, rule) = (numbers.Step, numbers.Step.Rule);
        json.WriteStartObject("update");
        json.WriteString("optimizer", rule.Optimizer.Name);
        foreach (var (name, value) in rule.Optimizer.Options) NumberJson.Number(json, name, value);
        json.WriteNumber("step", step.Number);
        NumberJson.Number(json, "learning_rate", step.LearningRate);
        if (rule.Schedule is not ConstantRate) Schedule(json, rule.Schedule);
        if (rule.WeightDecay != 0) NumberJson.Number(json, "weight_decay", rule.WeightDecay);
        if (IsMiniBatch(numbers))
        {
            NumberJson.Row(json, "samples", step.Batch.Select(example => (double)numbers.Samples.IndexOf(example)));
            StepJson.Gradient(json, "gradient", step.Gradient);
        }
        Memory(json, "memory", step, step.State);
        Memory(json, "memory_after", step, step.StateAfter);
        json.WriteEndObject();
    }

    // Any other update takes the example's own gradient, or that of all samples, which are there already.
    static bool IsMiniBatch(LessonNumbers numbers) => numbers.Step.Batch.Count > 1 && numbers.Step.Batch.Count < numbers.Samples.Length;

    static void Schedule(Utf8JsonWriter json, LearningRateSchedule schedule)
    {
        json.WriteStartObject("schedule");
        json.WriteString("kind", schedule.Name);
        foreach (var (name, value) in schedule.Options) NumberJson.Number(json, name, value);
        json.WriteEndObject();
    }

    static void Memory(Utf8JsonWriter json, string name, LearningStep step, OptimizerState state)
    {
        if (step.Rule.Optimizer.Memory.IsEmpty) return;
        json.WriteStartObject(name);
        foreach (var (kind, values) in step.Rule.Optimizer.Memory.Zip(step.MemoryIn(state)))
            NumberJson.Objects(json, kind, values.Layers, layer =>
            {
                NumberJson.Rows(json, "weights", layer.Weights);
                NumberJson.Row(json, "biases", layer.Biases);
            });
        json.WriteEndObject();
    }
}
