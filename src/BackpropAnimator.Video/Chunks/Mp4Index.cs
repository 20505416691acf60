using System.Buffers.Binary;

namespace BackpropAnimator.Video.Chunks;

/// <summary>What the index of an MP4 or QuickTime file says of a track (ISO/IEC 14496-12, chapter 8).</summary>
/// <param name="Frames">The samples of the track, in the format's words: frames of pictures, packets of sound.</param>
/// <param name="Seconds">How long they last together.</param>
internal sealed record Mp4Index(int Frames, double Seconds)
{
    const int FullHeader = 4; // version and flags, in front of a box's own fields

    /// <summary>Reads what the index says of the first track with pictures; these are passed over.</summary>
    /// <returns>Null where there is no whole index, or no video in it.</returns>
    public static Mp4Index? Read(Stream file) => Read(file, "vide"u8);

    /// <summary>The same of the first track with sound.</summary>
    public static Mp4Index? ReadSound(Stream file) => Read(file, "soun"u8);

    /// <summary>
    /// Switches tracks with text off, so that subtitles are there for who wants them: FFmpeg enables the first track of every kind,
    /// whatever its disposition, and players then show it.
    /// </summary>
    public static void DisableText(Stream file)
    {
        var (start, index) = Mp4Box.Locate(file, "moov"u8);
        foreach (var box in Mp4Box.In(index))
        {
            var kind = Handler(Mp4Box.Find(box.Content, "mdia"u8));
            var header = Mp4Box.Find(box.Content, "tkhd"u8);
            var isText = box.Type.SequenceEqual("trak"u8) && (kind.SequenceEqual("sbtl"u8) || kind.SequenceEqual("text"u8));
            if (!isText || header.Length < FullHeader || !index.AsSpan().Overlaps(header, out var offset)) continue;
            // A version and three bytes of flags, of which the last bit enables the track (8.3.2.3).
            file.Position = start + offset + FullHeader - 1;
            file.WriteByte((byte)(header[FullHeader - 1] & ~1));
        }
        file.Flush();
    }

    static Mp4Index? Read(Stream file, ReadOnlySpan<byte> kind)
    {
        foreach (var box in Mp4Box.In(Mp4Box.Read(file, "moov"u8)))
        {
            if (!box.Type.SequenceEqual("trak"u8)) continue;
            var media = Mp4Box.Find(box.Content, "mdia"u8);
            if (Handler(media).SequenceEqual(kind)) return OfTrack(media);
        }
        return null;
    }

    static Mp4Index? OfTrack(ReadOnlySpan<byte> media)
    {
        var tables = Mp4Box.Find(Mp4Box.Find(media, "minf"u8), "stbl"u8);
        // A common size, then how many there are (8.7.3.2).
        var frames = Number(Mp4Box.Find(tables, "stsz"u8), FullHeader + 4);
        var clock = Clock(Mp4Box.Find(media, "mdhd"u8));
        // Runs of samples that last equally long, each with its length and how long one lasts (8.6.1.2).
        var durations = Mp4Box.Find(tables, "stts"u8);
        var ticks = 0L;
        var runs = Number(durations, FullHeader);
        for (long run = 0, at = FullHeader + 4; run < runs && at + 8 <= durations.Length; run++, at += 8)
            ticks += (long)Number(durations, (int)at) * Number(durations, (int)at + 4);
        return clock == 0 || frames > int.MaxValue ? null : new((int)frames, (double)ticks / clock);
    }

    // What kind of track it is (8.4.3.2).
    static ReadOnlySpan<byte> Handler(ReadOnlySpan<byte> media)
    {
        var handler = Mp4Box.Find(media, "hdlr"u8);
        return handler.Length < FullHeader + 8 ? [] : handler.Slice(FullHeader + 4, 4);
    }

    // Ticks a second, after two dates that are longer in the second version (8.4.2.2).
    static uint Clock(ReadOnlySpan<byte> header) => Number(header, FullHeader + (header is [1, ..] ? 16 : 8));

    static uint Number(ReadOnlySpan<byte> content, int at) =>
        at + 4 <= content.Length ? BinaryPrimitives.ReadUInt32BigEndian(content[at..]) : 0;
}
