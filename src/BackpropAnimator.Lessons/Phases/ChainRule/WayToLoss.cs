using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The way that a weight's gradient has come: from the unit that it leads to, along every edge after that, to the outputs and into the
/// loss. The shares w·δ that the unit gets back stand beside the first of these edges; their sum is its ∂L/∂a.
/// </summary>
internal sealed class WayToLoss(LessonStage stage, NetworkLayout layout, LearningStep step, Unit start)
{
    const double EdgeLight = 0.5;

    const double Straight = 0.75, InBend = 0.35;

    const float WayWidth = 4, Short = 16;

    int Last => layout.Sizes.Length - 1;

    /// <summary>Whether ∂L/∂a of the unit is a sum of what comes back to it.</summary>
    public bool Sums => start.Layer < Last;

    /// <summary>Lights it in a pose in which all else has stepped back.</summary>
    /// <param name="amount">How far it is lit, 0 to 1.</param>
    /// <param name="back">How far all else has stepped back.</param>
    /// <param name="error">How far ∂L/∂a is pointed out, and with it what it is the sum of.</param>
    public void Light(NetworkPose pose, double amount, double back, double error)
    {
        var palette = stage.Palette;
        foreach (var unit in layout.Units.Where(unit => unit.Layer > start.Layer)) pose[unit].Opacity = 1 - 0.5 * (back - amount);
        foreach (var edge in layout.Edges.Where(IsOn))
        {
            ref var look = ref pose[edge];
            look.Opacity = 1 - 0.65 * (back - amount);
            var first = edge.Layer == start.Layer;
            look.Light = EdgeLight * amount;
            // Those of a fan's two halves part from each other.
            look.GradientClear = amount * (2 * edge.To < layout.Sizes[edge.Layer + 1] ? 1 : -1);
            look.LightColor = first ? palette.Backward.Mixed(palette.FactorError, error) : palette.Backward;
            if (!first || !layout.GradientsFit(edge.Layer)) continue;
            var share = step.CarriedBack(edge);
            (look.GradientText, look.GradientColor, look.GradientOpacity) =
                (Numbers.Signed(share), palette.FactorError, Math.Max(look.GradientOpacity, Math.Clamp(2 * error - 0.2, 0, 1)));
        }
    }

    /// <summary>Light along the ways from the outputs into the loss's box.</summary>
    public IEnumerable<DrawItem> ToTheBox(double amount) =>
        from output in stage.Targets.Outputs
        where amount > 0.01 && (Sums || output == start || step.Backward.Layers[^1].Jacobian is not null)
        from leg in stage.Targets.RouteOf(output, layout).LegsUpTo(1)
        // In a bend beams lie over each other.
        let light = SKPoint.Distance(leg.From, leg.To) < Short ? InBend : Straight
        select new Beam(
            leg.From, leg.To, WayWidth, stage.Palette.Backward.Faded(light * amount), stage.Palette.GlowBlend, Haze: false)
            {
                Role = RoleOf.WayToLoss,
            };

    bool IsOn(Edge edge) => edge.Layer > start.Layer || (edge.Layer == start.Layer && edge.From == start.Index);
}
