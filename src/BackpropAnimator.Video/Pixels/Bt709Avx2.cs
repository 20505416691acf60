using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static BackpropAnimator.Video.Pixels.Bt709;

namespace BackpropAnimator.Video.Pixels;

/// <summary>BT.709 for 32 by 2 pixels at a time on x86 processors with AVX2.</summary>
/// <remarks>
/// A pixel's bytes B G R A are read as two pairs of 16-bit words, (B, R) and (G, A), so that one multiply-and-add
/// for each pair gives the pixel's sample in a 32-bit lane, in order.
/// </remarks>
internal static class Bt709Avx2
{
    const int Step = 32;

    public static bool IsSupported => Avx2.IsSupported;

    static Vector256<short> Pairs(short low, short high) => Vector256.Create((uint)(ushort)low | (uint)(ushort)high << 16).AsInt16();

    /// <returns>How many columns were converted: the largest multiple of 32.</returns>
    public static int Convert(RowPair rows)
    {
        ref var top = ref MemoryMarshal.GetReference(rows.Top);
        ref var bottom = ref MemoryMarshal.GetReference(rows.Bottom);
        ref var yTop = ref MemoryMarshal.GetReference(rows.YTop);
        ref var yBottom = ref MemoryMarshal.GetReference(rows.YBottom);
        ref var u = ref MemoryMarshal.GetReference(rows.U);
        ref var v = ref MemoryMarshal.GetReference(rows.V);
        var x = 0;
        for (; x + Step <= rows.Width; x += Step)
        {
            var (at, half) = ((nuint)x, (nuint)x / 2);
            Row above = Row.Load(ref top, at * 4), below = Row.Load(ref bottom, at * 4);
            above.Luma().StoreUnsafe(ref yTop, at);
            below.Luma().StoreUnsafe(ref yBottom, at);

            // Sums of two by two pixels, eight a vector.
            var brLeft = SumPairs(above.Br0 + below.Br0, above.Br1 + below.Br1);
            var brRight = SumPairs(above.Br2 + below.Br2, above.Br3 + below.Br3);
            var gaLeft = SumPairs(above.Ga0 + below.Ga0, above.Ga1 + below.Ga1);
            var gaRight = SumPairs(above.Ga2 + below.Ga2, above.Ga3 + below.Ga3);
            Chroma(brLeft, gaLeft, brRight, gaRight, Pairs(UFromB, UFromR), Pairs(UFromG, 0)).StoreUnsafe(ref u, half);
            Chroma(brLeft, gaLeft, brRight, gaRight, Pairs(VFromB, VFromR), Pairs(VFromG, 0)).StoreUnsafe(ref v, half);
        }
        return x;
    }

    /// <summary>Thirty-two pixels of one row: blue and red words, green and alpha words.</summary>
    readonly struct Row(Vector256<ushort> p0, Vector256<ushort> p1, Vector256<ushort> p2, Vector256<ushort> p3)
    {
        public readonly Vector256<short> Br0 = Low(p0), Br1 = Low(p1), Br2 = Low(p2), Br3 = Low(p3);
        public readonly Vector256<short> Ga0 = High(p0), Ga1 = High(p1), Ga2 = High(p2), Ga3 = High(p3);

        public static Row Load(ref byte pixels, nuint at) => new(
            Vector256.LoadUnsafe(ref pixels, at).AsUInt16(), Vector256.LoadUnsafe(ref pixels, at + 32).AsUInt16(),
            Vector256.LoadUnsafe(ref pixels, at + 64).AsUInt16(), Vector256.LoadUnsafe(ref pixels, at + 96).AsUInt16());

        public Vector256<byte> Luma()
        {
            Vector256<short> br = Pairs(YFromB, YFromR), ga = Pairs(YFromG, 0);
            var left = Avx2.PackUnsignedSaturate(Weigh(Br0, Ga0, br, ga), Weigh(Br1, Ga1, br, ga)).AsInt16();
            var right = Avx2.PackUnsignedSaturate(Weigh(Br2, Ga2, br, ga), Weigh(Br3, Ga3, br, ga)).AsInt16();
            // Packing works on halves of 128 bits: put the groups of four pixels back in order.
            return Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(left, right).AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
        }

        static Vector256<int> Weigh(Vector256<short> br, Vector256<short> ga, Vector256<short> brFactors, Vector256<short> gaFactors) =>
            (Avx2.MultiplyAddAdjacent(br, brFactors) + Avx2.MultiplyAddAdjacent(ga, gaFactors) + Vector256.Create(YOffset)) >> FractionBits;

        static Vector256<short> Low(Vector256<ushort> words) => (words & Vector256.Create((ushort)0xFF)).AsInt16();

        static Vector256<short> High(Vector256<ushort> words) => (words >>> 8).AsInt16();
    }

    // Neighbouring pixels of two vectors are added. The order within is that of the two vectors' halves of 128 bits: 0 1 | 4 5 | 2 3 | 6 7.
    static Vector256<short> SumPairs(Vector256<short> first, Vector256<short> second)
    {
        var even = Avx.Shuffle(first.AsSingle(), second.AsSingle(), 0b10_00_10_00).AsInt16();
        var odd = Avx.Shuffle(first.AsSingle(), second.AsSingle(), 0b11_01_11_01).AsInt16();
        return even + odd;
    }

    static Vector128<byte> Chroma(
        Vector256<short> brLeft, Vector256<short> gaLeft, Vector256<short> brRight, Vector256<short> gaRight,
        Vector256<short> br, Vector256<short> ga)
    {
        var offset = Vector256.Create(ChromaOffset);
        var left = (Avx2.MultiplyAddAdjacent(brLeft, br) + Avx2.MultiplyAddAdjacent(gaLeft, ga) + offset) >> ChromaFractionBits;
        var right = (Avx2.MultiplyAddAdjacent(brRight, br) + Avx2.MultiplyAddAdjacent(gaRight, ga) + offset) >> ChromaFractionBits;
        var words = Avx2.PackUnsignedSaturate(left, right).AsInt16();
        var bytes = Avx2.PackUnsignedSaturate(words, words);
        // Each half of 128 bits holds pairs of samples: 0 1, 4 5, 8 9, 12 13 below and 2 3, 6 7, 10 11, 14 15 above.
        return Sse2.UnpackLow(bytes.GetLower().AsUInt16(), bytes.GetUpper().AsUInt16()).AsByte();
    }
}
