namespace SkiaSharp;

public struct SKRect : IEquatable<SKRect>
{
    public static readonly SKRect Empty;

    public SKRect(float left, float top, float right, float bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    public float Left { readonly get; set; }
    public float Top { readonly get; set; }
    public float Right { readonly get; set; }
    public float Bottom { readonly get; set; }

    public readonly float MidX => Left + Width / 2;
    public readonly float MidY => Top + Height / 2;
    public readonly float Width => Right - Left;
    public readonly float Height => Bottom - Top;
    public readonly bool IsEmpty => this == Empty;

    public SKSize Size
    {
        readonly get => new(Width, Height);
        set => (Right, Bottom) = (Left + value.Width, Top + value.Height);
    }

    public SKPoint Location
    {
        readonly get => new(Left, Top);
        set => this = Create(value, Size);
    }

    /// <summary>The same rectangle with <c>Left ≤ Right</c> and <c>Top ≤ Bottom</c>.</summary>
    public readonly SKRect Standardized =>
        new(Math.Min(Left, Right), Math.Min(Top, Bottom), Math.Max(Left, Right), Math.Max(Top, Bottom));

    public readonly SKRect AspectFit(SKSize size) => Fit(size, Math.Min(Width / size.Width, Height / size.Height));
    public readonly SKRect AspectFill(SKSize size) => Fit(size, Math.Max(Width / size.Width, Height / size.Height));

    readonly SKRect Fit(SKSize size, float scale) =>
        Create(MidX - size.Width * scale / 2, MidY - size.Height * scale / 2, size.Width * scale, size.Height * scale);

    public static SKRect Inflate(SKRect rect, float x, float y) => new(rect.Left - x, rect.Top - y, rect.Right + x, rect.Bottom + y);
    public void Inflate(SKSize size) => Inflate(size.Width, size.Height);
    public void Inflate(float x, float y) => this = Inflate(this, x, y);

    public static SKRect Intersect(SKRect a, SKRect b) => !a.IntersectsWithInclusive(b) ? Empty :
        new(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
    public void Intersect(SKRect rect) => this = Intersect(this, rect);

    public static SKRect Union(SKRect a, SKRect b) =>
        new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));
    public void Union(SKRect rect) => this = Union(this, rect);

    public readonly bool Contains(float x, float y) => x >= Left && x < Right && y >= Top && y < Bottom;
    public readonly bool Contains(SKPoint pt) => Contains(pt.X, pt.Y);
    public readonly bool Contains(SKRect rect) => Left <= rect.Left && rect.Right <= Right && Top <= rect.Top && rect.Bottom <= Bottom;
    public readonly bool IntersectsWith(SKRect rect) => Left < rect.Right && rect.Left < Right && Top < rect.Bottom && rect.Top < Bottom;
    public readonly bool IntersectsWithInclusive(SKRect rect) =>
        Left <= rect.Right && rect.Left <= Right && Top <= rect.Bottom && rect.Top <= Bottom;

    public void Offset(float x, float y) => this = new(Left + x, Top + y, Right + x, Bottom + y);
    public void Offset(SKPoint pos) => Offset(pos.X, pos.Y);

    public static SKRect Create(SKPoint location, SKSize size) => Create(location.X, location.Y, size.Width, size.Height);
    public static SKRect Create(SKSize size) => Create(0, 0, size.Width, size.Height);
    public static SKRect Create(float width, float height) => Create(0, 0, width, height);
    public static SKRect Create(float x, float y, float width, float height) => new(x, y, x + width, y + height);

    public static implicit operator SKRect(SKRectI r) => new(r.Left, r.Top, r.Right, r.Bottom);
    public static bool operator ==(SKRect left, SKRect right) => left.Equals(right);
    public static bool operator !=(SKRect left, SKRect right) => !left.Equals(right);

    public readonly bool Equals(SKRect other) => Left == other.Left && Top == other.Top && Right == other.Right && Bottom == other.Bottom;
    public override readonly bool Equals(object obj) => obj is SKRect other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);
    public override readonly string ToString() => $"{{Left={Left},Top={Top},Width={Width},Height={Height}}}";
}
