namespace SkiaSharp;

/// <summary>Bytes as fractions of 255.</summary>
static class Fraction
{
    /// <summary>a · b / 255, rounded to nearest, exact for all bytes.</summary>
    public static byte Multiply(int a, int b)
    {
        var t = a * b + 128;
        return (byte)(t + (t >> 8) >> 8);
    }
}
