using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>Writes PNG files of 8 bits a channel (https://www.w3.org/TR/png-3): RGB where nothing is transparent, else RGBA.</summary>
static class PngWriter
{
    const byte FilterUp = 2;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Write(PixelBuffer image, Stream stream)
    {
        stream.Write(Signature);
        var channels = IsOpaque(image) ? 3 : 4;
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Info.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Info.Height);
        (header[8], header[9]) = (8, (byte)(channels == 3 ? 2 : 6));       // bits a channel; colour type
        Chunk(stream, "IHDR"u8, header);
        Chunk(stream, "IDAT"u8, Compress(image, channels));
        Chunk(stream, "IEND"u8, default);
        image.KeepAlive();
    }

    static bool IsOpaque(PixelBuffer image)
    {
        for (var y = 0; y < image.Info.Height; y++)
            foreach (var pixel in image.Row(0, y, image.Info.Width))
                if (pixel < 0xFF000000) return image.Info.AlphaType == SKAlphaType.Opaque;
        return true;
    }

    static ReadOnlySpan<byte> Compress(PixelBuffer image, int channels)
    {
        var width = image.Info.Width;
        var target = new SKImageInfo(width, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pixels = new uint[width];
        byte[] row = new byte[width * channels], above = new byte[width * channels], filtered = new byte[1 + width * channels];
        filtered[0] = FilterUp;
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < image.Info.Height; y++)
            {
                PixelTransfer.CopyRow(image.Row(0, y, width), image.Info, pixels, target);
                PackRow(MemoryMarshal.AsBytes<uint>(pixels), channels, row);
                // Frames are mostly the same from one row to the next, so the difference to the row above is mostly zeros.
                Subtract(row, above, filtered.AsSpan(1));
                zlib.Write(filtered);
                (row, above) = (above, row);
            }
        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        var i = 0;
        for (; i + Vector128<byte>.Count <= row.Length; i += Vector128<byte>.Count)
            (Vector128.Create(row[i..]) - Vector128.Create(above[i..])).CopyTo(difference[i..]);
        for (; i < row.Length; i++) difference[i] = (byte)(row[i] - above[i]);
    }

    static void PackRow(ReadOnlySpan<byte> rgba, int channels, Span<byte> row)
    {
        if (channels == 4)
        {
            rgba.CopyTo(row);
            return;
        }
        // Four pixels at a time; the four bytes behind them are written over by the next.
        var order = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15);
        var (from, to) = (0, 0);
        for (; to + 16 <= row.Length; from += 16, to += 12) Vector128.Shuffle(Vector128.Create(rgba[from..]), order).CopyTo(row[to..]);
        for (; to < row.Length; from += 4, to += 3) (row[to], row[to + 1], row[to + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);
    }

    static void Chunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc32(Crc32(0xFFFFFFFF, type), data));
        stream.Write(number);
    }

    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++) c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ c >> 1;
        return c;
    })];

    static uint Crc32(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) crc = CrcTable[(crc ^ b) & 255] ^ crc >> 8;
        return crc;
    }
}
