using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>A slope that the value alone tells, such as a(1 − a): what it is, how it is written, and where it is worth a look.</summary>
public sealed record SlopeInA
{
    /// <summary>f′(z) from a = f(z).</summary>
    public required Func<double, double> At { get; init; }

    /// <summary>In TeX: <c>a(1 - a)</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Values of a that tell most: the middle, the shoulder, and both flat ends where there are any.</summary>
    public required ImmutableArray<double> UsualValues { get; init; }

    /// <summary>The formula in a line of text; null where <see cref="WithNumbers"/> is.</summary>
    public string? InWords { get; init; }

    /// <summary>The formula with a number for a, in TeX; null where there is nothing to calculate.</summary>
    public Func<Numeral, string>? WithNumbers { get; init; }

    /// <summary>Whether the formula asks on which side of 0 z is.</summary>
    public bool IsInPieces { get; init; }

    /// <summary>A slope of 1 above 0, and another one below.</summary>
    /// <param name="below">In TeX.</param>
    internal static string OneAbove(string below) => $@"\begin{{cases}} 1 & z > 0 \\ {below} & z \le 0 \end{{cases}}";
}
