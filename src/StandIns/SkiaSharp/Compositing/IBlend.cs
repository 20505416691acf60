using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>A blend mode for four premultiplied pixels at once, as sixteen bytes.</summary>
interface IBlend
{
    static abstract Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source);

    /// <summary>The same where only a part of each pixel is covered: that part is in each of the pixel's bytes.</summary>
    static abstract Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source, Vector128<byte> coverage);
}

/// <summary>D′ = S + D (1 − Sα)</summary>
readonly struct SrcOverBlend : IBlend
{
    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source) =>
        Vector128.AddSaturate(source, PixelMath.Multiply(destination, ~PixelMath.Alpha(source)));

    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source, Vector128<byte> coverage) =>
        Blend(destination, PixelMath.Multiply(source, coverage));
}

/// <summary>D′ = min(1, S + D)</summary>
readonly struct PlusBlend : IBlend
{
    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source) => Vector128.AddSaturate(destination, source);

    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source, Vector128<byte> coverage) =>
        Vector128.AddSaturate(destination, PixelMath.Multiply(source, coverage));
}

/// <summary>D′ = S</summary>
readonly struct SrcBlend : IBlend
{
    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source) => source;

    public static Vector128<byte> Blend(Vector128<byte> destination, Vector128<byte> source, Vector128<byte> coverage) =>
        Vector128.AddSaturate(PixelMath.Multiply(source, coverage), PixelMath.Multiply(destination, ~coverage));
}
