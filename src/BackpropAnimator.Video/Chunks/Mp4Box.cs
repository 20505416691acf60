using System.Buffers.Binary;

namespace BackpropAnimator.Video.Chunks;

/// <summary>
/// The boxes that MP4 and QuickTime files are made of (ISO/IEC 14496-12, 4.2): a length, a type of four letters, and a content that may
/// be boxes again.
/// </summary>
internal static class Mp4Box
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

    /// <summary>The content of a file's first box of a type, read without the others; empty where it is not there as a whole.</summary>
    public static byte[] Read(Stream file, ReadOnlySpan<byte> type) => Locate(file, type).Content;

    /// <summary>The same, and where in the file it begins.</summary>
    public static (long At, byte[] Content) Locate(Stream file, ReadOnlySpan<byte> type)
    {
        Span<byte> header = stackalloc byte[LongHeaderLength];
        for (long at = 0; at + HeaderLength <= file.Length;)
        {
            file.Position = at;
            var (length, begin) = Lengths(header[..file.ReadAtLeast(header, LongHeaderLength, throwOnEndOfStream: false)]);
            if (length < begin || length > file.Length - at) break;
            if (header[4..8].SequenceEqual(type))
            {
                var content = new byte[length - begin];
                file.Position = at + begin;
                file.ReadExactly(content);
                return (at + begin, content);
            }
            at += length;
        }
        return (0, []);
    }

    /// <summary>The content of the first box of a type among boxes; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        foreach (var box in In(boxes))
            if (box.Type.SequenceEqual(type)) return box.Content;
        return [];
    }

    /// <summary>The boxes of a content one after another, as far as they are whole.</summary>
    public static Enumerator In(ReadOnlySpan<byte> boxes) => new(boxes);

    // A length of 1 means that the real one follows the type, in 64 bits.
    static (long Whole, int Header) Lengths(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32BigEndian(header) switch
    {
        1 when header.Length >= LongHeaderLength => (BinaryPrimitives.ReadInt64BigEndian(header[HeaderLength..]), LongHeaderLength),
        var length => (length, HeaderLength),
    };

    public ref struct Enumerator(ReadOnlySpan<byte> boxes)
    {
        ReadOnlySpan<byte> rest = boxes;

        public Box Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (rest.Length < HeaderLength) return false;
            var (length, begin) = Lengths(rest);
            if (length < begin || length > rest.Length) return false;
            Current = new() { Type = rest[4..8], Content = rest[begin..(int)length] };
            rest = rest[(int)length..];
            return true;
        }
    }

    public readonly ref struct Box
    {
        public ReadOnlySpan<byte> Type { get; init; }
        public ReadOnlySpan<byte> Content { get; init; }
    }
}
