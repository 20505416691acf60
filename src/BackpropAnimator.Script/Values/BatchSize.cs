namespace BackpropAnimator.Script;

/// <summary>How many samples one update sees: <c>full</c>, <c>sample</c> or a number.</summary>
/// <param name="Samples">At least 1; null is all of them, as is any number beyond them.</param>
public readonly record struct BatchSize(int? Samples)
{
    /// <summary>One update an epoch, with the gradient averaged over all samples.</summary>
    public static BatchSize Full => new(null);

    /// <summary>One update a sample.</summary>
    public static BatchSize Sample => new(1);

    /// <summary>Whether an update sees fewer samples than there are, so that their order matters.</summary>
    public bool IsPartOf(int samples) => Samples < samples;
}
