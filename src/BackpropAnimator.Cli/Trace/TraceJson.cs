using System.Globalization;
using System.Text.Json;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Trace;

/// <summary>The trace as JSON, field by field as in docs/trace.md; every number reads back to the very same double.</summary>
internal static class TraceJson
{
    public static void Write(LessonNumbers numbers, Stream to)
    {
        var step = numbers.Step;
        using (var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            Network(json, step, numbers.Scene);
            if (numbers.Epoch > 0) json.WriteNumber("epoch", numbers.Epoch);
            StepJson.Example(json, step.Example);
            StepJson.Forward(json, step.Forward);
            NumberJson.Number(json, "loss", step.Loss);
            StepJson.Backward(json, step.Backward);
            if (numbers.Samples.Length > 1) StepJson.Gradient(json, "gradient", numbers.MeanGradient);
            TraceUpdate.Write(json, numbers);
            StepJson.After(json, step);
            History(json, numbers.Training);
            Data(json, numbers);
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    static void Network(Utf8JsonWriter json, LearningStep step, Scene scene)
    {
        json.WriteStartObject("network");
        StepJson.Network(json, step.Before, step.Rule.LearningRate);
        Names(json, "inputs", scene.Network.Inputs);
        Names(json, "classes", scene.Network.Classes.IsEmpty ? scene.OutputNames : scene.Network.Classes);
        json.WriteEndObject();
    }

    static void Names(Utf8JsonWriter json, string name, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var one in names) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    // How well the trained network does, where the targets are answers.
    static void Data(Utf8JsonWriter json, LessonNumbers numbers)
    {
        if (numbers.Samples.IsEmpty || !numbers.Answers.AreAnswers) return;
        json.WriteStartObject("data");
        Part("training", numbers.AccuracyOf(numbers.Training.Network));
        if (!numbers.TestSamples.IsEmpty) Part("test", numbers.TestAccuracyOf(numbers.Training.Network));
        json.WriteEndObject();

        void Part(string name, Accuracy accuracy)
        {
            json.WriteStartObject(name);
            json.WriteNumber("samples", accuracy.Count);
            json.WriteNumber("right", accuracy.Right);
            json.WriteEndObject();
        }
    }

    static void History(Utf8JsonWriter json, TrainingHistory training)
    {
        json.WriteStartArray("history");
        for (var epoch = 0; epoch <= training.Epochs; epoch++)
            NumberJson.OwnLine(
                json,
                string.Create(
                    CultureInfo.InvariantCulture, $$"""{ "epoch": {{epoch}}, "loss": {{NumberJson.Exact(training.Losses[epoch])}} }"""));
        json.WriteEndArray();
    }
}
