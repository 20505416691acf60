using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>
/// One picture as FFmpeg's <c>yuv420p</c>: the luma plane, then both chroma planes at half the width and height, without padding.
/// </summary>
/// <remarks>3.1 MB at 1920×1080, 12.4 MB at 3840×2160.</remarks>
internal class YuvPlanes : EncoderPicture
{
    public YuvPlanes(SKSizeI size) : this(size, size.Width * size.Height * 3 / 2) { }

    protected YuvPlanes(SKSizeI size, int length) : base(size, length) { }

    public Span<byte> Y => Samples[..LumaLength];
    public Span<byte> U => Samples.Slice(LumaLength, LumaLength / 4);
    public Span<byte> V => Samples.Slice(LumaLength * 5 / 4, LumaLength / 4);

    protected int LumaLength => Size.Width * Size.Height;

    public override void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle) => Bt709.Convert(bgra, rectangle, this);
}
