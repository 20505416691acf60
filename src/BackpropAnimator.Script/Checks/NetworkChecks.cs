using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>Activations, weights and biases must fit the layers, and the loss the output.</summary>
internal static class NetworkChecks
{
    /// <summary>The most weights a network may have: 16 MB each for values, gradients and both moments of Adam.</summary>
    const long MaxWeights = 2_000_000;

    public static void Run(NetworkScript network, CheckContext context)
    {
        Size(network, context);
        if (context.IsSound(network, nameof(network.Activation)) && Activations(network, context)) Loss(network, context);
        if (context.IsSound(network, nameof(network.Inputs)))
            Names(network.Inputs, nameof(network.Inputs), network.Layers[0], "one for each unit of the input layer");
        // The classes of a single output are those of 0 and of 1.
        var areOfOne = network.Layers[^1] == 1 && network.Classes.Length == 2;
        if (context.IsSound(network, nameof(network.Classes)))
            Names(network.Classes, nameof(network.Classes), areOfOne ? 2 : network.Layers[^1], "one for each unit of the output layer");
        if (context.IsSound(network, nameof(network.Weights))) Weights(network, context);
        if (context.IsSound(network, nameof(network.Biases))) Biases(network, context);

        void Names(ImmutableArray<string> names, string property, int wanted, string what)
        {
            var key = SnakeCase.Of(property);
            if (names.IsEmpty || !HasLength(names, wanted, key, what, network.PositionOf(property), context)) return;
            for (var i = 1; i < names.Length; i++)
                if (names.IndexOf(names[i]) < i)
                    context.Problems.Error(network.PositionOf(property, i), $"{key}: {Quote.InWords(names[i])} is here twice");
        }
    }

    static void Size(NetworkScript network, CheckContext context)
    {
        var weights = network.Layers.Zip(network.Layers.Skip(1), (from, to) => (long)from * to).Sum();
        if (weights > MaxWeights)
            context.Problems.Error(
                network.PositionOf(nameof(network.Layers)), $"layers: these make {weights:N0} weights, and {MaxWeights:N0} is the most");
    }

    static bool Activations(NetworkScript network, CheckContext context)
    {
        var (given, wanted) = (network.Activation.Length, network.Layers.Length - 1);
        if (!network.ActivationsFit)
        {
            context.Problems.Error(
                network.PositionOf(nameof(network.Activation)),
                $"activation: expected 1 item for all layers or {wanted}, one for each layer after the input, found {given}");
            return false;
        }
        for (var l = 0; l < wanted - 1; l++)
            if (network.Activations[l] is { IsForOutputOnly: true, Name: var name })
            {
                context.Problems.Error(
                    network.PositionOf(nameof(network.Activation), l),
                    $"activation: {name} belongs in the output layer, not in {network.LayerNames[l + 1]}",
                    $"for example [{string.Join(", ", Enumerable.Repeat("tanh", wanted - 1))}, {name}]");
                break;
            }
        return true;
    }

    static void Loss(NetworkScript network, CheckContext context)
    {
        if (context.IsSound(network, nameof(network.Loss)) && !network.Loss.CanFollow(network.Activations[^1]))
            context.Problems.Error(
                network.PositionOf(nameof(network.Loss)),
                $"loss: {InWords(network.Loss)} needs outputs between 0 and 1",
                $"let the output layer's activation be {network.Loss.PossibleOutputs}");
    }

    /// <summary>A loss in the middle of a sentence: "cross-entropy".</summary>
    public static string InWords(Loss loss) => loss.Label.ToLowerInvariant();

    static void Weights(NetworkScript network, CheckContext context)
    {
        if (network.Weights.Matrices is not { IsEmpty: false } matrices) return;
        var (layers, names) = (network.Layers, network.LayerNames);
        if (!Fits(matrices, layers.Length - 1, "weights", "a matrix for each layer after the input", [])) return;
        // Those that fit were turned when they were read.
        if (network.Weights is { File: null, Order: MatrixOrder.InOut })
        {
            var shapes = string.Join(" and ", layers.Zip(layers.Skip(1), (from, to) => $"{from} rows of {to}"));
            context.Problems.Error(
                network.Weights.PositionOf(nameof(network.Weights.Order)),
                $"order: as in_out the matrices have {shapes}, and these have not",
                "leave it out where each has a row for each unit after");
            return;
        }
        if (Transposed(network) is { } turned)
        {
            context.Problems.Error(
                network.PositionOf(nameof(network.Weights), turned),
                $"weights[{turned}]: this looks transposed: it has {layers[turned]} rows of {layers[turned + 1]}, and expected are "
                    + $"{layers[turned + 1]} rows of {layers[turned]}",
                $"write a row for each unit of the {names[turned + 1]} layer and a column for each unit of the {names[turned]} layer");
            return;
        }
        for (var l = 0; l < layers.Length - 1; l++)
        {
            if (!Fits(matrices[l], layers[l + 1], $"weights[{l}]", $"a row for each unit of the {names[l + 1]} layer", [l]))
                continue;
            var uneven = new FirstOfMany();
            var what = $"a column for each unit of the {names[l]} layer";
            for (var j = 0; j < layers[l + 1]; j++)
                if (LengthProblem(matrices[l][j], layers[l], $"weights[{l}][{j}]", what) is { } problem)
                    uneven.Add("", network.PositionOf(nameof(network.Weights), l, j), problem);
            uneven.Report(context.Problems);
        }

        bool Fits<T>(ImmutableArray<T> list, int wanted, string label, string what, ReadOnlySpan<int> at) =>
            HasLength(list, wanted, label, what, network.PositionOf(nameof(network.Weights), at), context);
    }

    // The first matrix that is written inputs × outputs; where both are as many, nobody can tell.
    static int? Transposed(NetworkScript network)
    {
        for (var l = 0; l < network.Weights.Matrices.Length; l++)
        {
            var (from, to, rows) = (network.Layers[l], network.Layers[l + 1], network.Weights.Matrices[l]);
            if (from != to && rows.Length == from && rows.All(row => row.Length == to)) return l;
        }
        return null;
    }

    static void Biases(NetworkScript network, CheckContext context)
    {
        if (network.Biases.IsEmpty) return;
        var at = network.PositionOf(nameof(network.Biases));
        if (!HasLength(network.Biases, network.Layers.Length - 1, "biases", "a list for each layer after the input", at, context)) return;
        for (var l = 0; l < network.Biases.Length; l++)
            HasLength(
                network.Biases[l], network.Layers[l + 1], $"biases[{l}]", $"one for each unit of the {network.LayerNames[l + 1]} layer",
                network.PositionOf(nameof(network.Biases), l), context);
    }

    /// <summary>Reports a list that is too long or too short.</summary>
    public static bool HasLength<T>(ImmutableArray<T> list, int wanted, string label, string what, SourcePosition at, CheckContext context)
    {
        if (LengthProblem(list, wanted, label, what) is not { } problem) return true;
        context.Problems.Error(at, problem);
        return false;
    }

    /// <summary>What is wrong with a list that is too long or too short; null where nothing is.</summary>
    public static string? LengthProblem<T>(ImmutableArray<T> list, int wanted, string label, string what) =>
        list.Length == wanted ? null : $"{label}: expected {wanted} items, {what}, found {list.Length}";
}
