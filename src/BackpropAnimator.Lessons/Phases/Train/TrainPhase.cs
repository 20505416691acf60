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
/// The network steps aside and learns the whole data: the first epochs one by one, forward, back and update, then in time lapse. Its
/// lines grow thicker and thinner with their weights, the loss draws its curve, and beside them one sees what the network has learned.
/// </summary>
[Phase("train", Place = 80, Opening = PhaseOpening.AsideElsewhere, NeedsData = true)]
[Description("The network learns the scene's data before the viewer's eyes: single steps first, then in time lapse, with the loss's " +
    "curve, and the boundary between classes, the fitted curve or tables of its numbers.")]
[Moment("learning", "the first epoch begins")]
[Moment("learned", "the last epoch is over")]
internal sealed class TrainPhase : AsidePhase<TrainOptions>
{
    // Seconds that the first epoch takes, and how far back a number is looked up to see whether it has changed.
    const double FirstEpoch = 2, Recently = 0.35;

    // Seconds that a unit takes to die, and how often one looks back over them for the moment when it was still alive.
    const double DyingTime = 2.2;
    const int Looks = 12, Halvings = 8;

    readonly Interval built, run;
    readonly TrainingFilm film;
    readonly TrainingLayout layout;
    readonly TrainingView view;
    readonly Readouts readouts;
    readonly Plot plot;
    readonly LearningRateNote learningRate;
    readonly StageState after;

    public TrainPhase(TrainOptions options, PhasePlace place)
        : base(options, place, NetworkIn(LayoutOf(options, place.Stage).Network, place.Stage))
    {
        var step = Before.Step;
        var beats = Beat.Lay(Own.Duration, Beat.Move(0.8), Beat.Move(12), Beat.Pause(1.4));
        (built, run) = (beats[0], beats[1]);
        var epochs = options.Epochs ?? Stage.Numbers.Scene.Training.Epochs;
        film = new(Stage.Numbers, step, new(epochs, run.Duration, Math.Min(FirstEpoch, run.Duration / 5)));

        layout = LayoutOf(options, Stage);
        view = TrainingView.Of(ViewOf(options, Stage), options, layout, film, Stage);
        readouts = new(layout.Counter, film, Stage);
        plot = new(layout.Plot, film.History.Epochs, film.History.Losses.Max(), Stage.Palette);

        // Beside the name of the horizontal axis.
        learningRate = new(Stage, step, new(plot.Inner.Right, layout.Plot.Bottom - 10));

        var trained = Stage.Numbers.StepFrom(film.History.Network, film.History.State, step.Example);
        after = Before with
        {
            Step = trained,
            Dead = film.Last.Dead,
            // A loss over all samples does not go on as that of a single one.
            EarlierLosses = step.Batch.Count == film.Samples.Length ? Before.EarlierLosses.AddRange(film.History.Losses.SkipLast(1)) : [],
            IsGrown = true, HasActivations = true, HasLoss = false, HasGradients = false,
        };
    }

    static TrainViewKind ViewOf(TrainOptions options, LessonStage stage) =>
        TrainChecks.ViewOf(options, stage.Network.Layout.Sizes, stage.Numbers.Answers.AreAnswers);

    static TrainingLayout LayoutOf(TrainOptions options, LessonStage stage)
    {
        if (ViewOf(options, stage) != TrainViewKind.Loss) return TrainingLayout.WithPicture(stage.Layout, RowsIn);
        var sizes = stage.Network.Layout.Sizes;
        var rows = TrainChecks.TableOf(options, sizes) switch
        {
            TrainTableKind.Samples => SampleTable.UnitsOf(sizes).Length,
            TrainTableKind.Weights => UnitTable.UnitsOf(sizes).Length,
            _ => 0,
        };
        return TrainingLayout.WithTables(
            stage.Layout, rows, Math.Min(stage.Numbers.Samples.Length, TrainingFilm.MostSamples), RowsIn);

        int RowsIn(float width) => Readouts.RowsIn(width, stage.Numbers);
    }

    protected override Direction Direction => Direction.Learning;

    public override IEnumerable<Moment> Moments => InOwn([new("learning", run.Start), new("learned", run.End)]);

    protected override string DefaultTitle => Stage.Words.Titles.Train;

    public override StageState After => after;

    protected override double SignsShown => 1;

    protected override NetworkPose PoseAside(StageState state)
    {
        var pose = Numbered(state);
        // Numbers that stand too close to be told apart are left to the lines' width and dashes.
        foreach (var edge in Aside.Layout.Edges)
            if (!Aside.Layout.LabelsStandApart(edge.Layer)) pose[edge].LabelOpacity = 0;
        return pose;
    }

