using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// Gives a network what the file of weights that it names holds: weights, biases, and what it says of layers and activations.
/// </summary>
/// <param name="files">Where files come from.</param>
/// <param name="problems">Takes the diagnostics.</param>
internal sealed class WeightsSource(SceneFiles files, DiagnosticBag problems)
{
    const string Key = "weights";

    // Pickles are programs, which a scene may not bring along.
    static readonly ImmutableArray<(string Extension, string Hint)> notRead =
    [
        (".pt", TorchHint), (".pth", TorchHint), (".bin", TorchHint), (".ckpt", TorchHint), (".pkl", "save the arrays with np.savez"),
        (".npy", "save all of the network's arrays in one file, with np.savez"), (".h5", KerasHint), (".keras", KerasHint),
    ];

    const string TorchHint = "save it as safetensors: safetensors.torch.save_file(model.state_dict(), \"model.safetensors\")";
    const string KerasHint = "save its arrays: np.savez(\"weights.npz\", *model.get_weights())";

    /// <summary>
    /// The network with all that its file tells; as it is where it names none, or one that cannot be used, which is then reported.
    /// </summary>
    public NetworkScript Fill(NetworkScript network)
    {
        var weights = network.Weights;
        if (!AreSound(network)) return network;
        // Of one that stands in for the scene's own, the file may have been read before.
        if (weights.File is not { } file || !weights.Matrices.IsEmpty) return WithOwnLayers(WrittenMatrices.Turned(network));
        var at = weights.PositionOf(nameof(weights.File));
        try
        {
            if (Stored(weights, file, at, network.Layers) is { } stored) return Filled(network, stored, at);
        }
        catch (WeightFileException e)
        {
            problems.Error(at, $"{Key}: {Quote.InWords(file)}: {e.Message}", e.Hint, same: (file, e.Message));
        }
        return network;
    }

    bool AreSound(NetworkScript network)
    {
        var weights = network.Weights;
        // Layers that could not be read fit nothing; those of a variant are empty until the scene has given it its own.
        if (network.Layers.IsDefault ? network.Has(nameof(network.Layers)) : network.Layers.IsEmpty) return false;
        if (weights.File is null && weights.Has(nameof(weights.Model)))
            problems.Error(weights.Position, $"{Key}: 'model' is about a file", "name it: weights: { file: … }");
        else if (weights.File is null && weights.Has(nameof(weights.Order)) && !weights.Has(nameof(weights.Matrices)))
            problems.Error(
                weights.Position, $"{Key}: 'order' is about matrices", "name their file, or write them: weights: { file: … }");
        else if (weights.Node is MappingNode { Entries: [] })
            problems.Error(weights.Position, $"{Key}: expected a file, or matrices", "for example weights: model.safetensors");
        else if (weights.Has(nameof(weights.File)) && weights.Has(nameof(weights.Matrices)) && weights.Node is MappingNode)
            problems.Error(weights.Position, $"{Key}: 'file' and 'matrices' exclude each other", "keep one of them");
        else if (weights.File is not null && weights.Matrices.IsEmpty && WritesBiases(network))
            problems.Error(
                network.PositionOf(nameof(network.Biases)), "biases: the file of weights has the network's biases in it",
                "leave them out: with a file, weights and biases belong together");
        else return true;
        return false;
    }

    // A variant has the scene's biases until it brings a file of its own.
    static bool WritesBiases(NetworkScript network) =>
        network.Node is null ? !network.Biases.IsEmpty : network.Has(nameof(network.Biases)) && network.Has(nameof(network.Weights));

    /// <summary>The network with the layers that its written-out weights are for, where it does not say them.</summary>
    static NetworkScript WithOwnLayers(NetworkScript network) =>
        network is { Layers.IsDefault: true, Weights.Matrices: [[{ Length: > 0 } first, ..], ..] matrices }
            ? network with { Layers = [first.Length, .. matrices.Select(matrix => matrix.Length)] }
            : network;

    StoredNetwork? Stored(WeightsScript weights, string file, SourcePosition at, ImmutableArray<int> layers)
    {
        if (WeightsFormat.Of(file) is not { } format)
            throw new WeightFileException(
                $"its ending is none of {string.Join(", ", WeightsFormat.All.Select(known => known.Extension))}",
                notRead.FirstOrDefault(kind => Path.GetExtension(file) == kind.Extension).Hint);
        if (weights.Model is null)
            return files.Read(file, WeightsFormat.MaxBytes, Key, at) is { } bytes
                ? format.Read(bytes, layers.IsDefault ? null : layers.Length - 1)
                : null;
        if (format is not ArraysFormat arrays)
            throw new WeightFileException("'model' goes with arrays that do not tell their layers", "leave it out, or name an .npz file");
        if (files.Read(file, WeightsFormat.MaxBytes, Key, at) is not { } kernels || ModelOf(weights) is not { } model) return null;
        return model.With(arrays.Arrays(kernels));
    }

