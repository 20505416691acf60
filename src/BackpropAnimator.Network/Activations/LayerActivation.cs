using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>An activation of a whole layer: each unit's value depends on every pre-activation of the layer.</summary>
public abstract record LayerActivation : Activation
{
    private protected LayerActivation()
    {
    }

    public abstract override Matrix<double> JacobianAt(Vector<double> z);

    /// <summary>What a unit has of all, in TeX: its own part over the sum of every unit's.</summary>
    /// <param name="own">The unit's own <see cref="PartFormula"/>.</param>
    /// <param name="sum">The sum of those of all units.</param>
    public abstract string ShareFormula(string own, string sum);

    /// <summary>What a unit puts into the sum, in TeX.</summary>
    /// <param name="z">The symbol of its z, or a number.</param>
    public abstract string PartFormula(string z);

    /// <summary>What a unit puts into the sum.</summary>
    /// <param name="z">Its pre-activation.</param>
    public abstract double PartAt(double z);

    /// <summary>The value of one unit in TeX.</summary>
    /// <param name="z">The symbol of the unit's own z.</param>
    /// <param name="every">The symbol of zₖ, for a sum over k.</param>
    public string ValueFormula(string z, string every) => ShareFormula(PartFormula(z), $@"\sum_k {PartFormula(every)}");

    /// <summary>∂aⱼ/∂zₖ in TeX.</summary>
    /// <param name="k">The index, or its number.</param>
    /// <param name="a">The symbol of aₖ.</param>
    public abstract string JacobianFormula(string k, string a);
}