    protected override void Adorn(NetworkPose pose, StageState state, double left)
    {
        // What has died in the training stays so on the stage; what never lived is marked as that here.
        foreach (var unit in film.First.Dead.Where(Aside.Layout.IsShown)) pose[unit].Dead = Math.Max(pose[unit].Dead, left);
    }

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var time = t - run.Start;
        var (now, before) = (film.At(time), film.At(time - Recently));
        var arrived = shown * built.At(t, Easing.InOutCubic);
        DrawNetwork(frame, now, t, arrived);
        DrawSignLegend(frame, arrived);
        readouts.Draw(frame, now, arrived);
        plot.DrawAxes(frame, "", Stage.Words.Train.Epochs, arrived);
        learningRate.Draw(frame, now, before, arrived);
        if (arrived > 0.5)
            plot.DrawCurve(
                frame, film.History.Losses, Reached(now, time) / Math.Max(1, film.History.Epochs),
                Stage.Palette.LossOver(film.History.Losses), arrived);
        view.Draw(frame, now, before, arrived);
    }

    // The curve is drawn to where the numbers are; between kept moments, and in time lapse, it goes on smoothly.
    double Reached(TrainingInstant now, double time) =>
        film.SlownessAt(time) > 0 ? now.From.Epoch + now.Share : Math.Min(film.History.Epochs, film.Pace.EpochAt(time));

    void DrawNetwork(FrameBuilder frame, TrainingInstant now, double t, double arrived)
    {
        var place = Aside.Layout;
        var pose = PoseAside(t, Before with { Step = now.Nearest.InHand });
        foreach (var unit in place.Units)
        {
            ref var look = ref pose[unit];
            if (unit.Layer == 0) continue;
            var a = now.Of(m => m.InHand.ActivationOf(unit));
            (look.Value, look.Level) = (place.UnitValue(unit, a), Poses.LevelOf(a));
            look.Dead = DeathOf(unit, t - run.Start) * look.Opacity;
            if (look.Dead is > 0 and < 1) look.Shine(0.9 * new Death(look.Dead).Flare, Stage.Palette.Backward);
        }
        foreach (var edge in place.Edges)
        {
            ref var look = ref pose[edge];
            look.Weight = now.Of(m => m.InHand.WeightOf(edge));
            look.SignShown = 1;
            // Nothing goes into a dead unit, or out of it.
            var (from, to) = (new Unit(edge.Layer, edge.From), new Unit(edge.Layer + 1, edge.To));
            look.Opacity *= 1 - Poses.SteppedBack * Math.Max(Dying(from, pose), Dying(to, pose));
            look.LabelOpacity *= Math.Max(0, 1 - 2 * Math.Max(pose[from].Dead, pose[to].Dead));
        }
        view.Mark(pose, place, arrived);
        List<DrawItem> packets = [];
        Flow(pose, packets, now, t - run.Start);
        DrawAside(frame, pose, t, packets);
    }

    // What was dead before has stepped back already.
    double Dying(Unit unit, NetworkPose pose) => Before.Dead.Contains(unit) ? 0 : pose[unit].Dead;

    // How far it has died: the numbers tell when that begins, and seeing it takes its time.
    double DeathOf(Unit unit, double time)
    {
        bool IsDead(double at) => film.At(at).DeathOf(unit) >= 1;
        if (!IsDead(time)) return 0;
        for (var i = 1; i <= Looks; i++)
        {
            var (alive, dead) = (time - DyingTime * i / Looks, time - DyingTime * (i - 1) / Looks);
            if (IsDead(alive)) continue;
            for (var n = 0; n < Halvings; n++)
                if (IsDead((alive + dead) / 2)) dead = (alive + dead) / 2;
                else alive = (alive + dead) / 2;
            return (time - dead) / DyingTime;
        }
        return 1;
    }

    // One epoch at a slow pace: forward, back, and then the weights change. At a fast pace only the weights are seen to move.
    void Flow(NetworkPose pose, List<DrawItem> packets, TrainingInstant now, double time)
    {
        var slow = film.SlownessAt(time) * (time < 0 ? 0 : 1);
        if (slow <= 0.02) return;
        var (palette, place) = (Stage.Palette, Aside.Layout);
        var passed = film.Pace.EpochAt(time) - now.From.Epoch;
        var gaps = place.Sizes.Length - 1;
        var (forward, backward, update) = (new Interval(0.02, 0.36), new Interval(0.38, 0.72), new Interval(0.66, 1));
        for (var layer = 0; layer < gaps; layer++)
        {
            Cross(layer, forward.Staggered(layer, gaps, 0), backwards: false);
            Cross(layer, backward.Staggered(gaps - 1 - layer, gaps, 0), backwards: true);
        }
        foreach (var edge in place.Edges)
        {
            ref var look = ref pose[edge];
            var lit = 0.4 * slow * update.Swell(passed, 0.1, 0.2);
            if (lit > look.Light) (look.Light, look.LightColor) = (lit, palette.Text);
        }

        void Cross(int layer, Interval turn, bool backwards)
        {
            var color = backwards ? palette.Backward : palette.Forward;
            var step = now.From.InHand;
            var flow = new LayerFlow(place, layer, backwards ? step.CarriedBack : step.CarriedForward);
            packets.AddRange(flow.PacketsIn(Aside, turn.At(passed, Easing.InOutSine), color, backwards, slow));
            foreach (var unit in place.UnitsOf(backwards ? layer : layer + 1))
            {
                ref var look = ref pose[unit];
                var lit = 0.7 * slow * new Interval(turn.End - 0.04, turn.End + 0.16).Swell(passed, 0.05, 0.12);
                look.Shine(lit, color);
            }
        }
    }

    // What the two kinds of lines mean, below the network's middle.
    void DrawSignLegend(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        const float sample = 54, size = 28;
        var (palette, y) = (Stage.Palette, layout.Network.Bottom + 6);
        var x = Aside.Layout.LayerX(0) - Aside.Layout.RadiusOf(0);
        foreach (var (name, dash) in new[] { ("w > 0", 0f), ("w < 0", 12f) })
        {
            frame.Add(new Line(new(x, y), new(x + sample, y), 3.5f, palette.Rest.Faded(opacity), dash));
            frame.Add(new TextLine(
                name, new(x + sample + 14, y), size, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Left, TextAnchor.Middle));
            x += sample + 14 + Stage.Fonts.Shape(name, Face.Medium, size).Width + 44;
        }
    }
}
