using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One connection taken apart: the network steps aside, and beside it its numbers multiply, box by box. Each box lights up together with
/// the place in the network that it is measured at.
/// </summary>
[Phase("inspect", Place = 90, Opening = PhaseOpening.AsideElsewhere)]
[Description("The arithmetic of one connection with the numbers on screen: δ = error × slope, then ∂L/∂w = δ · a.")]
[Moment("quantity", "the next quantity is worked out")]
internal sealed class InspectPhase : AsidePhase<InspectOptions>
{
    // A reading pause follows each quantity; the last one is the longest.
    const int Quantities = 5;

    readonly Edge edge;
    readonly LearningStep step;
    readonly ArithmeticBoard board;
    readonly SKRect heading;
    readonly string subject, remark;
    readonly ImmutableArray<Interval> turns;

    public InspectPhase(InspectOptions options, PhasePlace place)
        : base(options, place, NetworkIn(PlacesOn(place.Stage.Layout).Network, place.Stage))
    {
        var old = Before.Step;
        step = options.Sample is { } n ? Stage.Numbers.StepFrom(old.Before, old.State, Stage.Numbers.Samples[n]) : old;
        edge = options.Weight is { } weight ? Stage.EdgeOf(weight) : Focus.EdgeOf(Stage, step, step.Before.Layers.Length - 1);
        var (from, to) = (new Unit(edge.Layer, edge.From), new Unit(edge.Layer + 1, edge.To));
        var sample = SampleNames.Of(step.Example, Stage.Numbers.Samples.IndexOf(step.Example), Stage.Words);
        (subject, remark) = (Focus.NameOf(Stage, edge), Stage.Words.Samples.ForSample(sample));
        var places = PlacesOn(Stage.Layout);
        heading = places.Heading;
        board = new(Stage, places.Board, ConnectionArithmetic.Of(step, edge, Focus.NameOf(Stage, from), Stage.Words));
        turns = Beat.Lay(Own.Duration,
        [
            Beat.Move(0.5),
            .. Enumerable.Range(0, Quantities).SelectMany(i => new[] { Beat.Move(0.9), Beat.Pause(i == Quantities - 1 ? 1.4 : 0.7) }),
            Beat.Move(0.3),
        ]);
    }

