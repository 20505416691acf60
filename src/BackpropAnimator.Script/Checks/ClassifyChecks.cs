using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>A network that names pictures has an input for each field of the picture's grid, and a probability for each class.</summary>
internal static class ClassifyChecks
{
    public static void Run(Scene scene, NetworkScript network, CheckContext context)
    {
        foreach (var classify in scene.Phases.OfType<ClassifyPhase>()) Run(classify, scene, network, context);
    }

    static void Run(ClassifyPhase classify, Scene scene, NetworkScript network, CheckContext context)
    {
        var problems = context.Problems;
        if (context.IsSound(network, nameof(network.Activation)) && network.Activations is [.., { ValuesSumToOne: false }])
            problems.Error(classify.Position, "classify: the outputs are no probabilities", "give the output layer softmax, as in activation: [tanh, softmax]");
        if (context.IsSound(classify, nameof(classify.Classes)))
        {
            NetworkChecks.HasLength(classify.Classes, network.Layers[^1], "classes", "one for each unit of the output layer", classify.PositionOf(nameof(classify.Classes)), context);
            if (classify.Truth is { } truth && !classify.Classes.Contains(truth))
                problems.Error(classify.PositionOf(nameof(classify.Truth)), $"truth: no class is called {Quote.InWords(truth)}", Nearest.Hint(truth, classify.Classes, "classes"));
        }
        if (classify.Columns is { } columns && network.Layers[0] % columns != 0)
            problems.Error(classify.PositionOf(nameof(classify.Columns)), $"columns: {network.Layers[0]} inputs cannot be laid in rows of {columns}");
        if (classify.Network == NetworkStateKind.Trained && scene.Data is null)
            problems.Error(classify.PositionOf(nameof(classify.Network)), "network: there is no data that it could have been trained on", "give the scene data, or leave this out");
    }
}
