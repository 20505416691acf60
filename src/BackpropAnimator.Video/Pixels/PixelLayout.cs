namespace BackpropAnimator.Video.Pixels;

/// <summary>How an encoder gets its pictures.</summary>
internal enum PixelLayout
{
    /// <summary>Opaque Y′CbCr at half the chroma resolution: FFmpeg's <c>yuv420p</c>.</summary>
    Yuv420,

    /// <summary>The same with an alpha plane: FFmpeg's <c>yuva420p</c>. The colours are not multiplied with alpha.</summary>
    Yuva420,

    /// <summary>Every pixel's blue, green, red and alpha: FFmpeg's <c>bgra</c>. The colours are not multiplied with alpha.</summary>
    Bgra,
}
