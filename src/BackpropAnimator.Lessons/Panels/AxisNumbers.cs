using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The round numbers beside a picture that stands for values: below it from left to right, and left of it from below.</summary>
/// <param name="inner">The picture without its numbers.</param>
internal sealed class AxisNumbers(SKRect inner, Scale x, Scale y, Palette palette)
{
    /// <summary>What is usually kept for the numbers left of the picture.</summary>
    public const float RoomLeft = 104;

    public const float Size = 26;

    const float LeastGap = 28, Beside = 14, RoomForDigit = 14.5f, UsualDigits = 6;

    /// <summary>
    /// What longer numbers take of the picture beyond <see cref="RoomLeft"/>: "−0.0002" is more than the usual "−0.25".
    /// </summary>
    public static float RoomForLong(Scale y) => RoomForDigit * Math.Max(0, y.Ticks.Max(tick => tick.Label.Length) - UsualDigits);

    public float Across(double value) => inner.Left + inner.Width * (float)x.ShareOf(value);

    public float Up(double value) => inner.Bottom - inner.Height * (float)y.ShareOf(value);

    /// <summary>The values that have numbers at the left: where there is no height for all of them, those at the ends.</summary>
    public IEnumerable<Tick> Left
    {
        get
        {
            var ticks = y.Ticks;
            var fit = (ticks.Length - 1) * LeastGap <= inner.Height;
            return ticks.Where((_, i) => fit || i == 0 || i == ticks.Length - 1);
        }
    }

    public IEnumerable<Tick> Below => x.Ticks;

    public void DrawLeft(FrameBuilder frame, double opacity)
    {
        foreach (var tick in Left)
            frame.Add(new TextLine(
                tick.Label, new(inner.Left - Beside, Up(tick.Value)), Size, palette.Secondary.Faded(opacity), Face.Regular,
                SKTextAlign.Right, TextAnchor.Middle) { Role = RoleOf.Tick });
    }

    /// <param name="down">How far below the picture their base line is.</param>
    /// <param name="shown">How much is seen of a number at a place across the picture, 0 to 1; all of each when left out.</param>
    public void DrawBelow(FrameBuilder frame, float down, double opacity, Func<float, double>? shown = null)
    {
        foreach (var tick in Below)
        {
            var at = Across(tick.Value);
            var seen = opacity * (shown?.Invoke(at) ?? 1);
            if (seen <= 0.01) continue;
            frame.Add(new TextLine(
                tick.Label, new(at, inner.Bottom + down), Size, palette.Secondary.Faded(seen), Face.Regular, SKTextAlign.Center)
                {
                    Role = RoleOf.Tick,
                });
        }
    }
}
