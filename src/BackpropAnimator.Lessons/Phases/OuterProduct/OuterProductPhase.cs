using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The gradients of a layer's weights as δ times aᵀ: the first product written out, then
/// cell by cell, every cell with its edge; at last the shapes, which are those of W.
/// </summary>
[Phase("outer_product", Place = 160, Needs = "loss", Opening = PhaseOpening.AsideElsewhere)]
[Description("The gradients of a layer's weights as a column times a row, δ aᵀ, filling cell by cell in the very shape of W.")]
[Moment("inputs", "the row of activations comes")]
[Moment("first", "the first product is worked out")]
[Moment("rest", "all others follow")]
[Moment("shapes", "the shapes are held against each other")]
[Moment("weights", "the gradients stand along their weights")]
internal sealed class OuterProductPhase : AsidePhase<OuterProductOptions>
{
    readonly int layer;
    readonly OuterProductPanel panel;
    readonly Interval deltas, inputs, first, reading, rest, shapes, weights, end;
    readonly ImmutableArray<Edge> edges;

    public OuterProductPhase(OuterProductOptions options, PhasePlace place) 
        : base(options, place, MatrixRoom.Of(place.Stage, place.Stage.LayerOf(options.Layer)).Network)
    {
        layer = Stage.LayerOf(options.Layer);
        panel = new(Stage, Before.Step, layer, MatrixRoom.Of(Stage, layer).Matrices);
        edges = [.. Stage.Network.Layout.EdgesAfter(layer - 1)];
        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(0.9), Beat.Move(0.9), Beat.Pause(0.4), Beat.Move(1.2), Beat.Pause(1.2),
                Beat.Move(Math.Clamp(0.45 * edges.Length, 1.5, 4)), Beat.Pause(0.5),
            Beat.Move(2.2), Beat.Move(1), Beat.Pause(2),
        ]);
        (deltas, inputs, first, reading, rest, shapes, weights, end) =
            (laid[0], laid[1], laid[3], laid[4], laid[5], laid[7], laid[8], laid[9]);
    }

    public override IEnumerable<Moment> Moments => InOwn(
    [
        new("inputs", inputs.Start), new("first", first.Start), new("rest", rest.Start), new("shapes", shapes.Start),
        new("weights", weights.Start),
    ]);

    protected override string DefaultTitle => Stage.Words.Titles.OuterProduct;

    protected override Direction Direction => Direction.Backward;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        var pose = PoseAside(t);
        StepBack(pose, layer, shown);
        foreach (var edge in edges) LookOf(ref pose[edge], edge, shown, t);
        foreach (var unit in layout.UnitsOf(layer))
        {
            ref var look = ref pose[unit];
            look.DeltaOpacity = shown * deltas.At(t, Easing.InOutCubic);
            look.Shine(shown * RowTints.UnitLight * weights.At(t, Easing.InOutCubic), RowTints.Of(palette, unit.Index));
            look.Shine(
                shown * Math.Max(deltas.Swell(t, 0.3, 0.3), 0.6 * edges.Where(e => e.To == unit.Index).Max(e => LightOf(e, t))),
                palette.Backward);
        }
        foreach (var unit in layout.UnitsOf(layer - 1))
        {
            ref var look = ref pose[unit];
            (look.Light, look.LightColor) = (
                shown * Math.Max(inputs.Swell(t, 0.3, 0.3), 0.6 * edges.Where(e => e.From == unit.Index).Max(e => LightOf(e, t))),
                palette.Forward);
        }
        DrawAside(frame, pose, t);
        Aside.DrawHeadings(
            frame, layer - 1, shown * deltas.At(t, Easing.InOutCubic), "∂L/∂w", palette.Text,
            shown * first.Share(0, 0.6).At(t, Easing.InOutCubic));
        panel.Draw(frame, new()
        {
            Shown = shown,
            Deltas = deltas.At(t, Easing.OutCubic),
            Inputs = inputs.At(t, Easing.OutCubic),
            Filled = (row, column) => TurnOf(new(layer - 1, column, row)).At(t, Easing.OutCubic),
            Lit = (row, column) => LightOf(new(layer - 1, column, row), t),
            Working = new Interval(first.Start, rest.Start + 0.3 * rest.Duration).Swell(t, 0.4, 0.4),
            Shapes = 4 * shapes.Progress(t),
            Weights = weights.At(t, Easing.OutCubic),
            Agreement = new Interval(weights.Start, end.End + 1).Swell(t, 0.5, 0.5),
        });
    }

    void LookOf(ref EdgeLook look, Edge edge, double shown, double t)
    {
        var gradient = Before.Step.GradientOf(edge);
        var color = Stage.Palette.SignOf(gradient);
        (look.Light, look.LightColor) = (shown * LightOf(edge, t), color);
        if (!CarriesLabels(edge, Focus.UnitOf(Stage, Before.Step, layer))) return;
        // Where labels stand so close that none is seen to belong to its edge, each edge has its own only while it is spoken of.
        var staysOn = Aside.Layout.LabelsStandApart(edge.Layer) ? 1 : LightOf(edge, t);
        look.LabelOpacity = shown * deltas.At(t, Easing.InOutCubic) * staysOn;
        if (!Aside.Layout.GradientsFit(edge.Layer) && !Aside.Layout.FocusLabelsFit(edge.Layer)) return;
        look.GradientColor = color;
        look.Gradient = gradient;
        look.GradientOpacity = shown * TurnOf(edge).Share(0, 0.6).At(t, Easing.InOutCubic) * staysOn;
    }

    Interval TurnOf(Edge edge)
    {
        var place = edges.IndexOf(edge);
        return place == 0 ? first : rest.Staggered(place - 1, Math.Max(1, edges.Length - 1), overlap: 0.35);
    }

    // The first shines as long as it is read.
    double LightOf(Edge edge, double t)
    {
        if (edge == edges[0]) return new Interval(first.Start, reading.End).Swell(t, 0.3, 0.3);
        var turn = TurnOf(edge);
        return turn.Swell(t, turn.Duration * 0.3, turn.Duration * 0.4);
    }
}
