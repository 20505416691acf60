using System.Numerics;

namespace BackpropAnimator.Network;

/// <summary>
/// Random numbers that are the same for one seed for ever, unlike those of <see cref="Random"/>, which a .NET version may change:
/// xoshiro256** by Blackman &amp; Vigna (2018), its state filled by SplitMix64.
/// </summary>
sealed class RandomStream
{
    ulong s0, s1, s2, s3;

    public RandomStream(long seed)
    {
        var state = unchecked((ulong)seed);
        (s0, s1, s2, s3) = (SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state));
    }

    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double NextUniform(double low, double high) => low + (high - low) * NextUnit();

    /// <summary>Normal with mean 0 and deviation 1: the cosine half of Box &amp; Muller (1958), so every call takes two numbers.</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextUnit()));
        return radius * Math.Cos(2 * Math.PI * NextUnit());
    }

    /// <summary>Puts the items in an order in which all are equally likely (Fisher–Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            // The high half of the product is uniform in 0 … last, but for a bias below 2⁻³² that no lesson can see.
            var pick = (int)Math.BigMul(NextBits(), (ulong)(last + 1), out _);
            (items[last], items[pick]) = (items[pick], items[last]);
        }
    }

    internal static ulong SplitMix64(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
