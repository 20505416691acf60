using System.Globalization;
using System.Text.Json;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;

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
            Network(json, step.Before, step.Rule.LearningRate, numbers.Scene);
            if (numbers.Epoch > 0) json.WriteNumber("epoch", numbers.Epoch);
            json.WriteStartObject("example");
            Row(json, "input", step.Example.Input);
            Row(json, "target", step.Example.Target);
            json.WriteEndObject();
            Forward(json, step.Forward);
            Number(json, "loss", step.Loss);
            Backward(json, step.Backward);
            if (numbers.Samples.Length > 1) Gradient(json, "gradient", numbers.MeanGradient);
            TraceUpdate.Write(json, numbers);
            After(json, step);
            History(json, numbers.Training);
            Data(json, numbers);
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    static void Network(Utf8JsonWriter json, DenseNetwork network, double learningRate, Scene scene)
    {
        json.WriteStartObject("network");
        Objects(json, "layers", network.Layers, layer =>
        {
            json.WriteString("activation", layer.Activation.Name);
            foreach (var (name, value) in layer.Activation.Options) Number(json, name, value);
            Parameters(json, layer);
        });
        json.WriteString("loss", network.Loss.Name);
        Number(json, "learning_rate", learningRate);
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

    static void Forward(Utf8JsonWriter json, ForwardPass forward) => Objects(json, "forward", forward.Layers, layer =>
    {
        Row(json, "z", layer.PreActivation);
        Row(json, "a", layer.Activation);
    });

    static void Backward(Utf8JsonWriter json, BackwardPass backward) => Objects(json, "backward", backward.Layers, layer =>
    {
        Row(json, "dL_da", layer.Incoming);
        Row(json, "slope", layer.Slope);
        if (layer.Jacobian is { } jacobian) Rows(json, "jacobian", jacobian);
        Row(json, "delta", layer.Delta);
        Rows(json, "dL_dw", layer.WeightGradient);
        Row(json, "dL_db", layer.BiasGradient);
    });

    public static void Gradient(Utf8JsonWriter json, string name, Gradient gradient) => Objects(json, name, gradient.Layers, layer =>
    {
        Rows(json, "dL_dw", layer.Weights);
        Row(json, "dL_db", layer.Biases);
    });

    static void After(Utf8JsonWriter json, LearningStep step)
    {
        json.WriteStartObject("after");
        Objects(json, "layers", step.After.Layers, layer => Parameters(json, layer));
        Number(json, "loss", step.LossAfter);
        json.WriteEndObject();
    }

    static void History(Utf8JsonWriter json, TrainingHistory training)
    {
        json.WriteStartArray("history");
        for (var epoch = 0; epoch <= training.Epochs; epoch++)
            OwnLine(
                json,
                string.Create(
                    CultureInfo.InvariantCulture, $$"""{ "epoch": {{epoch}}, "loss": {{TraceNumber.Exact(training.Losses[epoch])}} }"""));
        json.WriteEndArray();
    }

    static void Parameters(Utf8JsonWriter json, DenseLayer layer)
    {
        Rows(json, "weights", layer.Weights);
        Row(json, "biases", layer.Biases);
    }

    public static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeFields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeFields(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(TraceNumber.Exact(value), skipInputValidation: true);
    }

    public static void Row(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(TextOf(values), skipInputValidation: true);
    }

    public static void Rows(Utf8JsonWriter json, string name, Matrix<double> matrix)
    {
        json.WriteStartArray(name);
        foreach (var row in matrix.EnumerateRows()) OwnLine(json, TextOf(row));
        json.WriteEndArray();
    }

    // The writer itself puts every number on a line of its own, which nobody can read as a matrix.
    static void OwnLine(Utf8JsonWriter json, string item) =>
        json.WriteRawValue($"\n{new string(' ', 2 * json.CurrentDepth)}{item}", skipInputValidation: true);

    static string TextOf(IEnumerable<double> values) =>
        $"[{string.Join(", ", values.Select(TraceNumber.Exact))}]";
}
