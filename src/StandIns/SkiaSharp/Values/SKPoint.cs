using System.Numerics;

namespace SkiaSharp;

public struct SKPoint : IEquatable<SKPoint>
{
    public static readonly SKPoint Empty;

    public SKPoint(float x, float y) => (X, Y) = (x, y);

    public float X { readonly get; set; }
    public float Y { readonly get; set; }

    public readonly bool IsEmpty => this == Empty;
    public readonly float Length => MathF.Sqrt(LengthSquared);
    public readonly float LengthSquared => X * X + Y * Y;

    public void Offset(SKPoint p) => Offset(p.X, p.Y);
    public void Offset(float dx, float dy) => (X, Y) = (X + dx, Y + dy);

    public static SKPoint Normalize(SKPoint point) => new(point.X / point.Length, point.Y / point.Length);
    public static float Distance(SKPoint point, SKPoint other) => (point - other).Length;
    public static float DistanceSquared(SKPoint point, SKPoint other) => (point - other).LengthSquared;

    public static SKPoint operator +(SKPoint pt, SKSize sz) => new(pt.X + sz.Width, pt.Y + sz.Height);
    public static SKPoint operator +(SKPoint pt, SKPoint sz) => new(pt.X + sz.X, pt.Y + sz.Y);
    public static SKPoint operator -(SKPoint pt, SKSize sz) => new(pt.X - sz.Width, pt.Y - sz.Height);
    public static SKPoint operator -(SKPoint pt, SKPoint sz) => new(pt.X - sz.X, pt.Y - sz.Y);
    public static implicit operator Vector2(SKPoint point) => new(point.X, point.Y);
    public static implicit operator SKPoint(Vector2 vector) => new(vector.X, vector.Y);
    public static bool operator ==(SKPoint left, SKPoint right) => left.Equals(right);
    public static bool operator !=(SKPoint left, SKPoint right) => !left.Equals(right);

    public readonly bool Equals(SKPoint other) => X == other.X && Y == other.Y;
    public override readonly bool Equals(object obj) => obj is SKPoint other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);
    public override readonly string ToString() => $"{{X={X}, Y={Y}}}";
}
