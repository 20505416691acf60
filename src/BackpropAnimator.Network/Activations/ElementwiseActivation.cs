namespace BackpropAnimator.Network;

/// <summary>An activation that is a curve: each unit's value depends on its own pre-activation only.</summary>
public abstract record ElementwiseActivation : Activation
{
    /// <summary>f(z).</summary>
    public abstract double ValueAt(double z);

    /// <summary>f′(z). Where the curve has a corner it is the slope of the left side.</summary>
    public abstract double SlopeAt(double z);

    /// <summary>
    /// f′(z) in TeX, in whichever of a and z it is short in; without <c>\\</c> and <c>|</c>, which Markdown takes for its own.
    /// </summary>
    /// <param name="a">The symbol of a = f(z).</param>
    /// <param name="z">The symbol of z.</param>
    public abstract string SlopeFormula(string a, string z);

    /// <summary>f′(z) in terms of a = f(z), such as a(1 − a); null where a does not tell the slope.</summary>
    public virtual SlopeInA? SlopeInA => null;

    /// <summary>Whether the slope jumps at 0.</summary>
    public virtual bool HasCorner => false;

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
            delta[j] = incoming[j] * SlopeAt(z[j], a[j]);
    }

    // The same where a = f(z) is known: overridden where that spares an exponential.
    private protected virtual double SlopeAt(double z, double a) => SlopeAt(z);
}
