using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One weight's gradient, path by path from the loss back to it: every factor lit at the place in the network that it measures, a product
/// for each path, and their sum.
/// </summary>
[Phase("trace_weight", Place = 170, Needs = "loss")]
[Description("The gradient of one weight, path by path from the loss back to it: every factor of every path, and their sum.")]
[Moment("path", "a path from the loss begins")]
[Moment("sum", "the paths are added up")]
internal sealed class TraceWeightPhase : AsidePhase<TraceWeightOptions>
{
    // More than this nobody adds up; the rest is told in one line.
    const int MostPaths = 3;

    readonly Edge weight;
    readonly ImmutableArray<ImmutableArray<PathFactor>> rows;
    readonly ImmutableArray<Interval> turns;
    readonly Interval rest, sum;
    readonly PathTable table;

    public TraceWeightPhase(TraceWeightOptions options, PhasePlace place) : base(options, place)
    {
        weight = options.Weight is { } reference
            ? Stage.EdgeOf(reference)
            : Stage.Network.Layout.EdgesAfter(0).MaxBy(e => Math.Abs(Before.Step.GradientOf(e)));
        var paths = GradientPaths.Of(Before.Step, weight, MostPaths);
        rows = [.. paths.Largest.Select(path => PathFactor.Of(Before.Step, weight, path, Stage.Palette))];
        table = new(Stage, paths, rows);
        // The first path is followed slowly; the others go the same way.
        var laid = Beat.Lay(Own.Duration,
        [
            .. rows.SelectMany((row, i) => new[] { Beat.Move((i == 0 ? 0.8 : 0.4) * (row.Length + 1)), Beat.Pause(i == 0 ? 1 : 0.6) }),
            Beat.Move(paths.Count > rows.Length ? 0.7 : 0.01), Beat.Move(1), Beat.Pause(2),
        ]);
        turns = [.. rows.Select((_, i) => laid[2 * i])];
        (rest, sum) = (laid[2 * rows.Length], laid[2 * rows.Length + 1]);
    }

    public override IEnumerable<Moment> Moments => InOwn([.. turns.Select(turn => new Moment("path", turn.Start)), new("sum", sum.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.TraceWeight(Focus.NameOf(Stage, weight));

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var path = Math.Max(0, turns.Count(turn => t >= turn.Start) - 1);
        var pose = PoseAside(t);
        StepBack(pose, rows[path], shown * (1 - 0.5 * sum.At(t, Easing.InOutCubic)));
        var inHand = shown * new Interval(turns[path].Start, path + 1 < turns.Length ? turns[path + 1].Start : sum.End).Swell(t, 0.3, 0.4);
        List<Ring> slopes = [];
        for (var i = 0; i < rows[path].Length; i++) Light(pose, rows[path][i], inHand * ComeOf(path, i, t), slopes);
        LightWeight(pose, shown);
        DrawAside(frame, pose, t);
        frame.Add(slopes);
        table.Draw(
            frame, shown, (row, factor) => ComeOf(row, factor, t), row => ComeOf(row, rows[row].Length, t),
            rest.At(t, Easing.InOutCubic), sum.At(t, Easing.InOutCubic));
    }

    // How far a factor of a path has come; the one after the last is the product.
    double ComeOf(int path, int factor, double t) =>
        turns[path].Staggered(factor, rows[path].Length + 1, overlap: 0.2).Share(0, 0.6).At(t, Easing.OutCubic);

    void StepBack(NetworkPose pose, ImmutableArray<PathFactor> factors, double shown)
    {
        foreach (var edge in Aside.Layout.Edges)
            if (edge != weight && !factors.Any(f => f.Edge == edge)) pose[edge].Opacity *= 1 - 0.75 * shown;
        foreach (var unit in Aside.Layout.Units)
            if (!factors.Any(f => f.Unit == unit)) pose[unit].Opacity *= 1 - 0.6 * shown;
    }

    void Light(NetworkPose pose, PathFactor factor, double light, List<Ring> slopes)
    {
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        if (factor.Unit is { } unit && layout.IsShown(unit))
        {
            // An output wears two colours: that of its error around it, that of its slope inside.
            if (factor.Color == palette.FactorSlope)
                slopes.Add(new(layout.Centre(unit), layout.RadiusOf(unit) - 7, 4, palette.FactorSlope.Faded(light), 0, 359.9f));
            else
            {
                ref var look = ref pose[unit];
                (look.Mark, look.MarkColor) = (light, factor.Color);
            }
        }
        if (factor.Edge is not { } edge || !layout.IsShown(edge))
            return;
        ref var line = ref pose[edge];
        (line.Light, line.LightColor) = (0.9 * light, palette.Backward);
        if (layout.LabelsFit(edge.Layer)) line.LabelOpacity = light;
        line.LabelColor = palette.Text;
    }

    void LightWeight(NetworkPose pose, double shown)
    {
        if (!Aside.Layout.IsShown(weight)) return;
        ref var look = ref pose[weight];
        (look.Light, look.LightColor) = (0.9 * shown, Stage.Palette.Text);
        if (Aside.Layout.LabelsFit(weight.Layer)) look.LabelOpacity = shown;
        look.LabelColor = Stage.Palette.Text;
    }
}
