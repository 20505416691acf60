using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

/// <summary>What Keras models may have in them, in the words of version 2 and of version 3.</summary>
public sealed class KerasModelTests : IDisposable
{
    const string Linear = """ "activation": "linear" """;

    readonly WeightScenes scenes = new();

    public void Dispose() => scenes.Dispose();

    [Theory]
    [InlineData(""" "activation": "relu" """, "relu")]
    [InlineData(""" "activation": "linear" """, "identity")]
    [InlineData(""" "activation": "silu" """, "swish")]
    [InlineData(""" "activation": "leaky_relu" """, "leaky_relu of 0.2")]
    [InlineData(
        """ "activation": {"module": "keras.layers", "class_name": "LeakyReLU", "config": {"negative_slope": 0.5}} """,
        "leaky_relu of 0.5")]
    public void An_activation_may_be_a_part_of_its_layer(string activation, string name) =>
        Assert.Equal(name, InWords(Activations($"{Dense(4, activation)}, {Dense(2)}")[0]));

    [Theory]
    [InlineData("Activation", """ "activation": "tanh" """, "tanh")]
    [InlineData("ReLU", """ "max_value": null, "negative_slope": 0.0, "threshold": 0.0 """, "relu")]
    [InlineData("ReLU", """ "negative_slope": 0.25 """, "leaky_relu of 0.25")]
    [InlineData("LeakyReLU", """ "alpha": 0.30 """, "leaky_relu of 0.3")]
    [InlineData("ELU", """ "alpha": 1.0 """, "elu")]
    public void An_activation_may_be_a_layer_of_its_own(string kind, string config, string name) =>
        Assert.Equal(name, InWords(Activations($"{Dense(4, Linear)}, {Layer(kind, config)}, {Dense(2)}")[0]));

    [Theory]
    [InlineData("ReLU", """ "max_value": 6.0 """, "its layer 'one' has a ReLU with a limit or a threshold, which lessons have not")]
    [InlineData("ELU", """ "alpha": 0.5 """, "its layer 'one' has an ELU with α = 0.5, and lessons have it with α = 1")]
    [InlineData("Activation", """ "activation": "mish" """, "its layer 'one' has the activation 'mish', which lessons have not")]
    [InlineData(
        "BatchNormalization", "", "its layer 'one' is of the kind 'BatchNormalization', and a lesson's layers are dense, in a row")]
    public void What_lessons_have_not_is_told_with_its_layer(string kind, string config, string told)
    {
        var result = Read($"{Dense(4, Linear)}, {Layer(kind, config)}, {Dense(2)}");

        Assert.Equal($"model: 'model.json': {told}", Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public void A_model_with_other_layers_than_the_arrays_is_told_by_the_layer() => Assert.Equal(
        "weights: 'keras.npz': 'arr_0' of shape [3, 4] is not the kernel of the model's layer 'dense', which has 5 units",
        Assert.Single(Read($"{Dense(5)}, {Dense(2)}").Diagnostics).Message);

    ImmutableArray<Activation> Activations(string layers) => Read(layers).Scene!.Network.Activations;

    ReadResult Read(string layers)
    {
        scenes.Write("model.json", Encoding.UTF8.GetBytes($$"""{"class_name": "Sequential", "config": {"layers": [{{layers}}]} }"""));
        return scenes.Read("weights: { file: keras.npz, model: model.json }", "intro", [3, 2], "keras.npz");
    }

    static string Dense(int units, string activation = """ "activation": "sigmoid" """) =>
        $$"""{"class_name": "Dense", "config": {"name": "dense", "units": {{units}}, "use_bias": true, {{activation}} } }""";

    static string Layer(string kind, string config) =>
        $$"""{"class_name": "{{kind}}", "config": {"name": "one"{{(config.Length > 0 ? "," : "")}} {{config}} } }""";

    static string InWords(Activation activation) =>
        activation.Name + string.Concat(activation.Options.Select(option => FormattableString.Invariant($" of {option.Value}")));
}
