using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The network as it learns, lap by lap: numbers go forward, the error comes back, and every weight takes its steps. Weights, activations
/// and gradients are those of the training at that step.
/// </summary>
internal sealed class LearningLoop
{
    readonly NetworkView view;
    readonly ImmutableArray<Lap> laps;
    readonly Interval last;
    readonly ImmutableArray<Lazy<Moment>> moments;

    /// <summary>What one lap shows, made once.</summary>
    sealed class Moment(NetworkLayout layout, LearningStep step)
    {
        public LearningStep Step { get; } = step;

        public Afterglow Left { get; } = new(layout, step);

        public ImmutableArray<LayerFlow> Forward { get; } = FlowsOf(layout, step.CarriedForward);

        public ImmutableArray<LayerFlow> Backward { get; } = FlowsOf(layout, step.CarriedBack);

        static ImmutableArray<LayerFlow> FlowsOf(NetworkLayout layout, Func<Edge, double> carried) =>
            [.. Enumerable.Range(0, layout.Sizes.Length - 1).Select(layer => new LayerFlow(layout, layer, carried))];
    }

    /// <param name="laps">What is run.</param>
    /// <param name="last">When, after them, what was learned is looked at by one more forward pass.</param>
    /// <param name="stepAfter">The step that follows a number of training steps.</param>
    public LearningLoop(NetworkView view, ImmutableArray<Lap> laps, Interval last, Func<int, LearningStep> stepAfter)
    {
        (this.view, this.laps, this.last) = (view, laps, last);
        moments = [.. laps.Select(lap => lap.From).Append(laps[^1].To).Select(
            steps => new Lazy<Moment>(() => new(view.Layout, stepAfter(steps))))];
    }

    /// <summary>The passes on stage at the end.</summary>
    public LearningStep Learned => moments[^1].Value.Step;

    /// <summary>Which lap is run at a time; the number of laps where all are over.</summary>
    public int LapAt(double t) => laps.Count(lap => t >= lap.Time.End);

    /// <summary>How many training steps have been made, with a part of those that are on their way.</summary>
    public double StepsAt(double t)
    {
        var i = LapAt(t);
        return i == laps.Length ? laps[^1].To : laps[i].From + laps[i].Steps * laps[i].TimeOf(Lap.Update).At(t, Easing.InOutCubic);
    }

    /// <summary>Puts what is seen at a time into a pose.</summary>
    /// <param name="amount">How visible what travels is, 0 to 1.</param>
    /// <returns>What travels along the edges.</returns>
    public IReadOnlyList<DrawItem> Pose(NetworkPose pose, double t, double amount)
    {
        var i = LapAt(t);
        var (now, before) = (moments[i].Value, i > 0 ? moments[i - 1].Value : null);
        var isOver = i == laps.Length;
        var forward = isOver ? last : laps[i].TimeOf(Lap.Forward);
        Interval? backward = isOver ? null : laps[i].TimeOf(Lap.Backward), update = isOver ? null : laps[i].TimeOf(Lap.Update);
        List<DrawItem> packets = [];
        for (var gap = 0; gap < now.Forward.Length; gap++)
        {
            var (there, back) = (Crossed(forward, gap, t), backward is { } way ? Crossed(way, now.Forward.Length - 1 - gap, t) : 0);
            packets.AddRange(now.Forward[gap].PacketsIn(view, there, view.Palette.Forward, amount: amount));
            packets.AddRange(now.Backward[gap].PacketsIn(view, back, view.Palette.Backward, backwards: true, amount));
            // What was learned shines where it carries most.
            if (isOver) now.Forward[gap].Light(pose, there, view.Palette.Learned);
            if (before is null || there > 0) now.Left.LeaveForward(pose, gap + 1, 1);
            else before.Left.LeaveForward(pose, gap + 1, 1);
            foreach (var edge in view.Layout.EdgesAfter(gap))
            {
                // The next numbers wash the fire away, from the left; the next error sets it again, from the right.
                if (back > 0) now.Left.LeaveBackward(pose, edge, back);
                else if (before is not null) before.Left.LeaveBackward(pose, edge, 1 - there);
                if (update is { } step) Step(ref pose[edge], edge, now.Step, laps[i], step, gap, t);
                else pose[edge].Weight = now.Step.WeightOf(edge);
            }
        }
        foreach (var unit in view.Layout.Units)
        {
            ref var look = ref pose[unit];
            var reached = Reached(forward, unit.Layer, t);
            var value = now.Step.ActivationOf(unit);
            var was = before is null ? value : before.Step.ActivationOf(unit);
            look.Value = view.Layout.UnitValue(unit, was + (value - was) * reached);
            (look.ValueOpacity, look.Level) = (look.Presence, Poses.LevelOf(was + (value - was) * reached));
            look.Shine(Flash(forward, unit.Layer, t), view.Palette.Forward);
            var burnt = backward is { } wave ? Reached(wave, now.Forward.Length - unit.Layer, t) : 0;
            if (burnt > 0) now.Left.LeaveBackward(pose, unit, burnt);
            else before?.Left.LeaveBackward(pose, unit, 1 - reached);
            if (backward is { } came) look.Shine(Flash(came, now.Forward.Length - unit.Layer, t), view.Palette.Backward);
            if (!isOver && unit.Layer == now.Forward.Length)
                look.Shine(laps[i].TimeOf(Lap.Loss).Swell(t, 0.06, 0.1), view.Palette.Error);
        }
        return packets;
    }

    // Green runs through the network with the update, brightest where a weight changes most.
    void Step(ref EdgeLook look, Edge edge, LearningStep step, Lap lap, Interval update, int gap, double t)
    {
        var after = moments[LapAt(lap.Time.Start) + 1].Value.Step;
        var (old, change) = (step.WeightOf(edge), after.WeightOf(edge) - step.WeightOf(edge));
        look.Weight = old + change * update.At(t, Easing.InOutCubic);
        var turn = update.Staggered(gap, view.Layout.Sizes.Length - 1, overlap: 0.5);
        var light = turn.Swell(t, turn.Duration * 0.35, turn.Duration * 0.5);
        if (light <= 0.01 || change == 0) return;
        var most = view.Layout.EdgesAfter(gap).Max(e => Math.Abs(after.WeightOf(e) - step.WeightOf(e)));
        (look.Light, look.LightColor) = (light * (0.3 + 0.7 * Math.Sqrt(Math.Abs(change) / most)), view.Palette.Learned);
    }

    Interval Crossing(Interval pass, int gap) => pass.Staggered(gap, view.Layout.Sizes.Length - 1, overlap: 0.15);

    double Crossed(Interval pass, int gap, double t) => Crossing(pass, gap).At(t, Easing.InOutSine);

    // How far a pass has come into the n-th layer on its way.
    double Reached(Interval pass, int layer, double t) =>
        (layer == 0 ? Crossing(pass, 0).Share(0, 0.3) : Crossing(pass, layer - 1).Share(0.85, 1.15)).At(t, Easing.InOutSine);

    double Flash(Interval pass, int layer, double t)
    {
        var crossing = Crossing(pass, Math.Max(0, layer - 1));
        var hit = layer == 0 ? crossing.Start : crossing.End;
        return new Interval(hit - 0.2 * crossing.Duration, hit + 1.1 * crossing.Duration)
            .Swell(t, 0.2 * crossing.Duration, 0.9 * crossing.Duration);
    }
}
