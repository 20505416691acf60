namespace SkiaSharp;

public struct SKPointI : IEquatable<SKPointI>
{
    public static readonly SKPointI Empty;

    public SKPointI(int x, int y) => (X, Y) = (x, y);

    public int X { readonly get; set; }
    public int Y { readonly get; set; }

    public readonly bool IsEmpty => this == Empty;

    public void Offset(int dx, int dy) => (X, Y) = (X + dx, Y + dy);

    public static SKPointI operator +(SKPointI pt, SKPointI sz) => new(pt.X + sz.X, pt.Y + sz.Y);
    public static SKPointI operator -(SKPointI pt, SKPointI sz) => new(pt.X - sz.X, pt.Y - sz.Y);
    public static implicit operator SKPoint(SKPointI p) => new(p.X, p.Y);
    public static bool operator ==(SKPointI left, SKPointI right) => left.Equals(right);
    public static bool operator !=(SKPointI left, SKPointI right) => !left.Equals(right);

    public readonly bool Equals(SKPointI other) => X == other.X && Y == other.Y;
    public override readonly bool Equals(object obj) => obj is SKPointI other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);
    public override readonly string ToString() => $"{{X={X}, Y={Y}}}";
}