    KerasModel? ModelOf(WeightsScript weights)
    {
        var at = weights.PositionOf(nameof(weights.Model));
        if (files.Read(weights.Model!, SceneFile.MaxBytes, "model", at) is not { } bytes) return null;
        try
        {
            return KerasModel.Parse(bytes);
        }
        catch (WeightFileException e)
        {
            problems.Error(at, $"model: {Quote.InWords(weights.Model!)}: {e.Message}", e.Hint, same: (weights.Model, e.Message));
            return null;
        }
    }

    NetworkScript Filled(NetworkScript network, StoredNetwork stored, SourcePosition at)
    {
        if (stored.TellsOrder && network.Weights.Order is not null)
            throw new WeightFileException("it tells how its matrices lie", "leave 'order' out");
        var fit = new LayerFit(stored, network.Weights.Order);
        var fitted = network.Layers.IsDefault ? fit.Alone() : fit.Into(network.Layers, network.LayerNames);
        Bound(fitted.Sizes);
        if (fitted.IsGuessed)
            problems.Warning(
                at,
                $"{Key}: {Quote.InWords(network.Weights.File!)}: names and shapes leave the order of its layers open; taken is " +
                    LayerPairing.Listed(fitted.Layers.Select(layer => Quote.InWords(layer.Weights.Name))),
                "number the layers in the names, such as 0.weight, 1.weight");
        if (!stored.Unused.IsEmpty)
            problems.Warning(
                at,
                $"{Key}: {Quote.InWords(network.Weights.File!)}: no layer uses {LayerPairing.Listed(stored.Unused.Select(Quote.InWords))}",
                "what these do in the model, such as normalisation, the lesson does not show");
        var whole = network with
        {
            Layers = fitted.Sizes,
            Weights = network.Weights with { Matrices = [.. fitted.Layers.Select(layer => LayerNumbers.Matrix(layer, fitted.Order))] },
            Biases = [.. fitted.Layers.Select((layer, l) => LayerNumbers.Biases(layer, fitted.Sizes[l + 1]))],
        };
        return fitted.Layers.All(layer => layer.Activation is not null)
            ? WithActivations(whole, [.. fitted.Layers.Select(layer => layer.Activation!)], at)
            : whole;
    }

    static void Bound(ImmutableArray<int> sizes)
    {
        if (sizes.Length > NetworkScript.MostLayers)
            throw new WeightFileException($"its network has {sizes.Length} layers, and {NetworkScript.MostLayers} are the most");
        if (sizes.FirstOrDefault(size => size is 0 or > NetworkScript.MostUnits, 1) is not 1 and var size)
            throw new WeightFileException(
                $"its network has a layer of {size} units, and 1 to {NetworkScript.MostUnits} go into a lesson");
    }

    /// <summary>The network with the file's activations where the scene names none; where it names others, it is told so.</summary>
    NetworkScript WithActivations(NetworkScript network, ImmutableArray<Activation> stored, SourcePosition at)
    {
        // A variant has its activations from the scene.
        var isWritten = network is VariantScript || network.Node is null || network.Has(nameof(network.Activation));
        if (!isWritten) network = network with { Activation = stored };
        if (!network.Has(nameof(network.LeakySlope)) && stored.OfType<LeakyRelu>().FirstOrDefault() is { } leaky)
            network = network with { LeakySlope = leaky.Slope };
        // Another number of them is reported as such.
        if (network.Activation.Length != 1 && network.Activation.Length != stored.Length) return network;
        if (!network.Activations.SequenceEqual(stored))
            problems.Warning(
                isWritten ? network.PositionOf(nameof(network.Activation)) : at,
                $"activation: {InWords(network.Activations)} here, and {InWords(stored)} in {Quote.InWords(network.Weights.File!)}",
                "leave 'activation' out to take those of the file");
        return network;
    }

    static string InWords(ImmutableArray<Activation> activations) => string.Join(", ", activations.Select(activation =>
        activation.Name + string.Concat(
            activation.Options.Select(option => FormattableString.Invariant($" of {option.Name} {option.Value}")))));
}
