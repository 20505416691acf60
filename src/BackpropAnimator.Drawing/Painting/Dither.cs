namespace BackpropAnimator.Drawing;

/// <summary>An 8 × 8 ordered dither (Bayer, 1973): thresholds between 0 and 1, to be added before rounding down.</summary>
public static class Dither
{
    static readonly byte[] matrix =
    [
        0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62, 30, 54, 22,
        3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23, 61, 29, 53, 21,
    ];

    /// <summary>The pattern comes again after this many pixels.</summary>
    public const int Side = 8;

    /// <summary>The threshold of a pixel.</summary>
    public static double At(int x, int y) => (matrix[(y & 7) * 8 + (x & 7)] + 0.5) / 64;
}
