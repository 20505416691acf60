using System.Text.Json;
using BackpropAnimator.Network;
using static BackpropAnimator.Lab.NumberJson;

namespace BackpropAnimator.Lab;

/// <summary>The numbers of a step of learning as JSON, field by field as in docs/trace.md.</summary>
public static class StepJson
{
    /// <summary><c>layers</c>, each with its activation, weights and biases, and <c>loss</c> and <c>learning_rate</c>.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="learningRate">η, before a schedule changes it.</param>
    public static void Network(Utf8JsonWriter json, DenseNetwork network, double learningRate)
    {
        Objects(json, "layers", network.Layers, layer =>
        {
            json.WriteString("activation", layer.Activation.Name);
            foreach (var (name, value) in layer.Activation.Options) Number(json, name, value);
            Parameters(json, layer);
        });
        json.WriteString("loss", network.Loss.Name);
        Number(json, "learning_rate", learningRate);
    }

    /// <summary><c>example</c>: an input and its target.</summary>
    public static void Example(Utf8JsonWriter json, Example example)
    {
        json.WriteStartObject("example");
        ExampleFields(json, example);
        json.WriteEndObject();
    }

    /// <summary><c>input</c> and <c>target</c>.</summary>
    public static void ExampleFields(Utf8JsonWriter json, Example example)
    {
        Row(json, "input", example.Input);
        Row(json, "target", example.Target);
    }

    /// <summary><c>forward</c>: z and a of every layer.</summary>
    public static void Forward(Utf8JsonWriter json, ForwardPass forward) => Objects(json, "forward", forward.Layers, layer =>
    {
        Row(json, "z", layer.PreActivation);
        Row(json, "a", layer.Activation);
    });

    /// <summary><c>backward</c>: error, slope, δ and gradients of every layer.</summary>
    public static void Backward(Utf8JsonWriter json, BackwardPass backward) => Objects(json, "backward", backward.Layers, layer =>
    {
        Row(json, "dL_da", layer.Incoming);
        Row(json, "slope", layer.Slope);
        if (layer.Jacobian is { } jacobian) Rows(json, "jacobian", jacobian);
        Row(json, "delta", layer.Delta);
        Rows(json, "dL_dw", layer.WeightGradient);
        Row(json, "dL_db", layer.BiasGradient);
    });

    /// <summary>∂L/∂w and ∂L/∂b of every layer.</summary>
    public static void Gradient(Utf8JsonWriter json, string name, Gradient gradient) => Objects(json, name, gradient.Layers, layer =>
    {
        Rows(json, "dL_dw", layer.Weights);
        Row(json, "dL_db", layer.Biases);
    });

    /// <summary><c>after</c>: the network and the loss that the step leads to.</summary>
    public static void After(Utf8JsonWriter json, LearningStep step)
    {
        json.WriteStartObject("after");
        Objects(json, "layers", step.After.Layers, layer => Parameters(json, layer));
        Number(json, "loss", step.LossAfter);
        json.WriteEndObject();
    }

    static void Parameters(Utf8JsonWriter json, DenseLayer layer)
    {
        Rows(json, "weights", layer.Weights);
        Row(json, "biases", layer.Biases);
    }
}
