namespace SkiaSharp;

/// <summary>An image's pixels, of which only <paramref name="part"/> may be read; what lies outside is tiled from it.</summary>
sealed class ImageShader(PixelBuffer image, SKRectI part, SKSamplingOptions sampling, SKMatrix localMatrix,
    SKShaderTileMode tileX = SKShaderTileMode.Clamp, SKShaderTileMode tileY = SKShaderTileMode.Clamp) : SKShader
{
    internal override PixelSource Bind(SKMatrix matrix, bool rgba)
    {
        image.ThrowIfDisposed();
        return ImageSource.Create(image, part, matrix.PreConcat(localMatrix), sampling.Filter, (tileX, tileY), rgba);
    }
}
