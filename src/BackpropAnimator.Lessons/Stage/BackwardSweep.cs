using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The whole wave at once: a front of fire leaves the loss and runs through the network to its inputs without a stop. Edges burn where it
/// has passed, and a ring spreads from every unit that it hits.
/// </summary>
internal sealed class BackwardSweep
{
    // The way from the loss to the outputs takes this share of the time that a gap takes.
    const double FirstWay = 0.6;

    // Packets keep near the front without being a row: by how much of a gap the last one is behind.
    const double Stagger = 0.14;

    const double Tail = 2.4;

    // The heads of a jet: how far one is behind the next, and by how much the first outruns the time that it has.
    const int JetHeads = 3;
    const double JetLag = 0.17, JetLead = 1.34;
    const float JetWidth = 5, JetSwollen = 0.8f, JetsBesideEachOther = 0.6f;

    const float FrontReach = 60, WakeReach = 210, WakeBehind = 150, FrontHeight = 0.62f, FrontBelow = 18, Ripple = 62;

    // Seconds that a unit's ring spreads, and that its light takes to come up.
    const double RippleTime = 0.9, Catching = 0.35;

    readonly LessonStage stage;
    readonly LearningStep step;
    readonly Interval fromLoss;
    readonly ImmutableArray<Interval> gaps;
    readonly ImmutableArray<LayerFlow> flows;
    readonly int last;
    readonly bool hasLoss;
    // Of the light beyond the outputs.
    readonly double passed;

    /// <summary>When it runs.</summary>
    public Interval Time { get; }

    /// <param name="layout">Where the network stands. Jets leave the loss where it stands beside the network.</param>
    /// <param name="sweep">When it runs.</param>
    public BackwardSweep(LessonStage stage, NetworkLayout layout, LearningStep step, Interval sweep)
    {
        (this.stage, this.step, Time) = (stage, step, sweep);
        var outOfTheOutputs = Afterglow.Passed(step);
        passed = Math.Sqrt(outOfTheOutputs);
        hasLoss = layout == stage.Network.Layout;
        last = layout.Sizes.Length - 1;
        var whole = FirstWay + last;
        fromLoss = sweep.Share(0, FirstWay / whole);
        // At one speed: a wide gap takes longer than a narrow one.
        var width = layout.LayerX(last) - layout.LayerX(0);
        gaps = [.. Enumerable.Range(0, last).Select(layer => new Interval(TimeAt(layer + 1), TimeAt(layer)))];
        flows = [.. Enumerable.Range(0, last).Select(layer => new LayerFlow(layout, layer, step.CarriedBack, outOfTheOutputs))];

        double TimeAt(int layer) => fromLoss.End + (sweep.End - fromLoss.End) * (layout.LayerX(last) - layout.LayerX(layer)) / width;
    }

    /// <summary>How far a layer has caught fire, 0 to 1.</summary>
    public double Reached(int layer, double t) => new Interval(HitOf(layer), HitOf(layer) + Catching).At(t, Easing.OutCubic);

    // When it reaches a layer.
    double HitOf(int layer) => layer == last ? fromLoss.End : gaps[layer].End;

    /// <summary>Sets edges and units on fire as far as the front has come.</summary>
    public void Light(NetworkPose pose, NetworkLayout layout, double t)
    {
        var afterglow = new Afterglow(layout, step);
        foreach (var edge in layout.Edges) afterglow.LeaveBackward(pose, edge, Reached(edge, t));
        foreach (var unit in layout.Units)
        {
            var hit = HitOf(unit.Layer);
            afterglow.LeaveBackward(pose, unit, Reached(unit.Layer, t));
            ref var look = ref pose[unit];
            var flash = new Interval(hit - 0.15, hit + 0.8).Swell(t, 0.15, 0.6) * (unit.Layer == 0 ? 0.5 : 1);
            look.Shine(flash, stage.Palette.Backward);
        }
    }

