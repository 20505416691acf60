using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A row of points with value equality.</summary>
[CollectionBuilder(typeof(Points), nameof(Create))]
public readonly struct Points(ImmutableArray<SKPoint> points) : IEquatable<Points>
{
    readonly ImmutableArray<SKPoint> points = points;

    public static Points Create(ReadOnlySpan<SKPoint> points) => new([.. points]);

    public ReadOnlySpan<SKPoint> Span => points.IsDefault ? [] : points.AsSpan();

    public ReadOnlySpan<SKPoint>.Enumerator GetEnumerator() => Span.GetEnumerator();

    public bool Equals(Points other) => points == other.points || Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is Points other && Equals(other);

    public override int GetHashCode() => Span.Length == 0 ? 0 : HashCode.Combine(Span.Length, Span[0], Span[^1]);

    public static bool operator ==(Points left, Points right) => left.Equals(right);

    public static bool operator !=(Points left, Points right) => !left.Equals(right);

    internal SKRect Bounds(float outset)
    {
        if (Span.Length == 0) return SKRect.Empty;
        var bounds = SKRect.Create(Span[0].X, Span[0].Y, 0, 0);
        foreach (var p in Span)
            bounds = new(Math.Min(bounds.Left, p.X), Math.Min(bounds.Top, p.Y), Math.Max(bounds.Right, p.X), Math.Max(bounds.Bottom, p.Y));
        bounds.Inflate(outset, outset);
        return bounds;
    }
}
