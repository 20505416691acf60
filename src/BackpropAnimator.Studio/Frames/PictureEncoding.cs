using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Studio.Frames;

/// <summary>Pictures as a browser reads them.</summary>
internal static class PictureEncoding
{
    // Colours at every pixel: thin coloured lines on a dark ground would fray otherwise. Six milliseconds at 960 × 540.
    static readonly SKJpegEncoderOptions inMotion = new(88, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore);

    // The picture as it is; a fast, weak compression, since it goes no further than this machine.
    static readonly SKPngEncoderOptions atRest = new(SKPngEncoderFilterFlags.Sub, 1);

    public static byte[] Jpeg(Painter painter) => Encode(painter, pixels => pixels.Encode(inMotion));

    public static byte[] Png(Painter painter) => Encode(painter, pixels => pixels.Encode(atRest));

    static byte[] Encode(Painter painter, Func<SKPixmap, SKData?> encode)
    {
        var info = new SKImageInfo(painter.Size.Width, painter.Size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var picture = SKImage.FromPixelCopy(info, painter.Pixels);
        using var pixels = picture.PeekPixels();
        using var bytes = encode(pixels) ?? throw new InvalidOperationException("The picture could not be encoded.");
        return bytes.ToArray();
    }
}