    /// <summary>The packets, the front that they run in, and the rings where it has hit.</summary>
    public IEnumerable<DrawItem> Travellers(NetworkView view, double t)
    {
        var (layout, palette) = (view.Layout, stage.Palette);
        foreach (var item in Jets(t)) yield return item;
        for (var layer = last - 1; layer >= 0; layer--)
            if (gaps[layer].Contains(t))
                foreach (var packet in flows[layer].PacketsIn(
                    view, edge => Progress(edge, t), layout.EdgesAfter(layer).Length, palette.Backward, backwards: true, tail: Tail))
                    yield return packet;
        foreach (var item in Front(layout, t)) yield return item;
        foreach (var unit in layout.Units)
            if (new Interval(HitOf(unit.Layer), HitOf(unit.Layer) + RippleTime).Progress(t) is > 0 and < 1 and var spread)
                yield return new Ring(
                    layout.Centre(unit), layout.RadiusOf(unit) + Ripple * (float)Easing.OutCubic(spread), 4 * (1 - (float)spread) + 1,
                    palette.Backward.Faded(0.8 * (1 - spread) * (unit.Layer == last ? 1 : passed)));
    }

    /// <summary>How strongly the ways out of the loss burn, 0 to 1.</summary>
    public double Burning(double t) => hasLoss ? new Interval(fromLoss.Start, fromLoss.End + 0.4).Swell(t, 0.15, 0.5) : 0;

    // A stream down each way: burning as far as it has come, with heads one behind another, and out as the last of them arrives.
    IEnumerable<DrawItem> Jets(double t)
    {
        var (palette, progress) = (stage.Palette, fromLoss.Progress(t));
        var burning = Burning(t);
        if (burning <= 0.01) yield break;
        var color = Hot(palette, progress);
        // Ways beside each other would melt into one blot.
        var thickness = stage.Layout.IsWide ? 1 : JetsBesideEachOther;
        foreach (var output in stage.Targets.Outputs)
        {
            var way = stage.Targets.RouteOf(output).Reversed;
            foreach (var (from, to) in way.LegsUpTo(progress * JetLead))
                yield return new Beam(from, to, JetWidth * thickness, color.Faded(0.8 * burning), palette.GlowBlend, Haze: true)
                {
                    Role = RoleOf.Jet,
                };
            for (var head = 0; head < JetHeads; head++)
                // With tails of the usual length: longer ones would cut across the bends of the way.
                if (Packets.Along(way, progress * JetLead - head * JetLag, 1, color, palette) is { } packet)
                    yield return packet with { Width = packet.Width * JetSwollen * thickness, Role = RoleOf.Jet };
        }
    }

    // A thin bright front and the wide glow that it draws behind it.
    IEnumerable<Veil> Front(NetworkLayout layout, double t)
    {
        var palette = stage.Palette;
        var running = new Interval(fromLoss.Share(0.6, 1).Start, gaps[0].End + 0.25);
        var shown = passed * running.Swell(t, 0.4 * fromLoss.Duration, 0.35);
        if (shown <= 0.01) yield break;
        var x = FrontAt(layout, t);
        var (middle, height) = (layout.Area.MidY + FrontBelow, layout.Area.Height * FrontHeight);
        yield return new(new(x, middle), FrontReach, height, palette.Backward.Faded(0.42 * shown), palette.GlowBlend);
        yield return new(
            new(x + WakeBehind, middle), WakeReach, 0.94f * height, palette.BackwardHot.Faded(0.24 * shown), palette.GlowBlend);
    }

    float FrontAt(NetworkLayout layout, double t)
    {
        for (var layer = last - 1; layer >= 0; layer--)
            if (t < gaps[layer].End || layer == 0)
                return layout.LayerX(layer + 1) - layout.GapAfter(layer) * (float)gaps[layer].Progress(t);
        return layout.LayerX(last);
    }

    double Reached(Edge edge, double t) => t >= gaps[edge.Layer].End ? 1 : Progress(edge, t);

    double Progress(Edge edge, double t)
    {
        var late = Stagger * Scatter.Of(edge.From, edge.To);
        return Math.Clamp(gaps[edge.Layer].Progress(t) * (1 + Stagger) - late, 0, 1);
    }

    /// <summary>The colour of what leaves the loss, hottest where it starts: red near the loss, orange once on its way.</summary>
    /// <param name="travelled">How far it has come of its way to the outputs, 0 to 1.</param>
    public static SKColor Hot(Palette palette, double travelled) => palette.BackwardHot.Mixed(palette.Backward, travelled * 1.5);
}
