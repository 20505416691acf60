namespace SkiaSharp;

/// <summary>A font's vertical measures in pixels; y grows downwards, so what lies above the baseline is negative.</summary>
public struct SKFontMetrics : IEquatable<SKFontMetrics>
{
    /// <summary>The highest and lowest ink of any glyph.</summary>
    public float Top { readonly get; internal set; }
    public float Ascent { readonly get; internal set; }
    public float Descent { readonly get; internal set; }
    public float Bottom { readonly get; internal set; }

    /// <summary>The space to add between a line's descent and the next line's ascent.</summary>
    public float Leading { readonly get; internal set; }
    public float AverageCharacterWidth { readonly get; internal set; }
    public float MaxCharacterWidth { readonly get; internal set; }
    public float XMin { readonly get; internal set; }
    public float XMax { readonly get; internal set; }
    public float XHeight { readonly get; internal set; }
    public float CapHeight { readonly get; internal set; }

    internal readonly SKFontMetrics Times(float size) => new()
    {
        Top = Top * size,
        Ascent = Ascent * size,
        Descent = Descent * size,
        Bottom = Bottom * size,
        Leading = Leading * size,
        AverageCharacterWidth = AverageCharacterWidth * size,
        MaxCharacterWidth = MaxCharacterWidth * size,
        XMin = XMin * size,
        XMax = XMax * size,
        XHeight = XHeight * size,
        CapHeight = CapHeight * size,
    };

    public static bool operator ==(SKFontMetrics left, SKFontMetrics right) => left.Equals(right);
    public static bool operator !=(SKFontMetrics left, SKFontMetrics right) => !left.Equals(right);

    public readonly bool Equals(SKFontMetrics obj) =>
        (Top, Ascent, Descent, Bottom, Leading) == (obj.Top, obj.Ascent, obj.Descent, obj.Bottom, obj.Leading) &&
        (AverageCharacterWidth, MaxCharacterWidth) == (obj.AverageCharacterWidth, obj.MaxCharacterWidth) &&
        (XMin, XMax, XHeight, CapHeight) == (obj.XMin, obj.XMax, obj.XHeight, obj.CapHeight);
    public override readonly bool Equals(object obj) => obj is SKFontMetrics other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Top, Ascent, Descent, Bottom, Leading, XHeight, CapHeight);
}
