namespace SkiaSharp;

public struct SKSize : IEquatable<SKSize>
{
    public static readonly SKSize Empty;

    public SKSize(float width, float height) => (Width, Height) = (width, height);

    public float Width { readonly get; set; }
    public float Height { readonly get; set; }

    public readonly bool IsEmpty => this == Empty;
    public readonly SKPoint ToPoint() => new(Width, Height);
    public readonly SKSizeI ToSizeI() => new(checked((int)Width), checked((int)Height));

    public static SKSize operator +(SKSize sz1, SKSize sz2) => new(sz1.Width + sz2.Width, sz1.Height + sz2.Height);
    public static SKSize operator -(SKSize sz1, SKSize sz2) => new(sz1.Width - sz2.Width, sz1.Height - sz2.Height);
    public static implicit operator SKSize(SKSizeI size) => new(size.Width, size.Height);
    public static bool operator ==(SKSize left, SKSize right) => left.Equals(right);
    public static bool operator !=(SKSize left, SKSize right) => !left.Equals(right);

    public readonly bool Equals(SKSize other) => Width == other.Width && Height == other.Height;
    public override readonly bool Equals(object obj) => obj is SKSize other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);
    public override readonly string ToString() => $"{{Width={Width}, Height={Height}}}";
}
