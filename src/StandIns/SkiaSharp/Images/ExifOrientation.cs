using System.Buffers.Binary;

namespace SkiaSharp;

/// <summary>How a camera was held: the orientation in a JPEG file's Exif data, 1 to 8 (Exif 2.32, §4.6.4, tag 274).</summary>
static class ExifOrientation
{
    const int Upright = 1;

    /// <returns>1, upright, where the file says nothing.</returns>
    public static int Of(ReadOnlySpan<byte> jpeg)
    {
        // After the signature come segments: FF, a marker, the length with its own two bytes; SOS (DA) begins the picture.
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var segment = jpeg[Math.Min(at + 4, jpeg.Length)..Math.Min(at + 2 + Math.Max((int)length, 2), jpeg.Length)];
            if (jpeg[at + 1] == 0xE1 && segment.StartsWith("Exif\0\0"u8)) return OfTiff(segment[6..]);
            at += 2 + length;
        }
        return Upright;
    }

    // A TIFF header, and the entries of 12 bytes that it points to.
    static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return Upright;
        var isBig = tiff.StartsWith("MM"u8);
        var directory = isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (directory + 2 > (uint)tiff.Length) return Upright;
        var count = Short(tiff[(int)directory..], isBig);
        for (var entry = (int)directory + 2; count-- > 0 && entry + 12 <= tiff.Length; entry += 12)
            if (Short(tiff[entry..], isBig) == 274) return Short(tiff[(entry + 8)..], isBig) is var value and >= 1 and <= 8 ? value : Upright;
        return Upright;
    }

    static int Short(ReadOnlySpan<byte> bytes, bool isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>The picture as it was seen; the buffer given is used up.</summary>
    public static PixelBuffer Upend(PixelBuffer source, int orientation)
    {
        if (orientation == Upright) return source;
        var (width, height) = (source.Info.Width, source.Info.Height);
        var upright = PixelBuffer.Allocate(source.Info.WithSize(orientation > 4 ? new(height, width) : new(width, height)));
        for (var y = 0; y < upright.Info.Height; y++)
        {
            var row = upright.Row(0, y, upright.Info.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (y, height - 1 - x),
                    7 => (width - 1 - y, height - 1 - x),
                    _ => (width - 1 - y, x),
                };
                row[x] = source.Row(fromX, fromY, 1)[0];
            }
        }
        source.Dispose();
        return upright;
    }
}
