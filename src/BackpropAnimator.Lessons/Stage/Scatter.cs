namespace BackpropAnimator.Lessons;

/// <summary>
/// Numbers that look random and are the same every time: multiples of the golden ratio are spread evenly, and no two neighbours are near
/// each other.
/// </summary>
internal static class Scatter
{
    /// <summary>From one number to the next.</summary>
    public const double Golden = 0.618;

    // The rest of 1, and the square of the other.
    const double Across = 0.382;

    /// <summary>From 0 to 1.</summary>
    public static double Of(int n) => n * Golden % 1;

    /// <summary>The same, of numbers in a second direction.</summary>
    public static double AcrossOf(int n) => n * Across % 1;

    /// <summary>The same, of pairs.</summary>
    public static double Of(int n, int m) => (n * Golden + m * Across) % 1;
}
