using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Polylines in one growing buffer, kept to be used again: what is left of a path once its curves are cut into lines.</summary>
sealed class Contours
{
    readonly List<SKPoint> _points = [];
    readonly List<(int End, bool Closed)> _contours = [];

    public int Count => _contours.Count;
    public ReadOnlySpan<SKPoint> Points => CollectionsMarshal.AsSpan(_points);

    public ReadOnlySpan<SKPoint> this[int contour] => Points[(contour == 0 ? 0 : _contours[contour - 1].End).._contours[contour].End];

    public bool IsClosed(int contour) => _contours[contour].Closed;

    public bool IsSame(Contours other) =>
        Points.SequenceEqual(other.Points) && CollectionsMarshal.AsSpan(_contours).SequenceEqual(CollectionsMarshal.AsSpan(other._contours));

    public Contours Copy()
    {
        var copy = new Contours();
        copy._points.AddRange(Points);
        copy._contours.AddRange(_contours);
        return copy;
    }

    public void Clear()
    {
        _points.Clear();
        _contours.Clear();
    }

    public void Add(SKPoint point) => _points.Add(point);

    public void AddRect(SKRect rect)
    {
        Add(new(rect.Left, rect.Top));
        Add(new(rect.Right, rect.Top));
        Add(new(rect.Right, rect.Bottom));
        Add(new(rect.Left, rect.Bottom));
        End(closed: true);
    }

    /// <summary>Ends the contour of the points added since the last end; without any, nothing is ended.</summary>
    public void End(bool closed)
    {
        if (_points.Count > (_contours.Count == 0 ? 0 : _contours[^1].End)) _contours.Add((_points.Count, closed));
    }
}
