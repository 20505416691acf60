using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The slope as a throttle: an error comes from the right as a thick fire, two jaws leave a gap as wide as the slope is for its steepest,
/// and what gets through goes on to the left, as thick as it really is.
/// </summary>
internal sealed class Throttle(SKRect area, double error, double slope, double steepest, Palette palette)
{
    // The thickest fire and the thinnest hairline that is still seen.
    const float Thickest = 26, Thinnest = 1.6f, JawWidth = 46, Lock = 44;

    float Share => steepest == 0 ? 0 : (float)Math.Clamp(Math.Abs(slope / steepest), 0, 1);

    /// <param name="arrived">How far the fire has come to the jaws, 0 to 1.</param>
    /// <param name="closed">How far the jaws have closed to their gap, 0 to 1.</param>
    /// <param name="passed">How far what gets through has come, 0 to 1.</param>
    public void Draw(FrameBuilder frame, double arrived, double closed, double passed, double opacity)
    {
        if (opacity <= 0.01) return;
        var (left, middle, right, y) = (area.Left + 30, area.Left + 0.48f * area.Width, area.Right - 20, area.MidY);
        var (jaw, half) = (area.Height * 0.42f, JawWidth / 2);
        if (arrived > 0 && error != 0)
        {
            var to = new SKPoint(right + (middle + half - right) * (float)arrived, y);
            DrawFire(frame, new(right, y), to, Thickest, RoleOf.FireIn, opacity);
            frame.Add(new Glow(
                to, 3.2f * Thickest, palette.Backward.Faded(0.8 * arrived * opacity), palette.CoreOf(palette.Backward),
                palette.GlowBlend));
        }
        if (passed > 0 && error != 0 && slope != 0)
            DrawFire(
                frame, new(middle + half, y), new(middle + half + (left - middle - half) * (float)passed, y),
                Math.Max(Thinnest, Thickest * Share), RoleOf.FireOut, opacity);
        var gap = jaw + (Thickest * 1.3f * Share + 2 - jaw) * (float)closed;
        foreach (var side in new[] { -1, 1 })
        {
            var (near, far) = (y + side * gap / 2, y + side * jaw);
            frame.Add(new Panel(
                new(middle - half, Math.Min(near, far), middle + half, Math.Max(near, far)), 8,
                palette.Panel.Mixed(palette.FactorSlope, 0.16).Faded(opacity), palette.FactorSlope.Faded(opacity), 3));
        }
        if (closed > 0.3 && Saturation.IsSaturated(slope))
            frame.Add(new Padlock(
                new(middle, y - jaw * 0.55f), Lock * (float)Math.Min(1, (closed - 0.3) / 0.5), palette.FactorSlope.Faded(opacity),
                palette.Background.Faded(opacity)));
    }

    void DrawFire(FrameBuilder frame, SKPoint from, SKPoint to, float width, ItemRole role, double opacity)
    {
        frame.Add(new Beam(from, to, width, palette.Backward.Faded(0.9 * opacity), palette.GlowBlend, Haze: width > 4) { Role = role });
        if (width > 4)
            frame.Add(new Beam(
                from, to, width * 0.4f, palette.Backward.Mixed(palette.CoreOf(palette.Backward), 0.7).Faded(0.8 * opacity),
                palette.GlowBlend, Haze: false));
    }
}
