using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A needle over a half circle that shows a loss, magnified around the loss that it starts from.</summary>
/// <param name="area">Where it stands, with its number below.</param>
/// <param name="words">What the loss is called beside its number.</param>
/// <param name="middle">The loss at the top of the half circle.</param>
/// <param name="reach">How far either end is from it.</param>
internal sealed class LossGauge(SKRect area, string words, double middle, double reach, Palette palette)
{
    // The needle swings this far from the top to either end, in degrees.
    const float Swing = 78, TickLength = 30;
    const int Ticks = 8;

    SKPoint Pivot => new(area.MidX, area.Bottom - 124);

    float Radius => Math.Min(area.Width / 2 - 60, area.Height - 124 - 40);

    /// <param name="loss">What the needle shows.</param>
    /// <param name="before">What it showed, as a quiet second needle; null for none.</param>
    public void Draw(FrameBuilder frame, double loss, double? before, double light, double opacity)
    {
        if (opacity <= 0.01) return;
        // How far the loss has moved is the arc between then and now: towards less in green, towards more in red.
        frame.Add(new Ring(Pivot, Radius, 26, palette.Rest.Faded(0.35 * opacity), -Swing, 2 * Swing));
        if (before is { } from && AngleOf(loss) != AngleOf(from))
            frame.Add(new Ring(
                Pivot, Radius, 26, (loss < from ? palette.Learned : palette.Error).Faded(opacity), Math.Min(AngleOf(from), AngleOf(loss)),
                Math.Abs(AngleOf(loss) - AngleOf(from))));
        for (var i = 0; i <= Ticks; i++)
        {
            var angle = -Swing + 2 * Swing * i / Ticks;
            var isLong = i % (Ticks / 2) == 0;
            frame.Add(new Line(
                On(angle, Radius - 13 - (isLong ? TickLength : TickLength * 0.55f)), On(angle, Radius - 13), isLong ? 3.5f : 2,
                palette.Rest.Faded(opacity)));
        }
        DrawEnds(frame, opacity);
        if (before is { } was)
            frame.Add(new Line(On(AngleOf(was), 30), On(AngleOf(was), Radius - 26), 3, palette.Secondary.Faded(0.7 * opacity), Dash: 9));
        var tip = On(AngleOf(loss), Radius - 14);
        if (light > 0.01) frame.Add(new Glow(tip, 70, palette.Error.Faded(light * opacity), palette.Error, palette.GlowBlend));
        frame.Add(new Line(Pivot, tip, 9, palette.Error.Faded(opacity)));
        frame.Add(new Disc(Pivot, 17, palette.Error.Faded(opacity)));
        frame.Add(new Disc(Pivot, 7, palette.Background.Faded(opacity)));
        frame.Add(new TextLine(
            words + " = " + Numbers.Rounded(loss, 4), new(area.MidX, area.Bottom - 30), 54, palette.Error.Faded(opacity), Face.Bold,
            SKTextAlign.Center));
    }

    // In degrees from the top, clockwise.
    float AngleOf(double loss) => Swing * (float)Math.Clamp((loss - middle) / reach, -1.02, 1.02);

    // Ends that no number of digits tells apart would say that the needle has nowhere to go.
    void DrawEnds(FrameBuilder frame, double opacity)
    {
        var decimals = Numbers.DecimalsToTell(middle - reach, middle + reach, least: 3);
        var (low, high) = (Numbers.Rounded(middle - reach, decimals), Numbers.Rounded(middle + reach, decimals));
        if (low == high) return;
        foreach (var (angle, number) in new[] { (-Swing, low), (Swing, high) })
        {
            var at = On(angle, Radius);
            frame.Add(new TextLine(
                number, new(at.X, at.Y + 50), 28, palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center));
        }
    }

    SKPoint On(float angle, float radius)
    {
        var (sin, cos) = MathF.SinCos(angle * MathF.PI / 180);
        return new(Pivot.X + radius * sin, Pivot.Y - radius * cos);
    }
}
