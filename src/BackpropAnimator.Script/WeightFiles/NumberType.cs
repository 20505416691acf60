using System.Buffers.Binary;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>How a number is stored in bytes, the lowest first.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Read">The number in so many bytes.</param>
internal sealed record NumberType(int Size, NumberReader Read)
{
    public static readonly NumberType Float64 = new(8, BinaryPrimitives.ReadDoubleLittleEndian);
    public static readonly NumberType Float32 = new(4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes));
    public static readonly NumberType Float16 = new(2, bytes => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes));

    // The upper half of a 32-bit float.
    public static readonly NumberType BFloat16 =
        new(2, bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16));

    public static readonly NumberType Int64 = new(8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes));
    public static readonly NumberType Int32 = new(4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes));
    public static readonly NumberType Int16 = new(2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes));
    public static readonly NumberType Int8 = new(1, bytes => (sbyte)bytes[0]);
    public static readonly NumberType UInt64 = new(8, bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes));
    public static readonly NumberType UInt32 = new(4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes));
    public static readonly NumberType UInt16 = new(2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    public static readonly NumberType UInt8 = new(1, bytes => bytes[0]);

    /// <summary>All numbers of a piece of a file, whose length is a multiple of <see cref="Size"/>.</summary>
    /// <param name="isBigEndian">Whether the highest byte comes first.</param>
    public double[] Decode(ReadOnlySpan<byte> bytes, bool isBigEndian = false)
    {
        var numbers = new double[bytes.Length / Size];
        Span<byte> one = stackalloc byte[Size];
        for (var k = 0; k < numbers.Length; k++)
        {
            bytes.Slice(k * Size, Size).CopyTo(one);
            if (isBigEndian) one.Reverse();
            numbers[k] = Read(one);
        }
        return numbers;
    }
}

/// <summary>Reads one number.</summary>
internal delegate double NumberReader(ReadOnlySpan<byte> bytes);
