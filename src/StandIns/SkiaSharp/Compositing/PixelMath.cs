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
    static Vector128<byte> Spread(uint coverage)
    {
        var order = Vector128.Create((byte)0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
        return Vector128.Shuffle(Vector128.CreateScalarUnsafe(coverage).AsByte(), order);
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill<TBlend>(Span<uint> row, uint source, ReadOnlySpan<byte> coverage) where TBlend : struct, IBlend
    {
        var color = Vector128.Create(source).AsByte();
        for (var i = 0; i + 4 <= row.Length; i += 4)
        {
            var four = Unsafe.ReadUnaligned<uint>(in Unsafe.Add(ref MemoryMarshal.GetReference(coverage), i));
            if (four != 0) Store(TBlend.Blend(Load(row, i), color, Spread(four)), row, i);
        }
        if ((row.Length & 3) != 0) FillRest<TBlend>(row, color, coverage);
    }

    static void FillRest<TBlend>(Span<uint> row, Vector128<byte> color, ReadOnlySpan<byte> coverage) where TBlend : struct, IBlend
    {
        if (row.Length < 4) StoreRest(TBlend.Blend(LoadRest(row, 0), color, Spread(Rest(coverage, 0))), row, 0);
        else Store(TBlend.Blend(Load(row, row.Length - 4), color, Spread(LastOf(coverage, row.Length & 3))), row, row.Length - 4);
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
        if (i == row.Length) return;
        if (i == 0) StoreRest(TBlend.Blend(LoadRest(row, i), LoadRest(source, i), Spread(Rest(coverage, i))), row, i);
        else Store(TBlend.Blend(Load(row, row.Length - 4), Load(source, row.Length - 4), Spread(LastOf(coverage, row.Length - i))), row, row.Length - 4);
    }

    /// <summary>Multiplies every channel of every pixel by <paramref name="alpha"/> / 255.</summary>
    public static void Scale(ReadOnlySpan<uint> source, Span<uint> target, byte alpha)
    {
        var factor = Vector128.Create(alpha);
        var i = 0;
        for (; i + 4 <= source.Length; i += 4) Store(Multiply(Load(source, i), factor), target, i);
        if (i < source.Length) StoreRest(Multiply(LoadRest(source, i), factor), target[..source.Length], i);
    }

    /// <summary>a + (b − a) · part / 256 in each channel.</summary>
    public static void Mix(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, byte part, Span<uint> target)
    {
        var share = Vector128.Create((ushort)part);
        var i = 0;
        for (; i + 4 <= a.Length; i += 4) Store(Mix(Load(a, i), Load(b, i), share, share), target, i);
        for (; i < a.Length; i++) target[i] = Mix(a[i], b[i], part);
    }

    /// <summary>a + (b − a) · part / 256 in each channel; <paramref name="parts"/> are four bytes, one for each pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Mix(Vector128<uint> a, Vector128<uint> b, uint parts, Span<uint> target, int i)
    {
        var shares = Spread(parts);
        Store(Mix(a.AsByte(), b.AsByte(), Vector128.WidenLower(shares), Vector128.WidenUpper(shares)), target, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Mix(Vector128<byte> a, Vector128<byte> b, Vector128<ushort> low, Vector128<ushort> high)
    {
        Vector128<ushort> one = Vector128.Create((ushort)256), half = Vector128.Create((ushort)128);
        low = Vector128.WidenLower(a) * (one - low) + Vector128.WidenLower(b) * low + half >>> 8;
        high = Vector128.WidenUpper(a) * (one - high) + Vector128.WidenUpper(b) * high + half >>> 8;
        return Vector128.Narrow(low, high);
    }

    /// <summary>a + (b − a) · part / 256 in each channel, two channels at a time.</summary>
    public static uint Mix(uint a, uint b, int part)
    {
        var (f, g) = ((uint)(256 - part), (uint)part);
        var even = (a & 0xFF00FF) * f + (b & 0xFF00FF) * g + 0x800080 >> 8 & 0xFF00FF;
        var odd = (a >> 8 & 0xFF00FF) * f + (b >> 8 & 0xFF00FF) * g + 0x800080 & 0xFF00FF00;
        return even | odd;
    }

    /// <summary>A colour as a premultiplied pixel, red or blue first.</summary>
    public static uint Pack(SKColor color, bool rgba)
    {
        uint Part(byte channel) => Fraction.Multiply(channel, color.Alpha);
        var bgra = (uint)color.Alpha << 24 | Part(color.Red) << 16 | Part(color.Green) << 8 | Part(color.Blue);
        return rgba ? SwapRedAndBlue(bgra) : bgra;
    }

    /// <summary>Multiplies coverage by <paramref name="alpha"/> / 255.</summary>
    public static void Scale(ReadOnlySpan<byte> coverage, Span<byte> target, byte alpha)
    {
        var i = 0;
        for (; i + 16 <= coverage.Length; i += 16) Multiply(Vector128.Create(coverage[i..]), Vector128.Create(alpha)).CopyTo(target[i..]);
        for (; i < coverage.Length; i++) target[i] = Fraction.Multiply(coverage[i], alpha);
    }

    /// <summary>Turns RGBA into BGRA and back.</summary>
    public static void SwapRedAndBlue(ReadOnlySpan<uint> source, Span<uint> target)
    {
        var order = Vector128.Create((byte)2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15);
        var i = 0;
        for (; i + 4 <= source.Length; i += 4) Store(Vector128.Shuffle(Load(source, i), order), target, i);
        for (; i < source.Length; i++) target[i] = SwapRedAndBlue(source[i]);
    }

    public static uint SwapRedAndBlue(uint pixel) => pixel & 0xFF00FF00 | pixel >> 16 & 0xFF | (pixel & 0xFF) << 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Load(ReadOnlySpan<uint> row, int i) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector128<byte> pixels, Span<uint> row, int i) =>
        pixels.AsUInt32().StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i);

    // The last one to three pixels of a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> LoadRest(ReadOnlySpan<uint> row, int i) =>
        Vector128.Create(row[i], i + 1 < row.Length ? row[i + 1] : 0, i + 2 < row.Length ? row[i + 2] : 0, 0).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void StoreRest(Vector128<byte> pixels, Span<uint> row, int i)
    {
        var rest = pixels.AsUInt32();
        row[i] = rest[0];
        if (i + 1 < row.Length) row[i + 1] = rest[1];
        if (i + 2 < row.Length) row[i + 2] = rest[2];
    }

    // The coverage of a row's last four pixels, of which all but the last one to three have been blended already: what is not covered stays as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint LastOf(ReadOnlySpan<byte> coverage, int left) =>
        Unsafe.ReadUnaligned<uint>(in coverage[^4]) & uint.MaxValue << 8 * (4 - left);

    static uint Rest(ReadOnlySpan<byte> coverage, int i)
    {
        var rest = 0u;
        for (var k = i; k < coverage.Length; k++) rest |= (uint)coverage[k] << 8 * (k - i);
        return rest;
    }
}
