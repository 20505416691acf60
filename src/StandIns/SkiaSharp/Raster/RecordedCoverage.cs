namespace SkiaSharp;

/// <summary>
/// A shape's coverage, kept to be handed over again under any clip. Only what the shape touches is stored: a line across the picture
/// takes as many bytes as it has pixels, not as its box has. Spans begin and end at whole vectors of pixels: a tile cuts none of them.
/// </summary>
/// <param name="area">The pixels that were rasterised.</param>
/// <param name="width">The device's right end.</param>
sealed class RecordedCoverage(SKRectI area, int width) : CoverageSink
{
    // Pixels; a power of two.
    const int Vector = 4;

    // Pictures wider than this have no recorded shapes: columns are kept in 16 bits.
    public const int Widest = ushort.MaxValue;

    // Start: where the span's bytes begin; of a span that is covered alike, the complement of its coverage.
    readonly record struct Span(ushort Column, ushort Length, int Start);

    // Where each row's spans begin, and after the last row where they end.
    readonly int[] _rows = new int[area.Height + 1];
    Span[] _spans = new Span[area.Height];
    byte[] _bytes = new byte[8 * area.Height];
    int _spanCount, _byteCount, _rowCount;
    // Where the last span of the row ends: what the next one begins with must not hide it.
    int _end;

    public SKRectI Area => area;

    /// <summary>How much memory this takes.</summary>
    public int Size => _bytes.Length + 8 * _spans.Length + 4 * _rows.Length;

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage)
    {
        BeginRow(y - area.Top);
        int from = Math.Max(x & ~(Vector - 1), _end), to = Math.Min(x + coverage.Length + Vector - 1 & ~(Vector - 1), width), length = to - from;
        if (_byteCount + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _byteCount + length));
        var bytes = _bytes.AsSpan(_byteCount, length);
        bytes.Clear();
        coverage.CopyTo(bytes[(x - from)..]);
        Add(from, length, _byteCount);
        _byteCount += length;
        _end = x + coverage.Length;
    }

    public override void Run(int x, int y, int length, byte coverage)
    {
        BeginRow(y - area.Top);
        Add(x, length, ~coverage);
        _end = x + length;
    }

    void Add(int x, int length, int start)
    {
        if (_spanCount == _spans.Length) Array.Resize(ref _spans, 2 * _spanCount);
        _spans[_spanCount++] = new((ushort)x, (ushort)length, start);
    }

    void BeginRow(int row)
    {
        while (_rowCount <= row) (_rows[_rowCount++], _end) = (_spanCount, 0);
    }

    /// <summary>Ends the recording; it can be replayed from now on.</summary>
    public void End()
    {
        BeginRow(area.Height);
        Array.Resize(ref _spans, _spanCount);
        Array.Resize(ref _bytes, _byteCount);
    }

    /// <summary>Hands over what lies inside a clip.</summary>
    public void Replay<TSink>(SKRectI clip, TSink sink) where TSink : struct, ICoverageSink
    {
        int top = Math.Max(area.Top, clip.Top), bottom = Math.Min(area.Bottom, clip.Bottom);
        ReadOnlySpan<Span> spans = _spans;
        ReadOnlySpan<byte> bytes = _bytes;
        for (var y = top; y < bottom; y++)
        {
            var end = _rows[y - area.Top + 1];
            for (var i = _rows[y - area.Top]; i < end; i++)
            {
                var span = spans[i];
                int left = span.Column, right = left + span.Length, start = span.Start;
                if (left < clip.Left || right > clip.Right)
                {
                    (left, right) = (Math.Max(left, clip.Left), Math.Min(right, clip.Right));
                    if (left >= right) continue;
                    if (start >= 0) start += left - span.Column;
                }
                if (start < 0) sink.Run(left, y, right - left, (byte)~start);
                else sink.Pixels(left, y, bytes.Slice(start, right - left));
            }
        }
    }
}
