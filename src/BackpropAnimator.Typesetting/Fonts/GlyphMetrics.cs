using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A glyph's advance and the box around its outline, in ems; y grows downward from the baseline.</summary>
internal readonly record struct GlyphMetrics(float Advance, SKRect Ink)
{
    public float Height => -Ink.Top;

    public float Depth => Ink.Bottom;
}
