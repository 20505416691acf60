using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Script.Data;

/// <summary>Several fonts in one file, whose tables they share: that is how Chinese and Japanese fonts come.</summary>
/// <remarks>OpenType specification 1.9, "Font collections" and "Table directory". All numbers have their highest byte first.</remarks>
internal static partial class FontCollection
{
    const int HeaderLength = 12, RecordLength = 16;

    // As high as any collection goes, and as many tables as any font has.
    const uint MostFonts = 256, MostTables = 256;

    /// <summary>The file that a name means, and which of its fonts: <c>cjk.ttc#2</c> is the third of <c>cjk.ttc</c>.</summary>
    public static (string File, int Index) Named(string name) => Numbered().Match(name) is { Success: true } match
        ? (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : (name, 0);

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("ttcf"u8);

    public static int CountOf(ReadOnlySpan<byte> file) => (int)Math.Min(MostFonts, NumberAt(file, 8) ?? 0);

    /// <summary>One of the fonts as a file of its own; null where the collection has no such font, or is damaged.</summary>
    public static ImmutableArray<byte>? Font(ReadOnlySpan<byte> file, int index)
    {
        if (index >= CountOf(file) || NumberAt(file, HeaderLength + 4L * index) is not { } start) return null;
        if (NumberAt(file, start + 4) >> 16 is not (> 0 and <= MostTables and var tables)) return null;
        var head = HeaderLength + RecordLength * (int)tables;
        if (start + head > file.Length) return null;

        var (records, length) = (new (int From, int Length)[tables], (long)head);
        for (var i = 0; i < tables; i++)
        {
            var record = start + HeaderLength + RecordLength * i;
            var (from, size) = (NumberAt(file, record + 8), NumberAt(file, record + 12));
            if (from is null || size is null || (long)from + size > file.Length) return null;
            records[i] = ((int)from, (int)size);
            length += Aligned((int)size);
        }
        // Tables may overlap in a damaged file: what comes of it is no larger than what font files may be.
        if (length > 2L * file.Length) return null;

        var font = new byte[length];
        file.Slice((int)start, head).CopyTo(font);
        var at = head;
        for (var i = 0; i < tables; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(HeaderLength + RecordLength * i + 8), at);
            file.Slice(records[i].From, records[i].Length).CopyTo(font.AsSpan(at));
            at += Aligned(records[i].Length);
        }
        return [.. font];
    }

    static int Aligned(int length) => (length + 3) & ~3;

    static uint? NumberAt(ReadOnlySpan<byte> file, long at) =>
        at + 4 <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]) : null;

    [GeneratedRegex(@"^(.+\.(?:ttc|TTC))#([0-9]{1,3})$")]
    private static partial Regex Numbered();
}
