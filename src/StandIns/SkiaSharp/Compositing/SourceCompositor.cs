namespace SkiaSharp;

/// <summary>Blends a gradient's or an image's pixels into a buffer wherever a shape covers it.</summary>
sealed class SourceCompositor<TBlend>(PixelBuffer target, PixelSource source, uint[] scratch) : CoverageSink where TBlend : struct, IBlend
{
    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage) =>
        PixelMath.Combine<TBlend>(target.Row(x, y, coverage.Length), source.Read(x, y, coverage.Length, scratch), coverage);

    public override void Run(int x, int y, int length, byte coverage) =>
        PixelMath.Combine<TBlend>(target.Row(x, y, length), source.Read(x, y, length, scratch), coverage);
}
