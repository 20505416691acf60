using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>Items and frames that the tests share.</summary>
static class Samples
{
    public static readonly SKSize Stage = new(640, 360);
    public static readonly Backdrop Backdrop = Backdrop.Of(Palette.Dark);

    public static Frame FrameOf(params DrawItem[] items) => new(Stage, Backdrop, [.. items]);

    /// <summary>One item of every kind, near a point.</summary>
    public static DrawItem[] OneOfEach(float x, float y) =>
    [
        new Panel(new(x - 60, y - 40, x + 60, y + 40), 12, Palette.Dark.Panel, Palette.Dark.PanelBorder, 2),
        new Panel(new(x - 41.3f, y - 60.2f, x - 19.6f, y - 55.8f), 0, Palette.Dark.Forward),
        new Polygon(
            [new(x + 41.3f, y + 60.2f), new(x + 60.6f, y + 60.2f), new(x + 60.6f, y + 63.7f), new(x + 41.3f, y + 63.7f)],
            Palette.Dark.Forward),
        new Line(new(x - 70, y - 31), new(x + 81, y + 47), 3.5f, Palette.Dark.Rest),
        new Line(new(x - 50, y + 40), new(x + 50, y - 40), 2, Palette.Dark.Text, Dash: 6),
        new Beam(new(x - 40, y), new(x + 40, y + 9), 3, Palette.Dark.Forward, GlowBlend.Add),
        new Glow(new(x, y), 55, Palette.Dark.Backward.Faded(0.8), SKColors.White, GlowBlend.Add),
        new Veil(new(x, y), 30, 70, Palette.Dark.Backward.Faded(0.4), GlowBlend.Add),
        new Disc(new(x, y), 20.5f, Palette.Dark.NeuronFill),
        new Ring(new(x, y), 20.5f, 3, Palette.Dark.Forward, 0, 250),
        new Ring(new(x, y), 26, 2, Palette.Dark.Text),
        new Polyline([new(x - 30, y + 20), new(x, y + 35), new(x + 33, y + 11)], 4, Palette.Dark.Positive),
        new Polygon([new(x + 40, y), new(x + 60, y + 10), new(x + 40, y + 21)], Palette.Dark.Negative),
        new Comet(new(x + 30, y - 20), new(x - 60, y - 35), 18, Palette.Dark.Backward, SKColors.White, GlowBlend.Add),
        new Padlock(new(x + 24, y + 18), 26, Palette.Dark.FactorSlope, Palette.Dark.Background),
        new FormulaText(
            @"\frac{\partial L}{\partial w} = \part{error}{a - y}", new(x - 50, y + 60), 24,
            new FormulaStyle(Palette.Dark.Text).With("error", new(Palette.Dark.FactorError, Scale: 1.2f))),
        new FormulaMorph(
            @"\part{error}{y}", @"\part{error}{0.5}", new(x - 80, y - 50), new(x - 60, y - 60), 20, 0.2f,
            new FormulaStyle(Palette.Dark.Text)),
        new RasterImage(
            new(2, 2, [10, 20, 30, 255, 0, 90, 180, 255, 50, 50, 50, 100, 0, 0, 0, 0]), new(x - 20, y - 70, x + 37, y - 20), 0.9f),
        new TextLine("δ −0.731", new(x, y - 30), 25, Palette.Dark.Text, Face.SemiBold, SKTextAlign.Center),
    ];
}
