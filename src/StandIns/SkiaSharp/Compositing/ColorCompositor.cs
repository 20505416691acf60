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

    readonly struct Spans(PixelBuffer target, uint color) : ICoverageSink
    {
        readonly bool _replaces = typeof(TBlend) == typeof(SrcBlend) || typeof(TBlend) == typeof(SrcOverBlend) && color >> 24 == 255;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Pixels(int x, int y, ReadOnlySpan<byte> coverage) => PixelMath.Fill<TBlend>(target.Row(x, y, coverage.Length), color, coverage);

        public void Run(int x, int y, int length, byte coverage)
        {
            var row = target.Row(x, y, length);
            if (_replaces && coverage == 255) row.Fill(color);
            else PixelMath.Fill<TBlend>(row, color, coverage);
        }
    }
}
