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
/// One weight moves by ε, and the needle of the loss moves with it: by what
/// real forward passes give, which is nearly what the gradient foretold.
/// </summary>
[Phase("nudge", Place = 250)]
[Description("One weight is moved a little, and the loss moves with it: by nearly the gradient times the nudge.")]
[Moment("slope", "the slope is drawn")]
[Moment("foretell", "the change of the loss is foretold")]
[Moment("nudge", "the weight is nudged")]
[Moment("measure", "the change is measured")]
internal sealed class NudgePhase : SoloPhase<NudgeOptions>
{
    const float LargestFormula = 58;

    readonly Nudge nudge;
    readonly DenseNetwork network;
    readonly ImmutableArray<Example> examples;
    readonly LossGauge gauge;
    readonly LossAlongWeight curve;
    readonly ImmutableArray<Interval> beats;
    readonly ImmutableArray<(string Source, SKPoint Origin)> lines;
    readonly float size;

    public NudgePhase(NudgeOptions options, PhasePlace place) : base(options, place)
    {
        network = Before.Step.Before;
        examples = [.. Before.Step.Batch];
        var edge = options.Weight is { } weight ? Stage.EdgeOf(weight) : Focus.SteepestEdge(Before.Step);
        nudge = Nudge.Of(network, examples, new(edge.Layer, edge.From, edge.To), options.Epsilon);
        beats = Beat.Lay(
            Own.Duration, Beat.Move(1), Beat.Pause(0.6), Beat.Move(0.9), Beat.Move(0.6), Beat.Pause(1.2), Beat.Move(1.4), Beat.Move(0.6),
            Beat.Pause(2));

        var body = Stage.Layout.Body;
        var (left, right, formulas) = Places(body, Stage.Layout.IsWide);
        var palette = Stage.Palette;
        curve = new(left, network, nudge, examples, Focus.NameOf(Stage, edge), Stage.Words, palette);
        var change = Math.Max(Math.Abs(nudge.Change), Math.Abs(nudge.PredictedChange));
        // A weight that the loss does not depend on leaves the needle in the middle of a scale of some size.
        var reach = change > 0 ? 2.2 * change : Math.Max(0.1 * nudge.LossBefore, 0.001);
        var lossName = examples.Length > 1 ? LossName.Short(examples.Length, Stage.Words) : Stage.Words.Nudge.Loss;
        gauge = new(right, lossName, nudge.LossBefore, reach, palette);
        // Two lines, the first with a fraction.
        var most = Math.Min(formulas.Height * 0.25f, LargestFormula);
        size = new[] { Foretold, Measured }.Min(source =>
            MathF.Floor(most * Math.Min(1, formulas.Width / Stage.Fonts.Lay(source, most).Width)));
        lines = [(Foretold, Start(Foretold, 0.3f)), (Measured, Start(Measured, 0.78f))];

        SKPoint Start(string source, float share) =>
            new(formulas.MidX - Stage.Fonts.Lay(source, size).Width / 2, formulas.Top + formulas.Height * share + size * 0.2f);
    }

    Interval Drawing => beats[0];
    Interval Sloping => beats[2];
    Interval Foretelling => beats[3];
    Interval Moving => beats[5];
    Interval Measuring => beats[6];

    public override IEnumerable<Moment> Moments => InOwn(
    [
        new("slope", Sloping.Start), new("foretell", Foretelling.Start), new("nudge", Moving.Start), new("measure", Measuring.Start),
    ]);

    protected override string DefaultTitle => Stage.Words.Titles.Nudge;

    // One more than elsewhere: the difference between what was foretold and what came is to be seen.
    const int Decimals = 4;

    // With how many an epsilon is written that has so many.
    const int EpsilonDecimals = 3;

    string L => LossName.InFormula(examples.Length);

    static string Signed(double value) => Signs.Part(value, Numbers.InFormula.WithSign(value, Numbers.InFormula.Rounded(value, Decimals)));

    string Epsilon => Numbers.InFormula.AsFactor(nudge.Epsilon, Numbers.InFormula.Trimmed(nudge.Epsilon, 0, EpsilonDecimals));

    string Foretold =>
        $@"{Formula.Words(Stage.Words.Nudge.Foretold)} \frac{{\partial {L}}}{{\partial w}} \cdot \varepsilon = " +
            $@"{Gradient} \cdot {Epsilon} " +
            $@"{Rounded.Sign(SeenPrediction, nudge.PredictedChange, Decimals)} {Signed(nudge.PredictedChange)}";

    string Gradient => nudge.Gradient == 0
        ? "0"
        : $"({Numbers.InFormula.WithSign(nudge.Gradient, Numbers.InFormula.Rounded(nudge.Gradient, Decimals))})";

    double SeenPrediction => Rounded.AsWritten(nudge.Gradient, Decimals) * Rounded.AsTrimmed(nudge.Epsilon, EpsilonDecimals);

    string Measured =>
        $@"{Formula.Words(Stage.Words.Nudge.Measured)} \Delta {L} = {Written(nudge.LossAfter)} - {Written(nudge.LossBefore)} " +
            $@"{Rounded.Sign(SeenChange, nudge.Change, Decimals)} {Signed(nudge.Change)}";

    double SeenChange => Rounded.AsWritten(nudge.LossAfter, Decimals) - Rounded.AsWritten(nudge.LossBefore, Decimals);

    static string Written(double loss) => Numbers.InFormula.Rounded(loss, Decimals);

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var moved = Moving.At(t, Easing.InOutCubic);
        var loss = LossAt(moved);
        curve.Draw(frame, Drawing.At(t, Easing.InOutCubic), Sloping.At(t, Easing.InOutCubic), moved, loss, here);
        gauge.Draw(frame, loss, moved > 0 ? nudge.LossBefore : null, Moving.Swell(t, 0.3, 0.4), here);
        for (var i = 0; i < lines.Length; i++)
        {
            var shown = here * (i == 0 ? Foretelling : Measuring).At(t, Easing.InOutCubic);
            if (shown <= 0.01) continue;
            var (source, origin) = lines[i];
            frame.Add(new FormulaText(source, origin, size, FormulaStyles.ByRole(Stage.Palette, shown, Stage.Fonts.Lay(source, size))));
        }
    }

    double LossAt(double moved) => moved switch
    {
        <= 0 => nudge.LossBefore,
        >= 1 => nudge.LossAfter,
        _ => network.With(nudge.Weight, network.WeightAt(nudge.Weight) + nudge.Epsilon * moved).LossOver(examples),
    };

    static (SKRect Left, SKRect Right, SKRect Formulas) Places(SKRect body, bool isWide)
    {
        if (isWide)
        {
            var floor = body.Top + body.Height * 0.68f;
            return (
                new(body.Left + 20, body.Top + 10, body.MidX - 50, floor), new(body.MidX + 50, body.Top + 10, body.Right - 20, floor),
                new(body.Left, floor + 10, body.Right, body.Bottom - 6));
        }
        float first = body.Top + body.Height * 0.4f, second = body.Top + body.Height * 0.78f;
        return (
            new(body.Left, body.Top + 10, body.Right, first), new(body.Left, first + 20, body.Right, second),
            new(body.Left, second + 10, body.Right, body.Bottom - 6));
    }
}
