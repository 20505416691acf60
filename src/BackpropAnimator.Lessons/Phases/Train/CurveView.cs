using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The network's output over its only input: a curve that bends towards the samples, with the raw error between each and the curve.
/// </summary>
internal sealed class CurveView : TrainingView
{
    const int CurvePoints = 220, MostTicks = 6;
    const float CurveWidth = 5, ErrorWidth = 2.5f;

    // More raw errors than this are a red wall.
    const int MostErrors = 60;

    readonly LessonStage stage;
    readonly Plot plot;
    readonly LinearScale x;
    readonly SampleDots dots;
    readonly PlotKey key;
    readonly TrainingFilm film;

    /// <param name="area">The curve with its axes and its key.</param>
    public CurveView(SKRect area, TrainingFilm film, LessonStage stage)
    {
        (this.stage, this.film) = (stage, film);
        var (trained, heldOut) = (film.Samples, stage.Numbers.TestSamples);
        key = new(area.Left + AxisNumbers.RoomLeft, area.Right, area.Bottom, Entries(heldOut.Length > 0), stage);
        var all = trained.Concat(heldOut).ToList();
        x = LinearScale.Showing([.. all.Select(sample => sample.Input[0])], MostTicks);
        plot = new(
            new(area.Left, area.Top, area.Right, area.Bottom - key.Height), x,
            LinearScale.Showing([.. all.Select(sample => sample.Target[0])], MostTicks), stage.Palette);
        dots = new(trained.Select(DotOf), heldOut.Select(DotOf), plot.Inner.Width, stage.Palette);
    }

    public override void Draw(FrameBuilder frame, TrainingInstant now, TrainingInstant before, double opacity)
    {
        if (opacity <= 0.01) return;
        var (palette, network) = (stage.Palette, now.Network);
        plot.DrawAxes(
            frame, "↑ " + stage.NameOf(new Unit(stage.Network.Layout.Sizes.Length - 1, 0)), stage.NameOf(new Unit(0, 0)) + " →", opacity);
        if (film.Samples.Length <= MostErrors)
            foreach (var sample in film.Samples)
                if (Clipping.Of(At(network, sample.Input[0]), plot.At(sample.Input[0], sample.Target[0]), plot.Inner) is { } error)
                    frame.Add(new Line(error.From, error.To, ErrorWidth, palette.Error.Faded(0.8 * opacity)) { Role = RoleOf.RawError });
        foreach (var piece in Inside([.. Enumerable.Range(0, CurvePoints).Select(n => At(network, x.ValueAt(n / (CurvePoints - 1.0))))]))
            frame.Add(new Polyline(piece, CurveWidth, CurveColor.Faded(opacity)) { Role = RoleOf.Curve });
        dots.Draw(frame, AreAnswers ? now.Nearest.IsRight : (_, _) => true, opacity);
        key.Draw(frame, opacity);
    }

    // Measurements are never quite met.
    bool AreAnswers => stage.Numbers.Answers.AreAnswers;

    SKColor CurveColor => stage.Palette.Classes[0];

    SKColor SampleColor => stage.Palette.Classes[1];

    SKPoint At(DenseNetwork network, double input) => plot.At(input, network.Forward(Vector<double>.Build.Dense(1, input)).Output[0]);

    (SKPoint At, SKColor Color) DotOf(Example sample) => (plot.At(sample.Input[0], sample.Target[0]), SampleColor);

    // What of a line lies in the plot: an untrained network may answer with anything.
    IEnumerable<Points> Inside(SKPoint[] line)
    {
        List<SKPoint> piece = [];
        foreach (var (from, to) in line.Zip(line.Skip(1)))
        {
            if (Clipping.Of(from, to, plot.Inner) is not { } part) continue;
            if (piece.Count > 0 && (part.From - piece[^1]).Length > 0.1f)
            {
                yield return Points.Create([.. piece]);
                piece.Clear();
            }
            if (piece.Count == 0) piece.Add(part.From);
            piece.Add(part.To);
        }
        if (piece.Count > 0) yield return Points.Create([.. piece]);
    }

    IEnumerable<KeyEntry> Entries(bool hasHeldOut)
    {
        yield return new(stage.Words.Train.Network, (at, opacity) =>
            new Line(new(at.X - 15, at.Y), new(at.X + 11, at.Y), CurveWidth, CurveColor.Faded(opacity)));
        yield return KeyEntry.Sample(stage.Words.Train.Sample, SampleColor);
        if (hasHeldOut) yield return KeyEntry.Sample(stage.Words.Train.Test, SampleColor, isHeldOut: true);
        if (AreAnswers) yield return KeyEntry.Wrong(stage.Words.Train.Wrong, stage.Palette);
        if (film.Samples.Length <= MostErrors)
            yield return new(stage.Words.Train.RawError, (at, opacity) =>
                new Line(new(at.X, at.Y - 10), new(at.X, at.Y + 10), ErrorWidth, stage.Palette.Error.Faded(opacity)));
    }
}
