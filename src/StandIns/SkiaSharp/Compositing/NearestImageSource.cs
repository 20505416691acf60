namespace SkiaSharp;

/// <summary>The image's pixel that lies under the middle of each device pixel.</summary>
sealed class NearestImageSource(PixelBuffer image, SKRectI part, SKMatrix toImage, (SKShaderTileMode X, SKShaderTileMode Y) tiles)
    : ImageSource(image, part, toImage, offset: 0, tiles)
{
    public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
    {
        var ((u, v), (du, dv)) = (At(x, y), Step);
        if (IsUpright)
        {
            var (left, top) = ((int)(u >> Fraction), TileY((int)(v >> Fraction)));
            if (du == 1L << Fraction && left >= Part.Left && left + length <= Part.Right) return Image.Row(left, top, length);
            var row = Image.Row(0, top, Part.Right);
            for (var i = 0; i < length; i++, u += du) scratch[i] = row[TileX((int)(u >> Fraction))];
            return scratch[..length];
        }
        for (var i = 0; i < length; i++, u += du, v += dv)
            scratch[i] = Image.Row(TileX((int)(u >> Fraction)), TileY((int)(v >> Fraction)), 1)[0];
        return scratch[..length];
    }
}
