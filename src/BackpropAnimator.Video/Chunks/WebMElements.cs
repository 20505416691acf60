namespace BackpropAnimator.Video.Chunks;

/// <summary>The little that we know about a WebM file's elements (RFC 8794 and RFC 9559).</summary>
internal static class WebMElements
{
    const uint Ebml = 0x1A45DFA3, Segment = 0x18538067, Cluster = 0x1F43B675, BlockGroup = 0xA0, SimpleBlock = 0xA3;
    const byte Void = 0xEC;

    /// <summary>Whether a file is WebM, by its first element.</summary>
    public static bool IsWebM(Stream file)
    {
        file.Position = 0;
        return ReadNumber(file, keepMarker: true) == Ebml;
    }

    /// <summary>The header of an element that players skip, for a content of a length below 127.</summary>
    public static byte[] Skipped(int length) => [Void, (byte)(0x80 | length)];

    /// <summary>How many frames or packets of sound a file with one track holds: the blocks of all its clusters.</summary>
    public static int CountBlocks(Stream file)
    {
        var blocks = 0;
        file.Position = 0;
        while (file.Position < file.Length)
        {
            var id = ReadNumber(file, keepMarker: true);
            var length = ReadNumber(file, keepMarker: false);
            if (id < 0 || length < 0) break;
            if (id is SimpleBlock or BlockGroup) blocks++;
            // What is inside of the others is no block.
            if (id is not (Segment or Cluster)) file.Position += length;
        }
        return blocks;
    }

    /// <summary>A number whose first byte tells by its leading zeros how many follow.</summary>
    /// <param name="keepMarker">Whether the bit that ends the zeros belongs to the number, as it does in an element's name.</param>
    /// <returns>-1 at the end of the file, and for what is no number.</returns>
    static long ReadNumber(Stream file, bool keepMarker)
    {
        if (file.ReadByte() is not (> 0 and var first)) return -1;
        var more = 7 - (int)uint.Log2((uint)first);
        long number = keepMarker ? first : first & (0x7F >> more);
        for (var i = 0; i < more; i++)
        {
            if (file.ReadByte() is not (>= 0 and var next)) return -1;
            number = number << 8 | (uint)next;
        }
        return number;
    }
}
