namespace SkiaSharp;

public struct SKSizeI : IEquatable<SKSizeI>
{
    public static readonly SKSizeI Empty;

    public SKSizeI(int width, int height) => (Width, Height) = (width, height);

    public int Width { readonly get; set; }
    public int Height { readonly get; set; }

    public readonly bool IsEmpty => this == Empty;
    public readonly SKPointI ToPointI() => new(Width, Height);

    public static bool operator ==(SKSizeI left, SKSizeI right) => left.Equals(right);
    public static bool operator !=(SKSizeI left, SKSizeI right) => !left.Equals(right);

    public readonly bool Equals(SKSizeI other) => Width == other.Width && Height == other.Height;
    public override readonly bool Equals(object obj) => obj is SKSizeI other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);
    public override readonly string ToString() => $"{{Width={Width}, Height={Height}}}";
}
