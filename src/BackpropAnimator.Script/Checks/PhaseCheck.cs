using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>What the check of a phase's options looks at, where it reports, and the checks that many phases need.</summary>
public sealed class PhaseCheck
{
    readonly PhaseOptions phase;
    readonly CheckContext context;

    internal PhaseCheck(PhaseOptions phase, CheckContext context) => (this.phase, this.context) = (phase, context);

    /// <summary>The scene; parts that could not be read are at their defaults, or null or empty where they have none.</summary>
    public Scene Scene => context.Scene;

    /// <summary>The scene's network; null where its layers could not be read, and nothing can be said of its units.</summary>
    public NetworkScript? Network => context.SoundNetwork;

    /// <summary>Whether one of the phase's keys holds what the file says, or its default where the file says nothing.</summary>
    /// <param name="property">The property's name, by <c>nameof</c>.</param>
    public bool IsSound(string property) => context.IsSound(phase, property);

    /// <summary>The same of a key of another part of the scene.</summary>
    public bool IsSound(ScriptElement element, string property) => context.IsSound(element, property);

    /// <summary>Reports a problem that keeps the scene from being rendered.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="message">What is wrong, in words for the scene's author.</param>
    /// <param name="hint">What to do.</param>
    public void Error(SourcePosition at, string message, string? hint = null) => context.Problems.Error(at, message, hint);

    /// <summary>Reports a problem that the scene's author should know of.</summary>
    public void Warning(SourcePosition at, string message, string? hint = null) => context.Problems.Warning(at, message, hint);

    /// <summary>A weight must be in the network.</summary>
    /// <param name="weight">The weight; null where none is named.</param>
    /// <param name="property">The property that names it.</param>
    /// <param name="indices">Where it stands in that property, if that is a list.</param>
    public void HasWeight(EdgeReference? weight, string property, params ReadOnlySpan<int> indices)
    {
        if (weight is { } named && Network is { } network && NetworkReferences.ProblemWith(named, network) is (var problem, var hint))
            Error(phase.PositionOf(property, indices), $"{SnakeCase.Of(property)}: {problem}", hint);
    }

    /// <summary>An output must be in the network.</summary>
    /// <param name="output">Its number, from 0; null where none is named.</param>
    /// <param name="property">The property that names it.</param>
    public void HasOutput(int? output, string property)
    {
        if (output is not { } named || Network is not { } network || named < network.Layers[^1]) return;
        Error(
            phase.PositionOf(property),
            $"{SnakeCase.Of(property)}: {NetworkReferences.NoSuchUnit(network, network.Layers.Length - 1, named)}");
    }

    /// <summary>A sample must be in the scene's data.</summary>
    /// <param name="sample">Its number, from 0; null where none is named.</param>
    /// <param name="property">The property that names it.</param>
    public void HasSample(int? sample, string property)
    {
        if (sample is not { } named || !IsSound(Scene, nameof(Scene.Data))) return;
        var (at, label) = (phase.PositionOf(property), SnakeCase.Of(property));
        if (Scene.Data is not { } data)
            context.Problems.Error(
                at, $"{label}: the scene has no data", "for example data: xor; without it the example is shown", same: "no data");
        else if (data.Samples.Length > 0 && named >= data.Samples.Length)
            Error(at, $"{label}: there is no sample {named}; the data has 0 to {data.Samples.Length - 1}");
    }

    /// <summary>A layer must be in the network, from a certain one on.</summary>
    /// <param name="name">The layer's name; null where none is named.</param>
    /// <param name="property">The property that names it.</param>
    /// <param name="first">The first one that will do: 1 is the first after the input.</param>
    /// <param name="because">Of the ones before, what they lack: "no weights lead into".</param>
    public void HasLayer(string? name, string property, int first, string because)
    {
        if (Network is not { } network) return;
        if (network.Layers.Length <= first)
        {
            context.Problems.Error(
                phase.Position, $"'{phase.Kind}' needs a hidden layer", "such as layers: [3, 4, 2]", same: "needs a hidden layer");
            return;
        }
        if (name is null) return;
        var (at, label) = (phase.PositionOf(property), SnakeCase.Of(property));
        var layer = network.LayerOf(name);
        if (layer < 0)
            Error(
                at, $"{label}: no layer is called {Quote.InWords(name)}",
                Nearest.Hint(name, [.. network.LayerNames.Skip(first)], "layers"));
        else if (layer < first)
            Error(
                at, $"{label}: {because} {(first == 2 && layer == 1 ? network.LayerNames[0] : name)}",
                $"use one of: {string.Join(", ", network.LayerNames.Skip(first))}");
    }

    /// <summary>A list must have as many items as there are things that they belong to.</summary>
    /// <param name="list">The list.</param>
    /// <param name="wanted">How many items it must have.</param>
    /// <param name="property">The property that it is in.</param>
    /// <param name="what">What the items belong to: "one for each unit of the output layer".</param>
    public bool HasLength<T>(ImmutableArray<T> list, int wanted, string property, string what) =>
        NetworkChecks.HasLength(list, wanted, SnakeCase.Of(property), what, phase.PositionOf(property), context);

    /// <summary>Training on the scene's data must come to an end within a coffee break.</summary>
    /// <param name="epochs">How often it goes through the data; null where the phase does not say.</param>
    /// <param name="property">The property that says so.</param>
    public void EndsInTime(int? epochs, string property)
    {
        if (epochs is not { } asked || Network is not { } network || !IsSound(property) || !IsSound(Scene, nameof(Scene.Training))) return;
        TrainingChecks.Bound(asked, phase.PositionOf(property), SnakeCase.Of(property), Scene, network, context);
    }
}
