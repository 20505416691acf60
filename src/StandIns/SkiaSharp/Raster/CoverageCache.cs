namespace SkiaSharp;

/// <summary>
/// The coverage of shapes that are drawn again and again, for as many as fit. Two generations: when the young one is full, or has long been
/// in use, the old one is forgotten, so what is still drawn stays, and what is not does not.
/// </summary>
sealed class CoverageCache
{
    // A generation: the lines of a network of 500 weights, at rest and with their light, take 10 MB at 1080p.
    const int MostBytes = 8 << 20;
    // Many seconds of a small network; one of 500 edges that all fade.
    const int MostLookups = 1 << 15;
    // Enough to remember the shapes of some frames.
    const int Remembered = 4096;

    readonly int[] _seen = new int[Remembered];
    Dictionary<ShapeKey, RecordedCoverage> _young = [], _old = [];
    int _youngBytes, _lookups;

    public bool TryGet(in ShapeKey key, out RecordedCoverage coverage)
    {
        if (++_lookups > MostLookups) Age();
        if (_young.TryGetValue(key, out coverage)) return true;
        if (!_old.Remove(key, out coverage)) return false;
        Store(key, coverage);
        return true;
    }

    /// <summary>
    /// Whether a shape has been asked for lately. What moves is drawn once and never again, and would only push out what stays.
    /// </summary>
    public bool ComesAgain(in ShapeKey key)
    {
        ref var seen = ref _seen[key.GetHashCode() & Remembered - 1];
        if (seen == key.GetHashCode()) return true;
        seen = key.GetHashCode();
        return false;
    }

    public void Add(in ShapeKey key, RecordedCoverage coverage) => Store(key.Kept(), coverage);

    void Store(in ShapeKey key, RecordedCoverage coverage)
    {
        if (_youngBytes + coverage.Size > MostBytes) Age();
        _young[key] = coverage;
        _youngBytes += coverage.Size;
    }

    void Age() => (_old, _young, _youngBytes, _lookups) = (_young, [], 0, 0);
}
