using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A network that names what it is shown has a probability for each class, and of a picture an input for each field of its grid.
/// </summary>
internal static class ClassifyChecks
{
    public static void Run(ClassifyOptions classify, PhaseCheck check)
    {
        if (check.Network is not { } network) return;
        if (check.IsSound(network, nameof(network.Activation)) && network.ActivationsFit
            && network.Activations[^1].Range is not { Low: >= 0, High: <= 1 })
            check.Error(
                classify.Position, "classify: the outputs are no probabilities",
                "give the output layer softmax, as in activation: [tanh, softmax]");
        if (check.IsSound(nameof(classify.Classes)) && !classify.Classes.IsEmpty)
        {
            check.HasLength(classify.Classes, network.Layers[^1], nameof(classify.Classes), "one for each unit of the output layer");
            if (classify.Truth is { } truth && !classify.Classes.Contains(truth))
                check.Error(
                    classify.PositionOf(nameof(classify.Truth)), $"truth: no class is called {Quote.InWords(truth)}",
                    Nearest.Hint(truth, classify.Classes, "classes"));
        }
        if (classify.ShowsPicture && classify.Sample is not null)
            check.Warning(classify.PositionOf(nameof(classify.Sample)), "sample changes nothing: the network is shown a picture");
        else check.HasSample(classify.Sample, nameof(classify.Sample));
        if (!classify.ShowsPicture && classify.Columns is not null)
            check.Warning(classify.PositionOf(nameof(classify.Columns)), "columns changes nothing: the network is shown no picture");
        if (classify.ShowsPicture && classify.Columns is { } columns && network.Layers[0] % columns != 0)
            check.Error(
                classify.PositionOf(nameof(classify.Columns)), $"columns: {network.Layers[0]} inputs cannot be laid in rows of {columns}");
        if (classify.Network == NetworkStateKind.Trained && check.Scene.Data is null)
            check.Error(
                classify.PositionOf(nameof(classify.Network)), "network: there is no data that it could have been trained on",
                "give the scene data, or leave this out");
    }
}
