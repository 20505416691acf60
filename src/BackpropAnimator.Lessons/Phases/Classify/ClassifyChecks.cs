using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Lessons;

/// <summary>A network that names pictures has an input for each field of the picture's grid, and a probability for each class.</summary>
internal static class ClassifyChecks
{
    public static void Run(ClassifyOptions classify, PhaseCheck check)
    {
        if (check.Network is not { } network) return;
        if (check.IsSound(network, nameof(network.Activation)) && network.Activations is [.., { ValuesSumToOne: false }])
            check.Error(
                classify.Position, "classify: the outputs are no probabilities",
                "give the output layer softmax, as in activation: [tanh, softmax]");
        // Left out, and not known since something else is wrong.
        if (check.IsSound(nameof(classify.Classes)) && !classify.Classes.IsEmpty)
        {
            check.HasLength(classify.Classes, network.Layers[^1], nameof(classify.Classes), "one for each unit of the output layer");
            if (classify.Truth is { } truth && !classify.Classes.Contains(truth))
                check.Error(
                    classify.PositionOf(nameof(classify.Truth)), $"truth: no class is called {Quote.InWords(truth)}",
                    Nearest.Hint(truth, classify.Classes, "classes"));
        }
        if (classify.Columns is { } columns && network.Layers[0] % columns != 0)
            check.Error(
                classify.PositionOf(nameof(classify.Columns)), $"columns: {network.Layers[0]} inputs cannot be laid in rows of {columns}");
        if (classify.Network == NetworkStateKind.Trained && check.Scene.Data is null)
            check.Error(
                classify.PositionOf(nameof(classify.Network)), "network: there is no data that it could have been trained on",
                "give the scene data, or leave this out");
    }
}
