namespace SkiaSharp;

/// <summary>Blends a gradient's or an image's pixels into a buffer wherever a shape covers it.</summary>
/// <param name="target">What is drawn to.</param>
/// <param name="source">What is drawn.</param>
/// <param name="alpha">Thins the coverage: the same as thinning the source, but in <see cref="SrcBlend"/>.</param>
/// <param name="scratch">Room for a row of pixels.</param>
/// <param name="thinned">Room for a row of coverage.</param>
sealed class SourceCompositor<TBlend>(PixelBuffer target, PixelSource source, byte alpha, uint[] scratch, byte[] thinned) : CoverageSink
    where TBlend : struct, IBlend
{
    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage)
    {
        if (alpha < 255)
        {
            PixelMath.Scale(coverage, thinned, alpha);
            coverage = thinned.AsSpan(0, coverage.Length);
        }
        PixelMath.Combine<TBlend>(target.Row(x, y, coverage.Length), source.Read(x, y, coverage.Length, scratch), coverage);
    }

    public override void Run(int x, int y, int length, byte coverage)
    {
        var row = target.Row(x, y, length);
        var pixels = source.Read(x, y, length, scratch);
        if (typeof(TBlend) == typeof(SrcBlend) && coverage == 255) pixels.CopyTo(row);
        else PixelMath.Combine<TBlend>(row, pixels, Fraction.Multiply(coverage, alpha));
    }
}
