using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A whole network in a part of the stage, with the activations of one example and the weights as they are at one moment.
/// </summary>
internal sealed class SmallNetwork
{
    const float TargetRoom = 132;

    readonly NetworkView view;
    readonly Palette palette;
    readonly bool showsTargets;

    /// <param name="area">What it fills.</param>
    /// <param name="sizes">Units per layer, input first.</param>
    /// <param name="showsTargets">Whether there is room beside the outputs for what they should be.</param>
    public SmallNetwork(SKRect area, ImmutableArray<int> sizes, LessonStage stage, bool showsTargets)
    {
        (palette, this.showsTargets) = (stage.Palette, showsTargets);
        view = new(new(area, showsTargets ? TargetRoom : 0, sizes), stage);
    }

    public NetworkLayout Layout => view.Layout;

    /// <param name="forward">What its units show; null leaves them empty.</param>
    /// <param name="grown">How much of it has grown, from the inputs on: 0 to 1.</param>
    /// <param name="lightOf">The light along the edges after a layer, 0 to 1; null for none.</param>
    public void Draw(
        FrameBuilder frame, DenseNetwork network, Network.ForwardPass? forward, Example example, double grown, double opacity, Func<int,
        double>? lightOf = null)
    {
        if (opacity <= 0.01 || grown <= 0) return;
        var pose = new NetworkPose(Layout) { Names = grown * opacity };
        var layers = Layout.Sizes.Length;
        double Arrived(double place) => Math.Clamp(grown * (layers + 0.5) - place, 0, 1);
        foreach (var unit in Layout.Units)
        {
            ref var look = ref pose[unit];
            (look.Presence, look.Opacity) = (Arrived(unit.Layer), opacity);
            if (forward is null) continue;
            var a = forward.ActivationsOf(unit.Layer)[unit.Index];
            (look.Value, look.ValueOpacity, look.Level) =
                (Layout.UnitValue(unit, a), Arrived(unit.Layer + 0.75), Poses.LevelOf(a));
        }
        foreach (var edge in Layout.Edges)
        {
            ref var look = ref pose[edge];
            look.Weight = network.Layers[edge.Layer].Weights[edge.To, edge.From];
            (look.Growth, look.Opacity) = (Arrived(edge.Layer + 0.5), opacity);
            (look.Light, look.LightColor) = (lightOf?.Invoke(edge.Layer) ?? 0, palette.Backward);
            if (forward is null || !Layout.LabelsFit(edge.Layer)) continue;
            look.LabelOpacity = Arrived(edge.Layer + 1);
        }
        view.Draw(frame, pose);
        if (showsTargets) TargetColumn.DrawBrief(frame, Layout, example, palette, Arrived(layers - 0.5) * opacity);
    }
}
