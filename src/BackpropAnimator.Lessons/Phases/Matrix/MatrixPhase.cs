using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A layer's weights as a matrix beside the network, every cell lit with its edge, every row in the tint of the unit that its edges lead
/// to; the matrix is mirrored about its diagonal, and δ of the layer splits along the edges: each share, scaled by its weight,
/// arrives at the unit that contributed. Times the slope, the sums are δ of the layer before.
/// </summary>
[Phase("matrix", Place = 150, Needs = "loss", Opening = PhaseOpening.AsideElsewhere)]
[Description("The weights as a matrix beside the network: it is mirrored about its diagonal, hands δ back along the edges, and makes the " +
    "δ of the layer before.")]
[Moment("mirror", "the matrix turns over its diagonal")]
[Moment("unit", "the error of a unit is put together")]
[Moment("slope", "the slopes come")]
[Moment("delta", "the new δ come out")]
internal sealed class MatrixPhase : AsidePhase<MatrixOptions>
{
    // With more units than this their δ split all at once.
    const int MostTurns = 3;

    readonly int layer;
    readonly HandBackPanel panel;
    readonly LayerFlow flow;
    // Those of the layer that hand back, and those of the one before that receive: as many as the network shows.
    readonly ImmutableArray<Unit> units, senders;
    readonly Interval tie, diagonal, mirror, settle, nextDelta, slope, delta;
    readonly ImmutableArray<Interval> turns;

