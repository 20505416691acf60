namespace BackpropAnimator.Network;

/// <summary>An activation that is a curve: each unit's value depends on its own pre-activation only.</summary>
public abstract record ElementwiseActivation : Activation
{
    private protected ElementwiseActivation()
    {
    }

    /// <summary>f(z).</summary>
    public abstract double ValueAt(double z);

    /// <summary>f′(z). Where the curve has a corner (relu and leaky_relu at 0) it is the slope of the left side.</summary>
    public abstract double SlopeAt(double z);

    /// <summary>f′(z) written in a = f(z), such as a(1 − a); null where a does not tell the slope (gelu).</summary>
    public abstract double? SlopeFromValue(double a);

    internal sealed override void Apply(ReadOnlySpan<double> z, Span<double> a)
    {
        for (var j = 0; j < z.Length; j++)
            a[j] = ValueAt(z[j]);
    }

    internal sealed override void Slopes(ReadOnlySpan<double> z, Span<double> slopes)
    {
        for (var j = 0; j < z.Length; j++)
            slopes[j] = SlopeAt(z[j]);
    }

    internal sealed override void Backpropagate(
        ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> incoming, Span<double> delta)
    {
        for (var j = 0; j < z.Length; j++)
            delta[j] = incoming[j] * SlopeAt(z[j]);
    }
}
