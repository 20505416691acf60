using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>Which view a training can be seen in, and which one it is seen in.</summary>
internal static class TrainChecks
{
    /// <summary>The view that a scene asks for, or the most telling one of those that it can have.</summary>
    /// <param name="sizes">Units per layer, input first.</param>
    /// <param name="areAnswers">Whether the targets are classes, rather than measurements to be met.</param>
    public static TrainViewKind ViewOf(TrainOptions options, ImmutableArray<int> sizes, bool areAnswers) => options switch
    {
        { View: not TrainViewKind.Auto } => options.View,
        { Table: not null } => TrainViewKind.Loss,
        _ when HasBoundary(sizes, areAnswers) => TrainViewKind.Boundary,
        _ when HasCurve(sizes) => TrainViewKind.Curve,
        _ => TrainViewKind.Loss,
    };

    /// <summary>The table below the network: a few of many weights would tell nothing.</summary>
    /// <param name="sizes">Units per layer, input first.</param>
    public static TrainTableKind TableOf(TrainOptions options, ImmutableArray<int> sizes) =>
        options.Table ?? (UnitTable.ShowsAllOf(sizes) ? TrainTableKind.Weights : TrainTableKind.None);

    public static void Run(TrainOptions train, PhaseCheck check)
    {
        if (check.Network is not { } network || check.Scene.Data is not { Samples.IsEmpty: false } data) return;
        if (!check.IsSound(nameof(train.View)) || !check.IsSound(nameof(train.Table)) || !check.IsSound(nameof(train.Overlay))) return;
        var scripts = data.Samples.AddRange(data.TestSamples);
        // One that lacks a part is reported as such, and says nothing of the others.
        if (scripts.Any(script => script.Input.IsDefault || script.Target.IsDefault)) return;
        var samples = scripts.Select(NetworkFactory.ExampleOf).ToList();
        var view = ViewOf(train, network.Layers, AnswerRule.For(samples).AreAnswers);
        var at = train.PositionOf(nameof(train.View));
        if (view == TrainViewKind.Boundary && network.Layers[0] != 2)
            check.Error(at, $"view: a boundary needs 2 inputs, and the network has {network.Layers[0]}", "leave it out, or use view: loss");
        else if (view == TrainViewKind.Boundary && !HasBoundary(network.Layers, AnswerRule.For(samples).AreAnswers))
            check.Error(
                at, $"view: a boundary needs targets that are one of up to {MostClasses} classes",
                "one output with targets 0 and 1, or −1 and 1, or an output for each class; otherwise use view: loss");
        else if (view == TrainViewKind.Curve && !HasCurve(network.Layers))
            check.Error(
                at, $"view: a curve needs 1 input and 1 output, and the network has {network.Layers[0]} and {network.Layers[^1]}",
                "leave it out, or use view: loss");
        if (train.Overlay == PlaneOverlayKind.HiddenUnits && (view != TrainViewKind.Boundary || network.Layers.Length < 3))
        {
            var lacking = view == TrainViewKind.Boundary ? "the network has no hidden units" : "only view: boundary has a plane to draw on";
            check.Error(train.PositionOf(nameof(train.Overlay)), $"overlay: {lacking}", "leave it out");
        }
        if (train.Table is not null && view != TrainViewKind.Loss)
            check.Warning(train.PositionOf(nameof(train.Table)), "table changes nothing: only view: loss has one", "leave it out");
    }

    // As many as there are colours for.
    static readonly int MostClasses = Drawing.Palette.Dark.Classes.Length;

    static bool HasBoundary(ImmutableArray<int> sizes, bool areAnswers) => areAnswers && sizes[0] == 2 && sizes[^1] <= MostClasses;

    static bool HasCurve(ImmutableArray<int> sizes) => sizes is [1, .., 1];
}
