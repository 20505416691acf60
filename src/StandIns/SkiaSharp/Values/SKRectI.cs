namespace SkiaSharp;

public struct SKRectI : IEquatable<SKRectI>
{
    public static readonly SKRectI Empty;

    public SKRectI(int left, int top, int right, int bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    public int Left { readonly get; set; }
    public int Top { readonly get; set; }
    public int Right { readonly get; set; }
    public int Bottom { readonly get; set; }

    public readonly int MidX => Left + Width / 2;
    public readonly int MidY => Top + Height / 2;
    public readonly int Width => Right - Left;
    public readonly int Height => Bottom - Top;
    public readonly bool IsEmpty => this == Empty;

    public SKSizeI Size
    {
        readonly get => new(Width, Height);
        set => (Right, Bottom) = (Left + value.Width, Top + value.Height);
    }

    public SKPointI Location
    {
        readonly get => new(Left, Top);
        set => this = Create(value, Size);
    }

    public static SKRectI Ceiling(SKRect value) => Ceiling(value, outwards: false);

    /// <param name="value">The rectangle to round.</param>
    /// <param name="outwards">Round every side away from the middle, so that the result covers <paramref name="value"/>.</param>
    public static SKRectI Ceiling(SKRect value, bool outwards) => new(
        (int)(outwards && value.Width > 0 ? MathF.Floor(value.Left) : MathF.Ceiling(value.Left)),
        (int)(outwards && value.Height > 0 ? MathF.Floor(value.Top) : MathF.Ceiling(value.Top)),
        (int)(outwards && value.Width < 0 ? MathF.Floor(value.Right) : MathF.Ceiling(value.Right)),
        (int)(outwards && value.Height < 0 ? MathF.Floor(value.Bottom) : MathF.Ceiling(value.Bottom)));

    public static SKRectI Floor(SKRect value) => Floor(value, inwards: false);

    /// <param name="value">The rectangle to round.</param>
    /// <param name="inwards">Round every side towards the middle, so that <paramref name="value"/> covers the result.</param>
    public static SKRectI Floor(SKRect value, bool inwards) => new(
        (int)(inwards && value.Width > 0 ? MathF.Ceiling(value.Left) : MathF.Floor(value.Left)),
        (int)(inwards && value.Height > 0 ? MathF.Ceiling(value.Top) : MathF.Floor(value.Top)),
        (int)(inwards && value.Width < 0 ? MathF.Ceiling(value.Right) : MathF.Floor(value.Right)),
        (int)(inwards && value.Height < 0 ? MathF.Ceiling(value.Bottom) : MathF.Floor(value.Bottom)));

    public static SKRectI Round(SKRect value) => new(
        (int)MathF.Round(value.Left), (int)MathF.Round(value.Top), (int)MathF.Round(value.Right), (int)MathF.Round(value.Bottom));
    public static SKRectI Truncate(SKRect value) => new((int)value.Left, (int)value.Top, (int)value.Right, (int)value.Bottom);

    public static SKRectI Inflate(SKRectI rect, int x, int y) => new(rect.Left - x, rect.Top - y, rect.Right + x, rect.Bottom + y);
    public void Inflate(int width, int height) => this = Inflate(this, width, height);

    public static SKRectI Intersect(SKRectI a, SKRectI b) => !a.IntersectsWithInclusive(b) ? Empty :
        new(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
    public void Intersect(SKRectI rect) => this = Intersect(this, rect);

    public static SKRectI Union(SKRectI a, SKRectI b) =>
        new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));
    public void Union(SKRectI rect) => this = Union(this, rect);

    public readonly bool Contains(int x, int y) => x >= Left && x < Right && y >= Top && y < Bottom;
    public readonly bool Contains(SKPointI pt) => Contains(pt.X, pt.Y);
    public readonly bool Contains(SKRectI rect) => Left <= rect.Left && rect.Right <= Right && Top <= rect.Top && rect.Bottom <= Bottom;
    public readonly bool IntersectsWith(SKRectI rect) => Left < rect.Right && rect.Left < Right && Top < rect.Bottom && rect.Top < Bottom;
    public readonly bool IntersectsWithInclusive(SKRectI rect) =>
        Left <= rect.Right && rect.Left <= Right && Top <= rect.Bottom && rect.Top <= Bottom;

    public void Offset(int x, int y) => this = new(Left + x, Top + y, Right + x, Bottom + y);
    public void Offset(SKPointI pos) => Offset(pos.X, pos.Y);

    public static SKRectI Create(SKSizeI size) => Create(0, 0, size.Width, size.Height);
    public static SKRectI Create(SKPointI location, SKSizeI size) => Create(location.X, location.Y, size.Width, size.Height);
    public static SKRectI Create(int width, int height) => Create(0, 0, width, height);
    public static SKRectI Create(int x, int y, int width, int height) => new(x, y, x + width, y + height);

    public static bool operator ==(SKRectI left, SKRectI right) => left.Equals(right);
    public static bool operator !=(SKRectI left, SKRectI right) => !left.Equals(right);

    public readonly bool Equals(SKRectI other) => Left == other.Left && Top == other.Top && Right == other.Right && Bottom == other.Bottom;
    public override readonly bool Equals(object obj) => obj is SKRectI other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);
    public override readonly string ToString() => $"{{Left={Left},Top={Top},Width={Width},Height={Height}}}";
}
