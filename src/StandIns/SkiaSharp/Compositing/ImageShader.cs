namespace SkiaSharp;

/// <summary>An image's pixels, of which only <paramref name="part"/> may be read; what lies outside is tiled from it.</summary>
sealed class ImageShader(PixelBuffer image, SKRectI part, SKShaderTileMode tileX, SKShaderTileMode tileY, SKSamplingOptions sampling, SKMatrix localMatrix)
    : SKShader
{
    internal override PixelSource Bind(SKMatrix matrix, bool rgba) =>
        ImageSource.Create(image, part, matrix.PreConcat(localMatrix), sampling.Filter, (tileX, tileY), rgba);
}
