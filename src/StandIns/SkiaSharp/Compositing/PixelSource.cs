namespace SkiaSharp;

/// <summary>What a shape is filled with, where that is not one colour: premultiplied pixels in the target's order of channels.</summary>
abstract class PixelSource
{
    /// <summary>How many pixels a source may write beyond those asked for, to end in a whole vector.</summary>
    public const int Padding = 8;

    /// <summary>The pixels at (x, y), (x + 1, y), … of the device, in <paramref name="scratch"/> or wherever they already are.</summary>
    public abstract ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch);
}

/// <summary>A source seen through an alpha.</summary>
sealed class FadedSource(PixelSource source, byte alpha) : PixelSource
{
    public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
    {
        PixelMath.Scale(source.Read(x, y, length, scratch), scratch, alpha);
        return scratch[..length];
    }
}

/// <summary>A source whose red and blue change places.</summary>
sealed class SwappedSource(PixelSource source) : PixelSource
{
    public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
    {
        PixelMath.SwapRedAndBlue(source.Read(x, y, length, scratch), scratch);
        return scratch[..length];
    }
}

/// <summary>One colour, for the compositor that wants a source.</summary>
sealed class ColorSource(SKColor color, bool rgba) : PixelSource
{
    readonly uint _pixel = PixelMath.Pack(color, rgba);

    public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
    {
        scratch[..length].Fill(_pixel);
        return scratch[..length];
    }
}
