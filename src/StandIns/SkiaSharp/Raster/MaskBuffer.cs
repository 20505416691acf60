namespace SkiaSharp;

/// <summary>One byte of coverage for each pixel of a device rectangle.</summary>
sealed class MaskBuffer(SKRectI bounds) : CoverageSink
{
    readonly byte[] _bytes = new byte[Math.Max(bounds.Width, 0) * Math.Max(bounds.Height, 0)];

    public SKRectI Bounds { get; } = bounds;
    public Span<byte> Bytes => _bytes;

    /// <summary>The coverage of <paramref name="length"/> pixels from (x, y) on, which lie inside <see cref="Bounds"/>.</summary>
    public Span<byte> Row(int x, int y, int length) => _bytes.AsSpan((y - Bounds.Top) * Bounds.Width + x - Bounds.Left, length);

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage) => coverage.CopyTo(Row(x, y, coverage.Length));

    public override void Run(int x, int y, int length, byte coverage) => Row(x, y, length).Fill(coverage);

    /// <summary>Hands the mask to a sink, the part inside <paramref name="clip"/>.</summary>
    public void Replay(SKRectI clip, CoverageSink sink)
    {
        var part = SKRectI.Intersect(Bounds, clip);
        if (part.Width <= 0) return;
        for (var y = part.Top; y < part.Bottom; y++) sink.Pixels(part.Left, y, Row(part.Left, y, part.Width));
    }
}
