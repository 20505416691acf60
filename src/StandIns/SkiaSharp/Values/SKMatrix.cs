namespace SkiaSharp;

/// <summary>An affine map: x′ = ScaleX·x + SkewX·y + TransX, y′ = SkewY·x + ScaleY·y + TransY.</summary>
public struct SKMatrix : IEquatable<SKMatrix>
{
    public static readonly SKMatrix Empty;
    public static readonly SKMatrix Identity = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public SKMatrix(float scaleX, float skewX, float transX, float skewY, float scaleY, float transY,
        float persp0, float persp1, float persp2)
    {
        (ScaleX, SkewX, TransX) = (scaleX, skewX, transX);
        (SkewY, ScaleY, TransY) = (skewY, scaleY, transY);
        (Persp0, Persp1, Persp2) = (persp0, persp1, persp2);
    }

    public float ScaleX { readonly get; set; }
    public float SkewX { readonly get; set; }
    public float TransX { readonly get; set; }
    public float SkewY { readonly get; set; }
    public float ScaleY { readonly get; set; }
    public float TransY { readonly get; set; }
    public float Persp0 { readonly get; set; }
    public float Persp1 { readonly get; set; }
    public float Persp2 { readonly get; set; }

    public readonly bool IsIdentity => this == Identity;
    public readonly bool IsInvertible => TryInvert(out _);

    public static SKMatrix CreateIdentity() => Identity;
    public static SKMatrix CreateTranslation(float x, float y) => CreateScaleTranslation(1, 1, x, y);
    public static SKMatrix CreateScale(float x, float y) => CreateScaleTranslation(x, y, 0, 0);
    public static SKMatrix CreateScale(float x, float y, float pivotX, float pivotY) =>
        CreateScaleTranslation(x, y, pivotX - x * pivotX, pivotY - y * pivotY);
    public static SKMatrix CreateScaleTranslation(float sx, float sy, float tx, float ty) => new(sx, 0, tx, 0, sy, ty, 0, 0, 1);
    public static SKMatrix CreateSkew(float x, float y) => new(1, x, 0, y, 1, 0, 0, 0, 1);

    public static SKMatrix CreateRotation(float radians)
    {
        var (sin, cos) = MathF.SinCos(radians);
        return new(cos, -sin, 0, sin, cos, 0, 0, 0, 1);
    }

    public static SKMatrix CreateRotation(float radians, float pivotX, float pivotY) =>
        CreateTranslation(pivotX, pivotY).PreConcat(CreateRotation(radians)).PreConcat(CreateTranslation(-pivotX, -pivotY));
    public static SKMatrix CreateRotationDegrees(float degrees) => CreateRotation(degrees * (MathF.PI / 180));
    public static SKMatrix CreateRotationDegrees(float degrees, float pivotX, float pivotY) =>
        CreateRotation(degrees * (MathF.PI / 180), pivotX, pivotY);

    /// <summary>The matrix product first · second, which applies <paramref name="second"/> and then <paramref name="first"/>.</summary>
    public static SKMatrix Concat(SKMatrix first, SKMatrix second) => new(
        first.ScaleX * second.ScaleX + first.SkewX * second.SkewY,
        first.ScaleX * second.SkewX + first.SkewX * second.ScaleY,
        first.ScaleX * second.TransX + first.SkewX * second.TransY + first.TransX,
        first.SkewY * second.ScaleX + first.ScaleY * second.SkewY,
        first.SkewY * second.SkewX + first.ScaleY * second.ScaleY,
        first.SkewY * second.TransX + first.ScaleY * second.TransY + first.TransY,
        0, 0, 1);

    public readonly SKMatrix PreConcat(SKMatrix matrix) => Concat(this, matrix);
    public readonly SKMatrix PostConcat(SKMatrix matrix) => Concat(matrix, this);

    public readonly SKMatrix Invert() => TryInvert(out var inverse) ? inverse : Empty;

    public readonly bool TryInvert(out SKMatrix inverse)
    {
        inverse = Empty;
        var determinant = (double)ScaleX * ScaleY - (double)SkewX * SkewY;
        if (determinant == 0 || !double.IsFinite(determinant)) return false;
        var (a, b, c, d) = (ScaleY / determinant, -SkewX / determinant, -SkewY / determinant, ScaleX / determinant);
        var (x, y) = (-(a * TransX + b * TransY), -(c * TransX + d * TransY));
        inverse = new((float)a, (float)b, (float)x, (float)c, (float)d, (float)y, 0, 0, 1);
        return true;
    }

    public readonly SKPoint MapPoint(SKPoint point) => MapPoint(point.X, point.Y);
    public readonly SKPoint MapPoint(float x, float y) => new(ScaleX * x + SkewX * y + TransX, SkewY * x + ScaleY * y + TransY);
    public readonly SKPoint MapVector(SKPoint vector) => MapVector(vector.X, vector.Y);
    public readonly SKPoint MapVector(float x, float y) => new(ScaleX * x + SkewX * y, SkewY * x + ScaleY * y);

    /// <summary>The smallest upright rectangle around the mapped corners.</summary>
    public readonly SKRect MapRect(SKRect source)
    {
        var (a, b) = (MapPoint(source.Left, source.Top), MapPoint(source.Right, source.Bottom));
        var bounds = new SKRect(a.X, a.Y, b.X, b.Y).Standardized;
        if (SkewX == 0 && SkewY == 0) return bounds;
        var (c, d) = (MapPoint(source.Right, source.Top), MapPoint(source.Left, source.Bottom));
        return SKRect.Union(bounds, new SKRect(c.X, c.Y, d.X, d.Y).Standardized);
    }

    /// <summary>The geometric mean of the two semi-axes that a circle of this radius is mapped to.</summary>
    public readonly float MapRadius(float radius) =>
        radius * MathF.Sqrt(MapVector(1, 0).Length * MapVector(0, 1).Length);

    public static bool operator ==(SKMatrix left, SKMatrix right) => left.Equals(right);
    public static bool operator !=(SKMatrix left, SKMatrix right) => !left.Equals(right);

    public readonly bool Equals(SKMatrix other) =>
        ScaleX == other.ScaleX && SkewX == other.SkewX && TransX == other.TransX &&
        SkewY == other.SkewY && ScaleY == other.ScaleY && TransY == other.TransY &&
        Persp0 == other.Persp0 && Persp1 == other.Persp1 && Persp2 == other.Persp2;
    public override readonly bool Equals(object obj) => obj is SKMatrix other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(ScaleX, SkewX, TransX, SkewY, ScaleY, TransY);
}
