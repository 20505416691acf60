using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The loss over the values of one weight around where it stands, and the straight line that its gradient takes the curve for.
/// </summary>
internal sealed class LossAlongWeight
{
    const int Samples = 61;
    const float RoomBelow = 98, RoomAbove = 56, BelowNumbers = 48;

    // As near to the pointer's own number, the others make way for it.
    const float PointersOwn = 95, MakesWay = 45;

    readonly Palette palette;
    readonly SKRect inner;
    readonly AxisNumbers axes;
    readonly string name, title;
    readonly Nudge nudge;
    readonly double weight, reach, low, high;
    readonly ImmutableArray<double> losses;

    /// <param name="network">The network whose weight moves.</param>
    /// <param name="nudge">How it moves.</param>
    /// <param name="examples">The examples that the loss is averaged over.</param>
    /// <param name="name">What the weight is called.</param>
    /// <param name="words">Of the lesson.</param>
    public LossAlongWeight(
        SKRect area, DenseNetwork network, Nudge nudge, IReadOnlyCollection<Example> examples, string name, Words words, Palette palette)
    {
        (this.palette, this.nudge, this.name) = (palette, nudge, name);
        title = examples.Count > 1
            ? words.Nudge.MeanOverWeight(LossName.Short(examples.Count, words), examples.Count)
            : words.Nudge.OverWeight(LossName.Short(examples.Count, words));
        weight = network.WeightAt(nudge.Weight);
        reach = 5 * Math.Abs(nudge.Epsilon);
        losses = [.. Enumerable.Range(0, Samples).Select(i => network.With(nudge.Weight, WeightOf(i)).LossOver(examples))];
        var (least, most) = (losses.Min(), losses.Max());
        var margin = Math.Max(0.15 * (most - least), 1e-9);
        (low, high) = (least - margin, most + margin);
        LinearScale across = LinearScale.Between(weight - reach, weight + reach, 5), up = LinearScale.Between(low, high, 4);
        inner = new(
            area.Left + AxisNumbers.RoomLeft + AxisNumbers.RoomForLong(up), area.Top + RoomAbove, area.Right - 12, area.Bottom - RoomBelow);
        axes = new(inner, across, up, palette);
    }

    double WeightOf(int sample) => weight - reach + 2 * reach * sample / (Samples - 1);

    /// <param name="drawn">How much of the curve is drawn, 0 to 1.</param>
    /// <param name="tangent">How far the straight line has come, 0 to 1.</param>
    /// <param name="moved">How much of its way the weight has made, 0 to 1.</param>
    /// <param name="lossNow">The loss there, from a real forward pass.</param>
    public void Draw(FrameBuilder frame, double drawn, double tangent, double moved, double lossNow, double opacity)
    {
        if (opacity <= 0.01) return;
        frame.Add(new Line(new(inner.Left, inner.Bottom), new(inner.Right, inner.Bottom), 2.5f, palette.Rest.Faded(opacity)));
        foreach (var tick in axes.Left)
        {
            var height = axes.Up(tick.Value);
            frame.Add(new Line(new(inner.Left, height), new(inner.Right, height), 1.5f, palette.Rest.Faded(0.35 * opacity)));
        }
        frame.Add(new TextLine(
            title, new(inner.Left, inner.Top - 22), 28, palette.Text.Faded(opacity), Face.SemiBold));
        frame.Add(new TextLine(
            name, new(inner.MidX, inner.Bottom + 84), 26, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Center));
        var points = Enumerable.Range(0, Math.Max(2, (int)Math.Ceiling(drawn * Samples))).Select(i => At(WeightOf(i), losses[i])).ToArray();
        frame.Add(new Polyline(Points.Create(points), 4.5f, palette.Error.Faded(0.85 * opacity)));
        if (tangent > 0.01) DrawTangent(frame, tangent, opacity);

        var now = weight + nudge.Epsilon * moved;
        var at = At(now, lossNow);
        axes.DrawLeft(frame, opacity);
        axes.DrawBelow(
            frame, BelowNumbers, opacity, place => Math.Clamp((Math.Abs(place - at.X) - PointersOwn) / MakesWay, 0, 1));
        frame.Add(new Line(new(at.X, inner.Bottom), at, 2, palette.Secondary.Faded(0.8 * opacity), Dash: 7));
        frame.Add(new Glow(at, 44, palette.Text.Faded(0.8 * opacity), palette.CoreOf(palette.Text), palette.GlowBlend));
        frame.Add(new Disc(at, 10, palette.Text.Faded(opacity)) { Role = RoleOf.MovingPoint });
        frame.Add(new Polygon(
            [new(at.X, inner.Bottom + 4), new(at.X - 11, inner.Bottom + 22), new(at.X + 11, inner.Bottom + 22)],
            palette.Text.Faded(opacity)));
        // Beside the pointer, towards the side with more room.
        frame.Add(new TextLine(
            "w = " + Numbers.Fine(now), new(at.X, inner.Bottom + BelowNumbers), 27, palette.Text.Faded(opacity), Face.SemiBold,
            SKTextAlign.Center));
    }

    void DrawTangent(FrameBuilder frame, double tangent, double opacity)
    {
        var half = 3.2 * Math.Abs(nudge.Epsilon) * tangent;
        frame.Add(new Line(On(-half), On(half), 3, palette.FactorSlope.Faded(opacity), Dash: 10));

        SKPoint On(double by) => At(weight + by, nudge.LossBefore + nudge.Gradient * by);
    }

    SKPoint At(double w, double loss) => new(axes.Across(w), axes.Up(Math.Clamp(loss, low, high)));
}
