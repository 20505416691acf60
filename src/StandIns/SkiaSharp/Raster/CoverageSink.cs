namespace SkiaSharp;

/// <summary>
/// Takes how much of each pixel a shape covers (0 nothing, 255 all), row by row from the top and from left to right,
/// in device pixels. Pixels that are not mentioned are not covered.
/// </summary>
abstract class CoverageSink
{
    public abstract void Pixels(int x, int y, ReadOnlySpan<byte> coverage);

    /// <summary>Pixels that are all covered alike.</summary>
    public abstract void Run(int x, int y, int length, byte coverage);
}
