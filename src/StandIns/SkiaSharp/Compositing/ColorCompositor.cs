namespace SkiaSharp;

/// <summary>Blends one colour into a buffer wherever a shape covers it.</summary>
sealed class ColorCompositor<TBlend>(PixelBuffer target, uint color) : CoverageSink where TBlend : struct, IBlend
{
    readonly bool _replaces = typeof(TBlend) == typeof(SrcBlend) || typeof(TBlend) == typeof(SrcOverBlend) && color >> 24 == 255;

    public override void Pixels(int x, int y, ReadOnlySpan<byte> coverage) =>
        PixelMath.Fill<TBlend>(target.Row(x, y, coverage.Length), color, coverage);

    public override void Run(int x, int y, int length, byte coverage)
    {
        var row = target.Row(x, y, length);
        if (_replaces && coverage == 255) row.Fill(color);
        else PixelMath.Fill<TBlend>(row, color, coverage);
    }
}
