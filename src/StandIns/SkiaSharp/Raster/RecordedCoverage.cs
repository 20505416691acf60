namespace SkiaSharp;

/// <summary>
/// A shape's coverage, kept to be handed over again under any clip. Only what the shape touches is stored: a line across the picture
/// takes as many bytes as it has pixels, not as its box has.
/// </summary>
/// <param name="area">The pixels that were rasterised.</param>
sealed class RecordedCoverage(SKRectI area) : CoverageSink
{
    // Shapes wider than this are not recorded: columns are kept in 16 bits.
    public const int WidestArea = ushort.MaxValue;

    // Start: where the span's bytes begin; of a span that is covered alike, the complement of its coverage.
    readonly record struct Span(ushort Column, ushort Length, int Start);

    // Where each row's spans begin, and after the last row where they end.
    readonly int[] _rows = new int[area.Height + 1];
    Span[] _spans = new Span[area.Height];
    byte[] _bytes = new byte[8 * area.Height];
    int _spanCount, _byteCount, _rowCount;

    public SKRectI Area => area;

    /// <summary>How much memory this takes.</summary>
    public int Size => _bytes.Length + 8 * _spans.Length + 4 * _rows.Length;

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage)
    {
        if (_byteCount + coverage.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _byteCount + coverage.Length));
        coverage.CopyTo(_bytes.AsSpan(_byteCount));
        Add(x, y, coverage.Length, _byteCount);
        _byteCount += coverage.Length;
    }

    public override void Run(int x, int y, int length, byte coverage) => Add(x, y, length, ~coverage);

    void Add(int x, int y, int length, int start)
    {
        BeginRow(y - area.Top);
        if (_spanCount == _spans.Length) Array.Resize(ref _spans, 2 * _spanCount);
        _spans[_spanCount++] = new((ushort)(x - area.Left), (ushort)length, start);
    }

    void BeginRow(int row)
    {
        while (_rowCount <= row) _rows[_rowCount++] = _spanCount;
    }

    /// <summary>Ends the recording; it can be replayed from now on.</summary>
    public void End()
    {
        BeginRow(area.Height);
        Array.Resize(ref _spans, _spanCount);
        Array.Resize(ref _bytes, _byteCount);
    }

    /// <summary>Hands over what lies inside a clip.</summary>
    public void Replay(SKRectI clip, CoverageSink sink)
    {
        int top = Math.Max(area.Top, clip.Top), bottom = Math.Min(area.Bottom, clip.Bottom);
        int least = clip.Left - area.Left, most = clip.Right - area.Left;
        for (var y = top; y < bottom; y++)
        {
            foreach (ref readonly var span in _spans.AsSpan(_rows[y - area.Top].._rows[y - area.Top + 1]))
            {
                int left = Math.Max(span.Column, least), length = Math.Min(span.Column + span.Length, most) - left;
                if (length <= 0) continue;
                if (span.Start < 0) sink.Run(area.Left + left, y, length, (byte)~span.Start);
                else sink.Pixels(area.Left + left, y, _bytes.AsSpan(span.Start + left - span.Column, length));
            }
        }
    }
}
