using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>An opaque sRGB colour, written <c>"#00E5FF"</c>.</summary>
public readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");
}
