using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>A number that a product is made of, with the decimals that it is written with at least.</summary>
internal readonly record struct ShownFactor(double Value, int Least);

/// <summary>
/// How many decimals factors need so that whoever multiplies them as they are written gets the product as it is written.
/// </summary>
internal static class ShownFactors
{
    // More digits than this nobody types into a calculator.
    const int UsualMost = 6;

    /// <summary>
    /// The fewest decimals, alike for all factors but for those that are exact with fewer,
    /// with which every product comes out; the least where no number of decimals helps.
    /// </summary>
    /// <param name="products">The factors of each product.</param>
    /// <param name="decimals">With how many the products are written.</param>
    /// <param name="most">No factor gets more than this.</param>
    /// <returns>For each product, the decimals of its factors.</returns>
    public static ImmutableArray<ImmutableArray<int>> DecimalsFor(
        IReadOnlyList<IReadOnlyList<ShownFactor>> products, int decimals, int most = UsualMost)
    {
        for (var wanted = 0; wanted <= most; wanted++)
        {
            ImmutableArray<ImmutableArray<int>> tried =
                [.. products.Select(factors => factors.Select(f => DecimalsOf(f, wanted)).ToImmutableArray())];
            if (products.Zip(tried).All(pair => ComesOut(pair.First, pair.Second, decimals))) return tried;
        }
        return [.. products.Select(factors => factors.Select(f => f.Least).ToImmutableArray())];
    }

    /// <summary>Whether the factors as they are written give the product as it is written.</summary>
    public static bool ComesOut(IReadOnlyList<ShownFactor> factors, IReadOnlyList<int> written, int decimals)
    {
        var seen = factors.Select((f, i) => Rounded.AsWritten(f.Value, written[i])).Aggregate(1.0, (product, factor) => product * factor);
        return Numbers.InFormula.Rounded(seen, decimals) == Numbers.InFormula.Rounded(
            factors.Aggregate(1.0, (product, f) => product * f.Value), decimals);
    }

    static int DecimalsOf(ShownFactor factor, int wanted)
    {
        var needed = factor.Least;
        while (needed < wanted && Math.Abs(Rounded.AsWritten(factor.Value, needed) - factor.Value) > 1e-12 * Math.Abs(factor.Value))
            needed++;
        return needed;
    }
}