    public MatrixPhase(MatrixOptions options, PhasePlace place)
        : base(options, place, MatrixRoom.Of(place.Stage, place.Stage.LayerOf(options.Layer)).Network)
    {
        layer = Stage.LayerOf(options.Layer);
        panel = new(Stage, Before.Step, layer, MatrixRoom.Of(Stage, layer).Matrices);
        flow = new(Aside.Layout, layer - 1, Before.Step.CarriedBack);
        (units, senders) = ([.. Stage.Network.Layout.UnitsOf(layer)], [.. Stage.Network.Layout.UnitsOf(layer - 1)]);
        var count = units.Length <= MostTurns ? units.Length : 1;
        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(2.6), Beat.Pause(0.8), Beat.Move(3.2), Beat.Pause(0.5), Beat.Move(1.1), Beat.Move(0.8), Beat.Pause(0.6),
            .. Enumerable.Range(0, count).SelectMany(i => new[] { Beat.Move(2), Beat.Pause(i < count - 1 ? 0.4 : 1.2) }),
            Beat.Move(0.9), Beat.Pause(0.6), Beat.Move(1.1), Beat.Pause(1.6),
        ]);
        (tie, settle, nextDelta) = (laid[0], laid[4], laid[5]);
        (diagonal, mirror) = (laid[2].Share(0, 0.28), laid[2].Share(0.32, 1));
        turns = [.. Enumerable.Range(0, count).Select(i => laid[7 + 2 * i])];
        (slope, delta) = (laid[7 + 2 * count], laid[9 + 2 * count]);
    }

    public override IEnumerable<Moment> Moments => InOwn(
    [
        new("mirror", mirror.Start), .. turns.Select(turn => new Moment("unit", turn.Start)), new("slope", slope.Start),
        new("delta", delta.Start),
    ]);

    protected override string DefaultTitle => Stage.Words.Titles.Matrix;

    protected override Direction Direction => Direction.Backward;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var (layout, palette, step) = (Aside.Layout, Stage.Palette, Before.Step);
        var pose = PoseAside(t);
        StepBack(pose, layer, shown);
        List<DrawItem> packets = [];
        foreach (var edge in layout.EdgesAfter(layer - 1)) LookOf(ref pose[edge], edge, shown, t);
        foreach (var unit in units)
        {
            ref var look = ref pose[unit];
            look.DeltaOpacity = shown * nextDelta.At(t, Easing.InOutCubic);
            look.Shine(
                shown * RowTints.UnitLight * senders.Max(from => TieOf(unit.Index, from.Index).Share(0, 0.5).At(t, Easing.OutCubic)),
                RowTints.Of(palette, unit.Index));
            look.Shine(
                shown * Math.Max(nextDelta.Swell(t, 0.3, 0.3), 0.9 * TurnOf(unit.Index).Share(0, 0.55).Swell(t, 0.25, 0.3)),
                palette.Backward);
        }
        foreach (var unit in senders)
        {
            ref var look = ref pose[unit];
            look.Delta = layout.DeltaLabel(unit, step.DeltaOf(unit), delta.At(t, Easing.OutCubic));
            look.DeltaOpacity = shown * delta.Share(0, 0.5).At(t, Easing.InOutCubic);
            var lit = turns.Max(turn => turn.Share(0.6, 1).Swell(t, 0.2, 0.3));
            (look.Light, look.LightColor) = (shown * Math.Max(0.8 * lit, delta.Swell(t, 0.3, 0.4)), palette.Backward);
        }
        AddPackets(packets, t);
        DrawAside(frame, pose, t, packets);
        Aside.DrawHeadings(frame, layer - 1, shown * tie.Share(0, 0.2).At(t, Easing.InOutCubic), "w · δ", palette.Backward,
            shown * new Interval(turns[0].Share(0.1, 1).Start, slope.Start).Swell(t, 0.4, 0.35));
        panel.Draw(frame, new()
        {
            Shown = shown,
            Arrived = (row, column) => TieOf(row, column).Share(0, 0.5).At(t, Easing.OutCubic),
            Tied = (row, column) => TieOf(row, column).Swell(t, 0.15, 0.25),
            Diagonal = diagonal.At(t, Easing.InOutCubic),
            Mirrored = mirror.At(t, Easing.InOutSine),
            Placed = settle.At(t, Easing.InOutCubic),
            NextDelta = nextDelta.At(t, Easing.OutCubic),
            Splitting = unit => TurnOf(unit).Swell(t, 0.3, 0.4),
            SumsBegun = ArrivalIn(turns[0]).At(t, Easing.OutCubic),
            SumsWhole = ArrivalIn(turns[^1]).Share(0.4, 1).At(t, Easing.OutCubic),
            Slope = slope.At(t, Easing.OutCubic),
            Delta = delta.At(t, Easing.OutCubic),
        });
    }

    void LookOf(ref EdgeLook look, Edge edge, double shown, double t)
    {
        var tied = TieOf(edge.To, edge.From);
        var turn = TurnOf(edge.To);
        var splitting = turn.Share(0, 0.75).Swell(t, 0.3, 0.4);
        // Once told, an edge keeps the tint of its row.
        var told = tied.Share(0, 0.5).At(t, Easing.OutCubic) * (1 - splitting);
        look.Light = shown * Math.Max(Math.Max(0.9 * tied.Swell(t, 0.15, 0.25), RowTints.Light * told), 0.5 * splitting);
        look.LightColor = RowTints.Of(Stage.Palette, edge.To).Mixed(Stage.Palette.Backward, splitting);
        // Where labels stand so close that none is seen to belong to its edge, each edge has its own only while it is spoken of.
        var staysOn = Aside.Layout.LabelsStandApart(edge.Layer);
        if (!CarriesLabels(edge, Focus.UnitOf(Stage, Before.Step, layer))) return;
        look.LabelOpacity = shown * (staysOn ? tied.Share(0, 0.5).At(t, Easing.OutCubic) : Math.Max(tied.Swell(t, 0.15, 0.25), splitting));
        look.LabelColor = Stage.Palette.Secondary.Mixed(Stage.Palette.Text, tied.Swell(t, 0.15, 0.4));
        // Its share, once handed back, stays beside it until all are added up.
        look.Gradient = Before.Step.CarriedBack(edge);
        look.GradientColor = Stage.Palette.Backward;
        var handsBack = new Interval(turn.Share(0.1, 1).Start, staysOn ? slope.Start : turn.End);
        if (Aside.Layout.GradientsFit(edge.Layer) || Aside.Layout.FocusLabelsFit(edge.Layer))
            look.GradientOpacity = shown * handsBack.Swell(t, 0.4, 0.35);
    }

    void AddPackets(List<DrawItem> packets, double t)
    {
        var atOnce = turns.Length == 1 ? units.Length * senders.Length : senders.Length;
        packets.AddRange(flow.PacketsIn(
            Aside, edge => TurnOf(edge.To).Share(0.1, 0.7).At(t, Easing.InOutCubic), atOnce, Stage.Palette.Backward, backwards: true));
    }

    Interval TieOf(int to, int from) => tie.Staggered(
        units.IndexOf(new Unit(layer, to)) * senders.Length + senders.IndexOf(new Unit(layer - 1, from)), units.Length * senders.Length,
            overlap: 0.6);

    Interval TurnOf(int unit) => turns.Length == 1 ? turns[0] : turns[units.IndexOf(new Unit(layer, unit))];

    static Interval ArrivalIn(Interval turn) => turn.Share(0.65, 0.95);
}
