namespace BackpropAnimator.Lessons.Tests;

/// <summary>A small photo, 32 × 16 pixels: red and green above blue and white.</summary>
static class Photo
{
    public static byte[] Jpeg { get; } = Convert.FromBase64String("""
        /9j/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCwsODg4RERT/xABNAAEBAAAAAA
        AAAAAAAAAAAAAGBwEBAQEAAAAAAAAAAAAAAAAABwgGEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAEAAgAwESAAIS
        AAMSAP/aAAwDAQACEQMRAD8AFiDKKqP6ay8QSqqpSia15WlFhUFJrRZaRWVAoa3/2Q==
        """);

    /// <summary>With a segment that says how the camera was held.</summary>
    /// <param name="orientation">1 to 8, as Exif counts them.</param>
    /// <param name="isBig">The order of its bytes: the highest first, or the lowest.</param>
    public static byte[] Held(int orientation, bool isBig)
    {
        byte[] tiff = isBig
            ? [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]
            : [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        return [.. Jpeg[..2], 0xFF, 0xE1, 0, (byte)(2 + 6 + tiff.Length), .. "Exif\0\0"u8, .. tiff, .. Jpeg[2..]];
    }
}
