namespace SkiaSharp;

/// <summary>Thins coverage by a clip's mask before it goes on. Nothing outside the mask's bounds may be handed in.</summary>
sealed class ClippedSink(MaskBuffer clip, CoverageSink next) : CoverageSink
{
    readonly byte[] _row = new byte[clip.Bounds.Width];

    public CoverageSink Next => next;

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage)
    {
        var row = _row.AsSpan(0, coverage.Length);
        var mask = clip.Row(x, y, coverage.Length);
        for (var i = 0; i < row.Length; i++) row[i] = Fraction.Multiply(coverage[i], mask[i]);
        next.Pixels(x, y, row);
    }

    public override void Run(int x, int y, int length, byte coverage)
    {
        var mask = clip.Row(x, y, length);
        if (coverage == 255)
        {
            next.Pixels(x, y, mask);
            return;
        }
        var row = _row.AsSpan(0, length);
        for (var i = 0; i < length; i++) row[i] = Fraction.Multiply(coverage, mask[i]);
        next.Pixels(x, y, row);
    }
}
