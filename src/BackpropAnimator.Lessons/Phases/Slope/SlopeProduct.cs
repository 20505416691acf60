using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A unit's error sent through its slope: the two factors and δ, as bars of one scale and as a formula.</summary>
internal sealed class SlopeProduct
{
    readonly LessonStage stage;
    readonly Bars bars;
    readonly Throttle throttle;
    readonly ImmutableArray<Bar> values;
    readonly double error, slope, delta;

    /// <param name="area">What the bars fill.</param>
    public SlopeProduct(LessonStage stage, LearningStep step, Unit unit, SKRect area)
    {
        this.stage = stage;
        var (layer, palette) = (step.Backward.Layers[unit.Layer - 1], stage.Palette);
        (error, slope, delta) = (layer.Incoming[unit.Index], layer.Slope[unit.Index], layer.Delta[unit.Index]);
        var isOutput = unit.Layer == step.Before.Layers.Length;
        var name = !isOutput ? stage.Words.Slope.BackpropSum
            : step.Before.Loss.SlopeIsRawError ? stage.Words.Slope.RawError : "∂L/∂a";
        values =
        [
            new(name, error, palette.FactorError, WithSign), new(stage.Words.Slope.TimesSlope, slope, palette.FactorSlope, Numbers.Brief),
                new("= δ", delta, palette.Backward, WithSign),
        ];
        // Above the bars the same is seen as fire.
        var activation = (ElementwiseActivation)step.Before.Layers[unit.Layer - 1].Activation;
        throttle = new(area with { Bottom = area.Top + 0.44f * area.Height }, error, slope, activation.SlopeAt(0), palette);
        var room = area with { Top = area.Top + 0.48f * area.Height, Bottom = area.Bottom - 0.04f * area.Height };
        var largest = values.Max(bar => Math.Abs(bar.Value));
        bars = new(
            room, BarDirection.Right, new LinearScale(0, largest > 0 ? largest : 1, 1), palette,
            labelRoom: Math.Min(230, 0.42f * area.Width), values.Length);
        Heading = Focus.NameOf(stage, unit);
        var a = step.ActivationOf(unit);
        Remark = isOutput
            ? $"a = {Numbers.Significant(a, 2)}, y = {Numbers.Brief(step.Example.Target[unit.Index])}"
            : $"a = {Numbers.Significant(a, 2)}";
    }

    public string Heading { get; }

    public string Remark { get; }

    /// <param name="visit">When they grow, one after the other.</param>
    public void DrawBars(FrameBuilder frame, double t, Interval visit, double opacity)
    {
        throttle.Draw(
            frame, TurnOf(0, visit).At(t, Easing.OutCubic), TurnOf(1, visit).At(t, Easing.InOutCubic),
            TurnOf(2, visit).At(t, Easing.OutCubic), opacity);
        bars.Draw(frame, values, i => new(TurnOf(i, visit).At(t, Easing.OutCubic), TurnOf(i, visit).Swell(t, 0.2, 0.3)), opacity);
    }

    public void DrawFormula(FrameBuilder frame, double t, Interval visit, double opacity)
    {
        double Shown(int i) => opacity * TurnOf(i, visit).Share(0, 0.5).At(t, Easing.InOutCubic);
        // As exactly as two digits of each factor allow.
        var decimals = Numbers.DecimalsFor(delta, 2);
        var seen = SeenValue(error) * SeenValue(slope);
        stage.Formulas.Draw(frame,
            [
                new(
                    @"\part{delta}{\delta} = \part{error}{\frac{\partial L}{\partial a}} \cdot \part{slope}{\frac{\partial a}{\partial z}}",
                    opacity),
                new($@"= \part{{error}}{{{InFormula(error)}}}", Shown(0)),
                new($@"\cdot \; \part{{slope}}{{{InFormula(slope)}}}", Shown(1)),
                new($@"{Rounded.Sign(seen, delta, decimals)} \part{{delta}}{{{Numbers.InFormula.Significant(delta, 2)}}}", Shown(2)),
            ]);
    }

    static Interval TurnOf(int i, Interval visit) => visit.Share(0.02, 0.62).Staggered(i, 3, 0.1);

    static string WithSign(double value) => Numbers.WithSign(value, Numbers.Significant(value, 2));

    static string InFormula(double value) =>
        Numbers.InFormula.AsFactor(value, Numbers.InFormula.Significant(value, 2));

    static double SeenValue(double value) => Rounded.AsSignificant(value, 2);
}
