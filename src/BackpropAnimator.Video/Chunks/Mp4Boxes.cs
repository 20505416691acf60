using System.Buffers.Binary;

namespace BackpropAnimator.Video.Chunks;

/// <summary>The little that we know about an MP4 file's boxes (ISO/IEC 14496-12), and so about QuickTime's.</summary>
internal static class Mp4Boxes
{
    const int HeaderLength = 8, LongHeaderLength = 16;

    /// <summary>The header of a box that players skip, for a content of a length.</summary>
    public static byte[] Skipped(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, HeaderLength + length);
        "free"u8.CopyTo(header.AsSpan(4));
        return header;
    }

    /// <summary>How many frames a file with one track holds: the count in its table of sample sizes (8.7.3.2).</summary>
    public static int CountFrames(Stream file)
    {
        var moov = Content(file, "moov"u8);
        // type, version and flags, common size, count
        var table = moov.AsSpan().LastIndexOf("stsz"u8);
        return table < 0 || table + 16 > moov.Length ? 0 : BinaryPrimitives.ReadInt32BigEndian(moov.AsSpan(table + 12));
    }

    // Pictures are passed over: only the index is read.
    static byte[] Content(Stream file, ReadOnlySpan<byte> type)
    {
        Span<byte> header = stackalloc byte[LongHeaderLength];
        for (long at = 0; at + HeaderLength <= file.Length;)
        {
            file.Position = at;
            var read = file.ReadAtLeast(header, LongHeaderLength, throwOnEndOfStream: false);
            long length = BinaryPrimitives.ReadUInt32BigEndian(header), begin = HeaderLength;
            if (length == 1 && read == LongHeaderLength) (length, begin) = (BinaryPrimitives.ReadInt64BigEndian(header[8..]), LongHeaderLength);
            if (length < begin || at + length > file.Length) break;
            if (header[4..8].SequenceEqual(type))
            {
                var content = new byte[length - begin];
                file.Position = at + begin;
                file.ReadExactly(content);
                return content;
            }
            at += length;
        }
        return [];
    }
}
