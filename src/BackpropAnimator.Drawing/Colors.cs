using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Arithmetic on colours: fading, mixing, contrast.</summary>
public static class Colors
{
    /// <summary>The colour at a share of its own opacity.</summary>
    /// <param name="opacity">0 to 1; outside that it is clamped.</param>
    public static SKColor Faded(this SKColor color, double opacity) =>
        color.WithAlpha((byte)Math.Round(color.Alpha * Math.Clamp(opacity, 0, 1)));

    /// <summary>From one colour to another; share 0 gives the first, 1 the second.</summary>
    public static SKColor Mixed(this SKColor from, SKColor to, double share)
    {
        share = Math.Clamp(share, 0, 1);
        return new(Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue), Mix(from.Alpha, to.Alpha));
        byte Mix(byte a, byte b) => (byte)Math.Round(a + (b - a) * share);
    }

    /// <summary>
    /// A colour's hue at full brightness: a colour that is dark enough to be read on white makes brown smoke where it thins out. What has
    /// hardly any hue stays as it is, a shadow.
    /// </summary>
    public static SKColor Pure(this SKColor color)
    {
        int most = Math.Max(color.Red, Math.Max(color.Green, color.Blue));
        int least = Math.Min(color.Red, Math.Min(color.Green, color.Blue));
        if (most == 0) return color;
        var full = new SKColor(Of(color.Red), Of(color.Green), Of(color.Blue), color.Alpha);
        return color.Mixed(full, 2 * (most - least) / 255.0);

        byte Of(byte channel) => (byte)(channel * 255 / most);
    }

    /// <summary>The contrast ratio of two opaque colours, 1 to 21. WCAG 2.1, "contrast ratio".</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    static double Luminance(SKColor c) => 0.2126 * Linear(c.Red) + 0.7152 * Linear(c.Green) + 0.0722 * Linear(c.Blue);

    static double Linear(byte channel)
    {
        var s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
    }
}
