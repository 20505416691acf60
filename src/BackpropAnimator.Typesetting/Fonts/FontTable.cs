using System.Buffers.Binary;

namespace BackpropAnimator.Typesetting;

/// <summary>A window on a table of an OpenType font: big-endian numbers at byte offsets from where the window begins.</summary>
internal readonly struct FontTable(ReadOnlyMemory<byte> bytes)
{
    public bool IsEmpty => bytes.IsEmpty;

    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[offset..]);

    public int Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(bytes.Span[offset..]);

    public int Int32(int offset) => BinaryPrimitives.ReadInt32BigEndian(bytes.Span[offset..]);

    /// <summary>The window that begins <paramref name="offset"/> bytes further on.</summary>
    public FontTable From(int offset) => new(bytes[offset..]);

    /// <summary>The window that a 16-bit offset stored at <paramref name="offset"/> points to; empty where that offset is null.</summary>
    public FontTable Follow(int offset) => UInt16(offset) is var target and not 0 ? From(target) : default;

    /// <summary>
    /// Where <paramref name="value"/> lies among <paramref name="count"/> records of <paramref name="stride"/> bytes that are sorted by
    /// their first 16 bits: its index, or the complement of the index where it would have to be inserted.
    /// </summary>
    public int Search(int first, int count, int stride, int value)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var key = UInt16(first + middle * stride);
            if (key == value) return middle;
            if (key < value) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }
}
