using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>All that decides which pixels a shape covers, and how much of each: not what it is coloured with, nor the clip.</summary>
readonly struct ShapeKey : IEquatable<ShapeKey>
{
    readonly Contours _contours;
    readonly Pen? _pen;
    readonly SKPathFillType _fill;
    readonly bool _antialias;
    readonly SKMatrix _matrix;
    readonly SKRectI _device;
    readonly int _hash;

    /// <param name="contours">The shape, or the line that the pen follows; to be copied by <see cref="Kept"/> before it changes.</param>
    /// <param name="pen">Null for a filled shape.</param>
    /// <param name="fill">What counts as inside.</param>
    /// <param name="antialias">Whether pixels may be partly covered.</param>
    /// <param name="matrix">From the shape's coordinates to the device's.</param>
    /// <param name="device">The pixels that there are.</param>
    public ShapeKey(Contours contours, Pen? pen, SKPathFillType fill, bool antialias, in SKMatrix matrix, SKRectI device)
    {
        (_contours, _pen, _fill, _antialias, _matrix, _device) = (contours, pen, fill, antialias, matrix, device);
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(contours.Points));
        hash.Add(pen);
        hash.Add(matrix.TransX);
        hash.Add(matrix.TransY);
        _hash = hash.ToHashCode();
    }

    ShapeKey(in ShapeKey key, Contours contours)
    {
        this = key;
        _contours = contours;
    }

    /// <summary>The same with contours of its own, to be stored.</summary>
    public ShapeKey Kept() => new(this, _contours.Copy());

    public bool Equals(ShapeKey other) =>
        _hash == other._hash && _matrix == other._matrix && _device == other._device && _fill == other._fill &&
        _antialias == other._antialias && Nullable.Equals(_pen, other._pen) && _contours.IsSame(other._contours);

    public override bool Equals(object obj) => obj is ShapeKey other && Equals(other);

    public override int GetHashCode() => _hash;
}
