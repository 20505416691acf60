using System.Runtime.CompilerServices;

namespace SkiaSharp;

/// <summary>Blends one colour into a buffer wherever a shape covers it.</summary>
sealed class ColorCompositor<TBlend>(PixelBuffer target, uint color) : CoverageSink where TBlend : struct, IBlend
{
    readonly Spans _spans = new(target, color);

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage) => _spans.Pixels(x, y, coverage);

    public override void Run(int x, int y, int length, byte coverage) => _spans.Run(x, y, length, coverage);

    // Most of a recording are spans of a vector or two, for which a detour would take longer than the blending.
    public override void Take(RecordedCoverage coverage, SKRectI clip) => coverage.Replay(clip, _spans);

    readonly unsafe struct Spans(PixelBuffer target, uint color) : ICoverageSink
    {
        readonly bool _replaces = typeof(TBlend) == typeof(SrcBlend) || typeof(TBlend) == typeof(SrcOverBlend) && color >> 24 == 255;
        // The device's pixel at (0, 0), whether it is there or not.
        readonly byte* _first = (byte*)target.Address - (nint)target.Bounds.Top * target.RowBytes - (nint)target.Bounds.Left * 4;
        readonly nint _rowBytes = target.RowBytes;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Pixels(int x, int y, ReadOnlySpan<byte> coverage) => PixelMath.Fill<TBlend>(Row(x, y, coverage.Length), color, coverage);

        Span<uint> Row(int x, int y, int length) => new(_first + y * _rowBytes + x * 4, length);

        public void Run(int x, int y, int length, byte coverage)
        {
            var row = Row(x, y, length);
            if (_replaces && coverage == 255) row.Fill(color);
            else PixelMath.Fill<TBlend>(row, color, coverage);
        }
    }
}
