namespace BackpropAnimator.Lessons;

/// <summary>What a <see cref="HandBackPanel"/> shows at one moment; every share is 0 to 1.</summary>
internal sealed record HandBackLook
{
    /// <summary>How visible the panel is as a whole.</summary>
    public double Shown { get; init; }

    /// <summary>For a cell of W, by row and column, how far it has come.</summary>
    public required Func<int, int, double> Arrived { get; init; }

    /// <summary>For a cell of W, by row and column, how brightly it shines because its edge does.</summary>
    public required Func<int, int, double> Tied { get; init; }

    /// <summary>For a row of W, how far its cells have stood up to a column.</summary>
    public required Func<int, double> Poured { get; init; }

    /// <summary>How far the transposed matrix has come to its place in the product.</summary>
    public double Placed { get; init; }

    /// <summary>How far δ of the layer has come.</summary>
    public double NextDelta { get; init; }

    /// <summary>For a unit of the layer, how brightly its share of the product shines: its δ and its column.</summary>
    public required Func<int, double> Splitting { get; init; }

    /// <summary>How far the first shares have come to the column of sums.</summary>
    public double SumsBegun { get; init; }

    /// <summary>How far the last shares have: a sum is written once it is whole.</summary>
    public double SumsWhole { get; init; }

    /// <summary>How far σ′ of the layer before has come.</summary>
    public double Slope { get; init; }

    /// <summary>How far δ of the layer before has come.</summary>
    public double Delta { get; init; }
}
