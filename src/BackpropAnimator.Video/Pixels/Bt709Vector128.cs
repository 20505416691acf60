using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static BackpropAnimator.Video.Pixels.Bt709;

namespace BackpropAnimator.Video.Pixels;

/// <summary>BT.709 for 16 by 2 pixels at a time on any processor with vectors of 128 bits (NEON, SSE).</summary>
internal static class Bt709Vector128
{
    const int Step = 16;

    /// <returns>How many columns were converted: the largest multiple of 16.</returns>
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
            Luma(ref top, at * 4).StoreUnsafe(ref yTop, at);
            Luma(ref bottom, at * 4).StoreUnsafe(ref yBottom, at);

            Channels left = SumPairs(ref top, ref bottom, at * 4), right = SumPairs(ref top, ref bottom, at * 4 + 32);
            Narrow(Weigh(left, UFromB, UFromG, UFromR), Weigh(right, UFromB, UFromG, UFromR)).StoreUnsafe(ref u, half);
            Narrow(Weigh(left, VFromB, VFromG, VFromR), Weigh(right, VFromB, VFromG, VFromR)).StoreUnsafe(ref v, half);
        }
        return x;
    }

    /// <summary>Each channel of four pixels, or of four sums of pixels, in lanes of 32 bits.</summary>
    readonly record struct Channels(Vector128<int> B, Vector128<int> G, Vector128<int> R)
    {
        public static Channels Load(ref byte pixels, nuint at)
        {
            var (bgra, mask) = (Vector128.LoadUnsafe(ref pixels, at).AsInt32(), Vector128.Create(0xFF));
            return new(bgra & mask, (bgra >>> 8) & mask, (bgra >>> 16) & mask);
        }

        public static Channels operator +(Channels a, Channels b) => new(a.B + b.B, a.G + b.G, a.R + b.R);
    }

    static Vector128<byte> Luma(ref byte pixels, nuint at)
    {
        var low = Vector128.Narrow(Luma4(ref pixels, at), Luma4(ref pixels, at + 16));
        var high = Vector128.Narrow(Luma4(ref pixels, at + 32), Luma4(ref pixels, at + 48));
        return Vector128.Narrow(low.AsUInt16(), high.AsUInt16());
    }

    static Vector128<int> Luma4(ref byte pixels, nuint at)
    {
        var p = Channels.Load(ref pixels, at);
        return (p.B * YFromB + p.G * YFromG + p.R * YFromR + Vector128.Create(YOffset)) >> FractionBits;
    }

    // Two by two pixels are added, from eight columns.
    static Channels SumPairs(ref byte top, ref byte bottom, nuint at)
    {
        var first = Channels.Load(ref top, at) + Channels.Load(ref bottom, at);
        var second = Channels.Load(ref top, at + 16) + Channels.Load(ref bottom, at + 16);
        return new(SumPairs(first.B, second.B), SumPairs(first.G, second.G), SumPairs(first.R, second.R));
    }

    static Vector128<int> SumPairs(Vector128<int> first, Vector128<int> second)
    {
        // A sum of four bytes has ten bits: neighbours meet in the low half of 64-bit lanes, which narrowing keeps.
        Vector128<long> a = first.AsInt64(), b = second.AsInt64();
        return Vector128.Narrow(a + (a >>> 32), b + (b >>> 32));
    }

    static Vector128<int> Weigh(Channels sums, short b, short g, short r) =>
        (sums.B * b + sums.G * g + sums.R * r + Vector128.Create(ChromaOffset)) >> ChromaFractionBits;

    static Vector64<byte> Narrow(Vector128<int> left, Vector128<int> right)
    {
        var words = Vector128.Narrow(left, right).AsUInt16();
        return Vector128.Narrow(words, words).GetLower();
    }
}
