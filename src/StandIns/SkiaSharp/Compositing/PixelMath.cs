using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>
/// Premultiplied pixels of four bytes with alpha last, four at a time. Rows end in the same arithmetic as they begin
/// (the rest of a row is padded to four), so that a pixel comes out the same wherever a row is cut.
/// </summary>
static class PixelMath
{
    /// <summary>Each pixel's alpha in all of its bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Alpha(Vector128<byte> pixels) =>
        Vector128.Shuffle(pixels, Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15));

    /// <summary>a · b / 255, byte by byte, rounded to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Multiply(Vector128<byte> a, Vector128<byte> b)
    {
        var low = Divide255(Vector128.WidenLower(a) * Vector128.WidenLower(b));
        var high = Divide255(Vector128.WidenUpper(a) * Vector128.WidenUpper(b));
        return Vector128.Narrow(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> Divide255(Vector128<ushort> product)
    {
        var t = product + Vector128.Create((ushort)128);
        return t + (t >>> 8) >>> 8;
    }

    // Four coverage bytes, each spread over its pixel's bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Spread(uint coverage) =>
        Vector128.Shuffle(Vector128.CreateScalarUnsafe(coverage).AsByte(), Vector128.Create((byte)0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3));

    public static void Fill<TBlend>(Span<uint> row, uint source, byte coverage) where TBlend : struct, IBlend
    {
        Vector128<byte> color = Vector128.Create(source).AsByte(), part = Vector128.Create(coverage);
        var i = 0;
        if (coverage == 255)
            for (; i + 4 <= row.Length; i += 4) Store(TBlend.Blend(Load(row, i), color), row, i);
        else
            for (; i + 4 <= row.Length; i += 4) Store(TBlend.Blend(Load(row, i), color, part), row, i);
        if (i < row.Length) StoreRest(TBlend.Blend(LoadRest(row, i), color, part), row, i);
    }

    public static void Fill<TBlend>(Span<uint> row, uint source, ReadOnlySpan<byte> coverage) where TBlend : struct, IBlend
    {
        var color = Vector128.Create(source).AsByte();
        var i = 0;
        for (; i + 4 <= row.Length; i += 4)
        {
            var four = Unsafe.ReadUnaligned<uint>(in coverage[i]);
            if (four != 0) Store(TBlend.Blend(Load(row, i), color, Spread(four)), row, i);
        }
        if (i < row.Length) StoreRest(TBlend.Blend(LoadRest(row, i), color, Spread(Rest(coverage, i))), row, i);
    }

    public static void Combine<TBlend>(Span<uint> row, ReadOnlySpan<uint> source, byte coverage) where TBlend : struct, IBlend
    {
        var part = Vector128.Create(coverage);
        var i = 0;
        if (coverage == 255)
            for (; i + 4 <= row.Length; i += 4) Store(TBlend.Blend(Load(row, i), Load(source, i)), row, i);
        else
            for (; i + 4 <= row.Length; i += 4) Store(TBlend.Blend(Load(row, i), Load(source, i), part), row, i);
        if (i < row.Length) StoreRest(TBlend.Blend(LoadRest(row, i), LoadRest(source, i), part), row, i);
    }

    public static void Combine<TBlend>(Span<uint> row, ReadOnlySpan<uint> source, ReadOnlySpan<byte> coverage) where TBlend : struct, IBlend
    {
        var i = 0;
        for (; i + 4 <= row.Length; i += 4)
        {
            var four = Unsafe.ReadUnaligned<uint>(in coverage[i]);
            if (four != 0) Store(TBlend.Blend(Load(row, i), Load(source, i), Spread(four)), row, i);
        }
        if (i < row.Length) StoreRest(TBlend.Blend(LoadRest(row, i), LoadRest(source, i), Spread(Rest(coverage, i))), row, i);
    }

    /// <summary>Multiplies every channel of every pixel by <paramref name="alpha"/> / 255.</summary>
    public static void Scale(ReadOnlySpan<uint> source, Span<uint> target, byte alpha)
    {
        var factor = Vector128.Create(alpha);
        var i = 0;
        for (; i + 4 <= source.Length; i += 4) Store(Multiply(Load(source, i), factor), target, i);
        if (i < source.Length) StoreRest(Multiply(LoadRest(source, i), factor), target[..source.Length], i);
    }

    /// <summary>A colour as a premultiplied pixel, red or blue first.</summary>
    public static uint Pack(SKColor color, bool rgba)
    {
        uint Part(byte channel) => Fraction.Multiply(channel, color.Alpha);
        var bgra = (uint)color.Alpha << 24 | Part(color.Red) << 16 | Part(color.Green) << 8 | Part(color.Blue);
        return rgba ? SwapRedAndBlue(bgra) : bgra;
    }

    /// <summary>Turns RGBA into BGRA and back.</summary>
    public static void SwapRedAndBlue(ReadOnlySpan<uint> source, Span<uint> target)
    {
        for (var i = 0; i < source.Length; i++) target[i] = SwapRedAndBlue(source[i]);
    }

    public static uint SwapRedAndBlue(uint pixel) => pixel & 0xFF00FF00 | pixel >> 16 & 0xFF | (pixel & 0xFF) << 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Load(ReadOnlySpan<uint> row, int i) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector128<byte> pixels, Span<uint> row, int i) =>
        pixels.AsUInt32().StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i);

    static Vector128<byte> LoadRest(ReadOnlySpan<uint> row, int i)
    {
        Span<uint> four = stackalloc uint[4];
        row[i..].CopyTo(four);
        return Vector128.Create<uint>(four).AsByte();
    }

    static void StoreRest(Vector128<byte> pixels, Span<uint> row, int i)
    {
        Span<uint> four = stackalloc uint[4];
        pixels.AsUInt32().CopyTo(four);
        four[..(row.Length - i)].CopyTo(row[i..]);
    }

    static uint Rest(ReadOnlySpan<byte> coverage, int i)
    {
        var rest = 0u;
        for (var k = i; k < coverage.Length; k++) rest |= (uint)coverage[k] << 8 * (k - i);
        return rest;
    }
}
