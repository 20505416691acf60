namespace SkiaSharp;

/// <summary>Width, height and pixel format of pixels in memory. Four bytes a pixel in the formats that are drawn to.</summary>
public struct SKImageInfo : IEquatable<SKImageInfo>
{
    public static readonly SKImageInfo Empty;
    public static readonly SKColorType PlatformColorType = SKColorType.Bgra8888;

    public SKImageInfo(int width, int height) : this(width, height, PlatformColorType) { }
    public SKImageInfo(int width, int height, SKColorType colorType) : this(width, height, colorType, SKAlphaType.Premul) { }
    public SKImageInfo(int width, int height, SKColorType colorType, SKAlphaType alphaType) =>
        (Width, Height, ColorType, AlphaType) = (width, height, colorType, alphaType);

    public int Width { readonly get; set; }
    public int Height { readonly get; set; }
    public SKColorType ColorType { readonly get; set; }
    public SKAlphaType AlphaType { readonly get; set; }

    public readonly int BytesPerPixel => ColorType == SKColorType.Unknown ? 0 : 4;

    public readonly int RowBytes => Width * BytesPerPixel;
    public readonly int BytesSize => RowBytes * Height;
    public readonly bool IsEmpty => Width <= 0 || Height <= 0;
    public readonly bool IsOpaque => AlphaType == SKAlphaType.Opaque;
    public readonly SKSizeI Size => new(Width, Height);
    public readonly SKRectI Rect => SKRectI.Create(Width, Height);

    public readonly SKImageInfo WithSize(SKSizeI size) => WithSize(size.Width, size.Height);
    public readonly SKImageInfo WithSize(int width, int height) => new(width, height, ColorType, AlphaType);
    public readonly SKImageInfo WithColorType(SKColorType newColorType) => new(Width, Height, newColorType, AlphaType);
    public readonly SKImageInfo WithAlphaType(SKAlphaType newAlphaType) => new(Width, Height, ColorType, newAlphaType);

    public static bool operator ==(SKImageInfo left, SKImageInfo right) => left.Equals(right);
    public static bool operator !=(SKImageInfo left, SKImageInfo right) => !left.Equals(right);

    public readonly bool Equals(SKImageInfo other) =>
        Width == other.Width && Height == other.Height && ColorType == other.ColorType && AlphaType == other.AlphaType;
    public override readonly bool Equals(object obj) => obj is SKImageInfo other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Width, Height, ColorType, AlphaType);
}
