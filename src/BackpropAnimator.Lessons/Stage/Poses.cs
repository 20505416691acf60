using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The network's pose at rest, in a state of the stage.</summary>
public static class Poses
{
    /// <summary>How far the edges of a dead unit step back: nothing goes in or out over them.</summary>
    internal const double SteppedBack = 0.55;

    /// <param name="elsewhere">Where the network stands; its place on the stage when left out.</param>
    public static NetworkPose AtRest(this LessonStage stage, StageState state, NetworkLayout? elsewhere = null)
    {
        var layout = elsewhere ?? stage.NetworkIn(state.Setting).Layout;
        var pose = new NetworkPose(layout) { Names = state.IsGrown ? 1 : 0 };
        for (var i = 0; i < layout.Units.Length; i++)
        {
            var unit = layout.Units[i];
            ref var look = ref pose.Units[i];
            look.Presence = state.IsGrown ? 1 : 0;
            look.Dead = state.IsGrown && state.Dead.Contains(unit) ? 1 : 0;
            var a = state.Step.ActivationOf(unit);
            look.Value = layout.UnitValue(unit, a);
            if (state.HasActivations)
            {
                look.ValueOpacity = 1;
                look.Level = LevelOf(a);
            }
            if (unit.Layer == 0) continue;
            look.Delta = layout.DeltaLabel(unit, state.Step.DeltaOf(unit));
            look.DeltaColor = stage.Palette.DeltaColor(state.Step.DeltaOf(unit));
            look.DeltaOpacity = state.HasGradients ? 1 : 0;
        }
        for (var i = 0; i < layout.Edges.Length; i++)
        {
            var edge = layout.Edges[i];
            ref var look = ref pose.Edges[i];
            look.Growth = state.IsGrown ? 1 : 0;
            look.Weight = state.Step.WeightOf(edge);
            // Where the word stands that a unit is dead, there is no room for numbers along its edges.
            look.LabelOpacity = state.HasActivations && layout.LabelsFit(edge.Layer) && !state.IsClosed(edge) ? 1 : 0;
            look.Opacity = state.RestingOpacity(edge);
            look.Gradient = state.Step.GradientOf(edge);
            look.GradientColor = stage.Palette.SignOf(look.Gradient);
            look.GradientOpacity = state.HasGradients && layout.LabelsFit(edge.Layer) ? 1 : 0;
        }
        if (!state.HasActivations && !state.HasGradients) return pose;
        var afterglow = new Afterglow(layout, state.Step);
        for (var layer = 1; layer < layout.Sizes.Length && state.HasActivations; layer++) afterglow.LeaveForward(pose, layer, 1);
        if (!state.HasGradients) return pose;
        foreach (var edge in layout.Edges) afterglow.LeaveBackward(pose, edge, 1);
        foreach (var unit in layout.Units) afterglow.LeaveBackward(pose, unit, 1);
        return pose;
    }

    /// <summary>Of an edge at rest: that of a dead unit steps back.</summary>
    internal static double RestingOpacity(this StageState state, Edge edge) => state.IsClosed(edge) ? 1 - SteppedBack : 1;

    internal static bool IsClosed(this StageState state, Edge edge) =>
        state.Dead.Contains(new(edge.Layer, edge.From)) || state.Dead.Contains(new(edge.Layer + 1, edge.To));

    /// <summary>
    /// A value as it is written inside a unit, with as many decimals as there is room for; nothing where there is none at all.
    /// </summary>
    public static string UnitValue(this NetworkLayout layout, Unit unit, double value)
    {
        if (!layout.ShowsValues(unit.Layer)) return "";
        var decimals = layout.ValueDecimals(unit.Layer);
        while (decimals > 0 && Numbers.Plain(value, decimals).Length > layout.ValueLength(unit.Layer)) decimals--;
        return Numbers.Plain(value, decimals);
    }

    /// <summary>δ as it is written above a unit; nothing where there is no room for it.</summary>
    /// <param name="counted">How far the number has counted up to it, 0 to 1.</param>
    public static string DeltaLabel(this NetworkLayout layout, Unit unit, double delta, double counted = 1) =>
        !layout.ShowsDeltas(unit.Layer) ? ""
        : layout.DeltaPlaceOf(unit.Layer) != DeltaPlace.Above ? Numbers.SignedWithin(delta, counted, NumberPlaces.DeltaLength)
        : (layout.NamesDeltas ? "δ " : "") + Numbers.Signed(delta, counted);

    /// <summary>How full a ring shows an activation: |a| up to 1, and levelling off beyond it for activations without a bound.</summary>
    public static double LevelOf(double activation) => Math.Min(1, Math.Abs(activation));

    /// <summary>The weight of an edge, as the network has it.</summary>
    internal static WeightAddress Address(this Edge edge) => new(edge.Layer, edge.From, edge.To);

    public static double WeightOf(this LearningStep step, Edge edge) => step.Before.Layers[edge.Layer].Weights[edge.To, edge.From];

    public static double WeightAfter(this LearningStep step, Edge edge) => step.After.Layers[edge.Layer].Weights[edge.To, edge.From];

    public static double GradientOf(this LearningStep step, Edge edge) =>
        step.Backward.Layers[edge.Layer].WeightGradient[edge.To, edge.From];

    /// <summary>The gradient that the update takes: averaged where there are several samples.</summary>
    public static double UpdateGradientOf(this LearningStep step, Edge edge) =>
        step.Gradient.Layers[edge.Layer].Weights[edge.To, edge.From];

    public static double ActivationOf(this LearningStep step, Unit unit) => step.Forward.ActivationsOf(unit.Layer)[unit.Index];

    public static double DeltaOf(this LearningStep step, Unit unit) => step.Backward.Layers[unit.Layer - 1].Delta[unit.Index];

    /// <summary>What a weight passes on: w · a, of the unit it comes from.</summary>
    public static double CarriedForward(this LearningStep step, Edge edge) =>
        step.WeightOf(edge) * step.Forward.ActivationsOf(edge.Layer)[edge.From];

    /// <summary>What a weight hands back: w · δ, of the unit it leads to.</summary>
    public static double CarriedBack(this LearningStep step, Edge edge) =>
        step.WeightOf(edge) * step.Backward.Layers[edge.Layer].Delta[edge.To];
}