    public override IEnumerable<Moment> Moments =>
        InOwn(Enumerable.Range(0, Quantities).Select(i => new Moment("quantity", Turn(i).Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Inspect;

    protected override Direction Direction => Direction.Backward;

    public override StageState After => Before with { IsGrown = true, HasActivations = true };

    protected override NetworkPose PoseAside(StageState state) => Numbered(state);

    static (SKRect Network, SKRect Heading, SKRect Board) PlacesOn(StageLayout layout)
    {
        const float headingHeight = 64;
        var body = layout.Body;
        if (layout.IsWide)
        {
            var left = body.Left + body.Width * 0.49f;
            return (
                new(body.Left, body.Top, body.Left + body.Width * 0.43f, body.Bottom - 40),
                new(left, body.Top, body.Right, body.Top + headingHeight),
                new(left, body.Top + headingHeight + 10, body.Right, body.Bottom));
        }
        var middle = body.Top + body.Height * 0.42f;
        return (
            new(body.Left + body.Width * 0.06f, body.Top + 10, body.Right - body.Width * 0.06f, middle),
            new(body.Left, middle, body.Right, middle + headingHeight),
            new(body.Left, middle + headingHeight + 6, body.Right, body.Bottom));
    }

    Interval Turn(int quantity) => turns[1 + 2 * quantity];

    Interval Reading(int quantity) => turns[2 + 2 * quantity];

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        DrawNetwork(frame, t, shown);
        var opened = shown * turns[0].At(t, Easing.InOutCubic);
        if (opened > 0.01)
        {
            var palette = Stage.Palette;
            frame.Add(new TextLine(subject, new(heading.Left, heading.Top + 44), 34, palette.Text.Faded(opened), Face.SemiBold));
            frame.Add(new TextLine(
                remark, new(heading.Right, heading.Top + 44), 26, palette.Secondary.Faded(opened), Face.Regular, SKTextAlign.Right));
        }
        board.Draw(frame, [.. Enumerable.Range(0, Quantities).Select(i => new QuantityLook(
            shown * Turn(i).Share(0, 0.4).At(t, Easing.InOutCubic), Turn(i).Share(0.3, 1).At(t, Easing.InOutCubic), Light(i, t)))]);
    }

    double Light(int quantity, double t) => new Interval(Turn(quantity).Start, Reading(quantity).End).Swell(t, 0.3, 0.4);

    void DrawNetwork(FrameBuilder frame, double t, double shown)
    {
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        var inHand = turns[0].At(t, Easing.InOutCubic) * shown;
        var changed = step == Before.Step
            ? 1
            : turns[0].At(t, Easing.InOutCubic) * (ClearsStage ? 1 : 1 - turns[^1].At(t, Easing.InOutCubic));
        var pose = PoseAside(t, Before with { Step = step });
        var (from, to) = (new Unit(edge.Layer, edge.From), new Unit(edge.Layer + 1, edge.To));
        foreach (var unit in layout.Units)
        {
            ref var look = ref pose[unit];
            if (unit != from && unit != to && unit.Layer != edge.Layer + 2) look.Opacity *= 1 - 0.5 * inHand;
            var (old, now) = (Before.Step.ActivationOf(unit), step.ActivationOf(unit));
            var a = old + (now - old) * changed;
            (look.Value, look.Level) = (layout.UnitValue(unit, a), Poses.LevelOf(a));
        }
        foreach (var e in layout.Edges)
            if (e != edge && !HandsBack(e)) pose[e].Opacity *= 1 - 0.6 * inHand;
        if (layout.IsShown(from) && layout.IsShown(to)) MarkPlaces(pose, from, to, shown, inHand, t);
        DrawAside(frame, pose, t, Travellers(shown, t));
        if (layout.IsShown(to))
            frame.Add(new Ring(layout.Centre(to), layout.RadiusOf(to) - 9, 5, palette.FactorSlope.Faded(shown * Mark(1, t)), 0, 359.9f));
    }

    // The error comes back to the unit; from there only what its slope lets through goes on along the weight: nothing, where that is 0.
    IEnumerable<DrawItem> Travellers(double shown, double t)
    {
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        var color = palette.Backward.Faded(shown);
        var arriving = Turn(0).At(t, Easing.InOutCubic);
        foreach (var e in layout.Edges.Where(HandsBack))
            if (step.CarriedBack(e) != 0 && Back(e, arriving, 1) is { } packet) yield return packet;
        var passed = Share(step.DeltaOf(new Unit(edge.Layer + 1, edge.To)), step.Backward.Layers[edge.Layer].Incoming[edge.To]);
        if (passed > 0 && layout.IsShown(edge) && Back(edge, Turn(2).At(t, Easing.InOutCubic), passed) is { } thinner)
            yield return thinner with { Width = thinner.Width * (float)Math.Max(0.2, passed) };

        Comet? Back(Edge e, double progress, double strength)
        {
            var (from, to) = layout.Ends(e);
            return Packets.Along(new(to, from), progress, strength, color, palette);
        }

        static double Share(double delta, double incoming) =>
            incoming == 0 ? 0 : Math.Sqrt(Math.Clamp(Math.Abs(delta / incoming), 0, 1));
    }

    // The weights along which the backprop sum of a hidden unit comes.
    bool HandsBack(Edge e) => e.Layer == edge.Layer + 1 && e.From == edge.To;

    // A place keeps its mark from its turn on, and is brightest while it is spoken of.
    double Mark(int quantity, double t) => 0.5 * Turn(quantity).Share(0, 0.4).At(t, Easing.OutCubic) + 0.5 * Light(quantity, t);

    void MarkPlaces(NetworkPose pose, Unit from, Unit to, double shown, double inHand, double t)
    {
        var (layout, palette) = (Aside.Layout, Stage.Palette);
        // After softmax the error is that of all outputs, unless it is a − y.
        var backward = step.Backward.Layers[edge.Layer];
        var errors = backward.IsCancelled ? [to] : backward.TermsOf(edge.To).Select(term => to with { Index = term.Unit });
        foreach (var place in errors.Where(layout.IsShown))
            (pose[place].Mark, pose[place].MarkColor) = (shown * Mark(0, t), palette.FactorError);
        ref var target = ref pose[to];
        if (to.Layer < layout.Sizes.Length - 1)
            target.Shine(
                shown * new Interval(Turn(0).End - 0.15, Turn(0).End + 1.1).Swell(t, 0.15, 0.9), palette.Backward);
        target.DeltaOpacity = shown * Turn(2).Share(0.4, 1).At(t, Easing.InOutCubic);
        ref var source = ref pose[from];
        (source.Mark, source.MarkColor) = (shown * Mark(3, t), palette.FactorInput);
        ref var inspected = ref pose[edge];
        (inspected.Light, inspected.LightColor) = (0.7 * inHand, palette.Text);
        if (layout.LabelsFit(edge.Layer)) inspected.GradientOpacity = shown * Turn(4).Share(0.5, 1).At(t, Easing.InOutCubic);
        foreach (var e in layout.Edges.Where(HandsBack))
        {
            ref var look = ref pose[e];
            (look.Light, look.LightColor) = (0.6 * shown * Light(0, t), palette.Backward);
            ref var above = ref pose[new Unit(e.Layer + 1, e.To)];
            above.DeltaOpacity = shown * Turn(0).Share(0, 0.5).At(t, Easing.InOutCubic);
        }
    }
}
