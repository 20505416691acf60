using System.Buffers.Binary;

namespace BackpropAnimator.Script.Data;

/// <summary>What the first bytes of an image file say, before anything of it is decoded.</summary>
internal static class ImageHeader
{
    static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>Width and height in pixels, as the file has them.</summary>
    /// <returns>Null for what is neither a PNG nor a JPEG file.</returns>
    public static (uint Width, uint Height)? SizeOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? SizeOfPng(file) : file.StartsWith(JpegSignature) ? SizeOfJpeg(file) : null;

    // The first chunk, IHDR, begins at byte 8 with its length and name; width and height follow. PNG, third edition, §11.2.1.
    static (uint, uint)? SizeOfPng(ReadOnlySpan<byte> file) =>
        file.Length < 24 ? null : (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));

    // Segments of FF, a marker and a length with its own two bytes; that of the frame has precision, height and width. ITU-T T.81, B.1.1.3
    // and B.2.2.
    static (uint, uint)? SizeOfJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 <= file.Length && file[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]))
            if (IsFrame(file[at + 1]))
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
        return null;
    }

    // C0 to CF, but for the tables of codes (C4, CC) and a reserved one (C8).
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
