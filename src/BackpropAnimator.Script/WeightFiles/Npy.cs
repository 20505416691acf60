using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// One array as NumPy stores it: a version, the length of the header, the header as a Python dictionary, and the numbers.
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
/// </summary>
internal static class Npy
{
    const int MagicBytes = 6;

    static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    static readonly Regex Type = new("'descr': *'(?<order>[<>|=])(?<type>[A-Za-z][0-9]*)'", RegexOptions.CultureInvariant);
    static readonly Regex Fortran = new("'fortran_order': *(?<is>True|False)", RegexOptions.CultureInvariant);
    static readonly Regex Shape = new(@"'shape': *\((?<lengths>[0-9L, ]*)\)", RegexOptions.CultureInvariant);

    /// <param name="name">What diagnostics call the array.</param>
    /// <param name="file">All of the <c>.npy</c> file.</param>
    /// <exception cref="WeightFileException">The file is damaged.</exception>
    public static StoredArray Parse(string name, ReadOnlyMemory<byte> file)
    {
        var (start, length) = Header(file.Span) ?? throw Damaged(name, "it does not begin as an array does");
        var header = Encoding.Latin1.GetString(file.Span.Slice(start, length));
        var (fortran, lengths) = (Fortran.Match(header), Shape.Match(header));
        if (!fortran.Success || !lengths.Success) throw Damaged(name, "its header has no shape");
        if (StoredArray.ShapeOf(Lengths(lengths.Groups["lengths"].Value)) is not { } shape) throw Damaged(name, "its shape is none");
        var isFortran = fortran.Groups["is"].Value == "True";
        return new(name, shape, () => Decode(name, Type.Match(header), shape, isFortran, file.Span[(start + length)..]));
    }

    static (int Start, int Length)? Header(ReadOnlySpan<byte> file)
    {
        if (file.Length < MagicBytes + 6 || !file.StartsWith(Magic)) return null;
        var isShort = file[MagicBytes] == 1;
        var start = MagicBytes + 2 + (isShort ? 2 : 4);
        var length = isShort
            ? BinaryPrimitives.ReadUInt16LittleEndian(file[(MagicBytes + 2)..])
            : BinaryPrimitives.ReadUInt32LittleEndian(file[(MagicBytes + 2)..]);
        return length <= file.Length - start ? (start, (int)length) : null;
    }

    // Python 2 wrote 3L for 3.
    static IEnumerable<long> Lengths(string text) =>
        text.Replace("L", "", StringComparison.Ordinal).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(length => long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1);

    static double[] Decode(string name, Match stored, ImmutableArray<int> shape, bool isFortran, ReadOnlySpan<byte> bytes)
    {
        var type = stored.Groups["type"].Value switch
        {
            "f8" => NumberType.Float64,
            "f4" => NumberType.Float32,
            "f2" => NumberType.Float16,
            "i8" => NumberType.Int64,
            "i4" => NumberType.Int32,
            "i2" => NumberType.Int16,
            "i1" => NumberType.Int8,
            "u8" => NumberType.UInt64,
            "u4" => NumberType.UInt32,
            "u2" => NumberType.UInt16,
            "u1" => NumberType.UInt8,
            "O" => throw new WeightFileException(
                $"{Quote.InWords(name)} holds Python objects, which are not read", "save each matrix as an array of its own"),
            _ => throw new WeightFileException(
                $"{Quote.InWords(name)} holds something else than real numbers", $"save {name}.astype(float)"),
        };
        if ((long)StoredArray.CountOf(shape) * type.Size != bytes.Length)
            throw Damaged(name, $"its shape {StoredArray.ShapeInWords(shape)} takes another number of bytes than {bytes.Length}");
        var numbers = type.Decode(bytes, isBigEndian: stored.Groups["order"].Value == ">");
        // In Fortran's order a matrix is stored column by column.
        return isFortran && shape.Length == 2 ? StoredArray.Transpose(numbers, shape[1], shape[0]) : numbers;
    }

    static WeightFileException Damaged(string name, string because) => new($"{Quote.InWords(name)} in it is damaged: {because}");
}
