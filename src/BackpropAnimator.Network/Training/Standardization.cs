using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// z-scores, column by column: z = (x − μ) / σ, with σ over all n values (not n − 1), as scikit-learn's <c>StandardScaler</c> has it.
/// </summary>
/// <param name="Means">μ of each column.</param>
/// <param name="Deviations">σ of each column; 0 of a column in which all values are the same.</param>
public sealed record Standardization(ImmutableArray<double> Means, ImmutableArray<double> Deviations)
{
    // Below this share of the mean, a deviation is what rounding leaves of a constant.
    const double Rounding = 1e-12;

    /// <summary>The means and deviations of rows' columns.</summary>
    /// <param name="rows">One row or more, all of the same length.</param>
    public static Standardization Of(IReadOnlyCollection<ImmutableArray<double>> rows)
    {
        ImmutableArray<double> means = [.. Columns().Select(column => column.Average())];
        return new(means, [.. Columns().Zip(means, Deviation)]);

        IEnumerable<IEnumerable<double>> Columns() => Enumerable.Range(0, rows.First().Length).Select(c => rows.Select(row => row[c]));
    }

    /// <summary>The z-scores of a row; of a constant column 0.</summary>
    /// <param name="row">As long as <see cref="Means"/>.</param>
    public ImmutableArray<double> Apply(ImmutableArray<double> row) =>
        [.. row.Select((x, c) => Deviations[c] > 0 ? (x - Means[c]) / Deviations[c] : 0)];

    static double Deviation(IEnumerable<double> column, double mean)
    {
        var deviation = Math.Sqrt(column.Average(x => (x - mean) * (x - mean)));
        return deviation > Rounding * Math.Abs(mean) ? deviation : 0;
    }
}
