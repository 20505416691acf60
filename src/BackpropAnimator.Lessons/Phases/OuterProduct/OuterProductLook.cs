namespace BackpropAnimator.Lessons;

/// <summary>What an <see cref="OuterProductPanel"/> shows at one moment; every share is 0 to 1.</summary>
internal sealed record OuterProductLook
{
    /// <summary>How visible the panel is as a whole.</summary>
    public double Shown { get; init; }

    /// <summary>How far the column δ has come.</summary>
    public double Deltas { get; init; }

    /// <summary>How far the row aᵀ has come.</summary>
    public double Inputs { get; init; }

    /// <summary>For a cell, by row and column, how far its product has counted up.</summary>
    public required Func<int, int, double> Filled { get; init; }

    /// <summary>For a cell, by row and column, how brightly it shines, and with it what it is made of.</summary>
    public required Func<int, int, double> Lit { get; init; }

    /// <summary>How visible the product is that is written out.</summary>
    public double Working { get; init; }

    /// <summary>How many of the shapes below the rule have come: δ, aᵀ, ∂L/∂W, W.</summary>
    public double Shapes { get; init; }

    /// <summary>How far W has come.</summary>
    public double Weights { get; init; }

    /// <summary>How brightly the two equal shapes shine.</summary>
    public double Agreement { get; init; }
}
