using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// A Keras model as its <c>to_json()</c> writes it, version 2 or 3: a chain of dense layers, whose weights are in another file.
/// </summary>
internal sealed class KerasModel
{
    // Those that leave the values as they are when a network is used.
    static readonly ImmutableArray<string> PassedOver = ["InputLayer", "Flatten", "Dropout", "GaussianNoise", "GaussianDropout"];

    // What keras.activations.leaky_relu takes where nothing is said.
    const double SlopeOfFunction = 0.2;

    readonly List<Dense> layers = [];

    sealed record Dense(string Name, int Units, bool HasBiases, Activation Activation);

    KerasModel()
    {
    }

    /// <exception cref="WeightFileException">The text is something else, or the model more than a chain of dense layers.</exception>
    public static KerasModel Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            return Of(json.RootElement);
        }
        // Also for keys that are not there, or hold another kind of value.
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
            or IndexOutOfRangeException)
        {
            throw new WeightFileException("it is not what Keras writes with model.to_json()");
        }
    }

    static KerasModel Of(JsonElement root)
    {
        var config = root.GetProperty("config");
        if (config.TryGetProperty("output_layers", out var outputs) && Ends(outputs) != 1)
            throw new WeightFileException("it has several outputs, and a lesson's network one output layer");
        var model = new KerasModel();
        foreach (var layer in config.GetProperty("layers").EnumerateArray())
            model.Add(layer.GetProperty("class_name").GetString()!, layer.GetProperty("config"));
        return model.layers.Count > 0 ? model : throw new WeightFileException("it has no dense layers");
    }

    // One is written as ["dense_1", 0, 0], or as a list of one such.
    static int Ends(JsonElement outputs) => outputs[0].ValueKind == JsonValueKind.Array ? outputs.GetArrayLength() : 1;

    void Add(string kind, JsonElement config)
    {
        var name = config.TryGetProperty("name", out var given) ? given.GetString()! : kind;
        if (kind == "Dense")
            layers.Add(new(
                name, config.GetProperty("units").GetInt32(), !config.TryGetProperty("use_bias", out var has) || has.GetBoolean(),
                ActivationOf(name, config.GetProperty("activation"))));
        else if (kind == "Activation") Follow(name, ActivationOf(name, config.GetProperty("activation")));
        else if (Named(kind) is { } activation) Follow(name, Configured(activation, name, config));
        else if (!PassedOver.Contains(kind))
            throw new WeightFileException(
                $"its layer {Quote.InWords(name)} is of the kind {Quote.InWords(kind)}, and a lesson's layers are dense, in a row");
    }

    void Follow(string name, Activation activation)
    {
        if (layers.Count == 0 || layers[^1].Activation is not Identity)
            throw new WeightFileException($"its layer {Quote.InWords(name)} is an activation that follows no dense layer");
        layers[^1] = layers[^1] with { Activation = activation };
    }

    // "relu", or an activation layer in the place of a name.
    static Activation ActivationOf(string layer, JsonElement written)
    {
        var (name, config) = written.ValueKind == JsonValueKind.Object
            ? (written.GetProperty("class_name").GetString()!, written.GetProperty("config"))
            : (written.GetString()!, default);
        var activation = Named(name)
            ?? throw new WeightFileException(
                $"its layer {Quote.InWords(layer)} has the activation {Quote.InWords(name)}, which lessons have not");
        return config.ValueKind == JsonValueKind.Object ? Configured(activation, layer, config)
            : activation is LeakyRelu ? new LeakyRelu(SlopeOfFunction)
            : activation;
    }

    static Activation? Named(string name)
    {
        var bare = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return Activation.All.FirstOrDefault(activation => activation.ForeignNames.Keras.Contains(bare));
    }

    // Keras 2 calls the slope alpha, and Keras 3 negative_slope.
    static Activation Configured(Activation activation, string layer, JsonElement config)
    {
        var place = $"its layer {Quote.InWords(layer)}";
        if (Parameter("max_value") is not null || Parameter("threshold") is not (null or 0))
            throw new WeightFileException($"{place} has a ReLU with a limit or a threshold, which lessons have not");
        return ForeignActivations.WithParameter(activation, Parameter("negative_slope") ?? Parameter("alpha"), place);

        double? Parameter(string key) =>
            config.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
    }

    /// <summary>The model's layers with their weights.</summary>
    /// <param name="arrays">The arrays of <c>model.get_weights()</c>, in its order.</param>
    /// <exception cref="WeightFileException">They are not this model's.</exception>
    public StoredNetwork With(ImmutableArray<StoredArray> arrays)
    {
        var wanted = layers.Sum(layer => layer.HasBiases ? 2 : 1);
        if (arrays.Length != wanted)
            throw new WeightFileException(
                $"the model's layers take {wanted} arrays, found {arrays.Length}", "save them with np.savez(file, *model.get_weights())");
        var next = 0;
        return new([.. layers.Select(Stored)]) { Order = MatrixOrder.InOut, TellsOrder = true };

        StoredLayer Stored(Dense layer)
        {
            var kernel = arrays[next++];
            if (kernel.Shape is not [_, var units] || units != layer.Units)
                throw new WeightFileException(
                    $"{kernel.InWords} is not the kernel of the model's layer {Quote.InWords(layer.Name)}, which has {layer.Units} units");
            return new(kernel, layer.HasBiases ? arrays[next++] : null) { Activation = layer.Activation };
        }
    }
}
